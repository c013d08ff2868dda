import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ScimMeProvider } from "../../../src/index.js";
import { scenarioTokenProvider, scimMeHandlers } from "../../../src/mocks/index.js";
import { createTestQueryClient } from "../../../src/testing/index.js";
import { Rename } from "../../../stories/Rename.example.tsx";

const endpoint = "https://scim.example.com/scim2/Me";
const server = setupServer(...scimMeHandlers({ endpoint }));
beforeAll(() => server.listen());
afterAll(() => server.close());

test("the example of a change keeps what was entered when the server refuses it", async () => {
  const tokenProvider = scenarioTokenProvider("update-rejected");
  render(
    <QueryClientProvider client={createTestQueryClient()}>
      <ScimMeProvider endpoint={endpoint} tokenProvider={tokenProvider}>
        <Rename />
      </ScimMeProvider>
    </QueryClientProvider>,
  );
  await screen.findByDisplayValue("Tour Guide");
  const title = screen.getByRole("textbox", { name: "Job title" });
  await userEvent.clear(title);
  await userEvent.type(title, "Captain{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("Not saved: invalid");
  expect(title).toHaveValue("Captain");
});
