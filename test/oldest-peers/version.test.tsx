import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import * as query from "@tanstack/react-query/package.json";
import { render, screen } from "@testing-library/react";
import { type JSX, version } from "react";
import { version as domVersion } from "react-dom";
import { expect, test } from "vitest";

test("these tests run on React 18.2 and TanStack Query 5.70, and so does all that renders in them", async () => {
  expect([version, domVersion, query.version]).toEqual(["18.2.0", "18.2.0", "5.70.0"]);
  function Reader(): JSX.Element {
    // Hooks of another React than the renderer's would throw.
    return <p>{useQuery({ queryKey: ["a"], queryFn: () => "read" }).data}</p>;
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Reader />
    </QueryClientProvider>,
  );
  expect(await screen.findByText("read")).toBeVisible();
});
