import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, onTestFinished, test, vi } from "vitest";
import { ProfileCard, ScimMeProvider, scimMeQueryKey } from "../../../src/index.js";
import { buildMe } from "../../../src/testing/index.js";
import { endpoint } from "../query/renderApp.js";
import { scimServer } from "../update/scimServer.js";
import { openForm } from "./renderForm.js";

function knownClient(): QueryClient {
  const client = new QueryClient();
  client.setQueryData(scimMeQueryKey({ endpoint, subject: "barbara" }), buildMe());
  onTestFinished(() => client.clear());
  return client;
}

function app(client: QueryClient, fetch: typeof globalThis.fetch) {
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <ScimMeProvider {...{ endpoint, fetch }} subject="barbara" tokenProvider={() => "token"}>
          <ProfileCard editable />
        </ScimMeProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}

test("a card that was rendered on the server takes up where that left off, and opens its form", async () => {
  const { fetch } = scimServer();
  vi.stubGlobal("window", undefined);
  const html = renderToString(app(knownClient(), fetch));
  vi.unstubAllGlobals();
  expect(html).toContain("Edit profile");
  const container = document.createElement("div");
  container.innerHTML = html;
  const before = container.innerHTML;
  document.body.append(container);
  const problems: unknown[] = [];
  const root = await act(async () =>
    hydrateRoot(container, app(knownClient(), fetch), {
      onRecoverableError: (problem) => problems.push(problem),
    }),
  );
  onTestFinished(() => {
    act(() => root.unmount());
    container.remove();
  });
  expect(problems).toEqual([]);
  expect(container.innerHTML === before).toBe(true);
  await openForm();
  expect(screen.getByLabelText("Job title")).toHaveValue("Tour Guide");
});
