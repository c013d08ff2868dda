import "@testing-library/jest-dom/vitest";
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ProtectedRoute } from "../../../src/index.js";
import { type ScimMeScenarioName, scimMeHandlers } from "../../../src/mocks/index.js";
import { createTestQueryClient, scenarioToken } from "../../../src/testing/index.js";

const endpoint = "https://scim.example.com/scim2/Me";
const server = setupServer(...scimMeHandlers({ endpoint }));
beforeAll(() => server.listen());
afterAll(() => server.close());

function visit(scenario: ScimMeScenarioName, onSignedOut: () => void) {
  render(
    <QueryClientProvider client={createTestQueryClient()}>
      <ProtectedRoute
        endpoint={endpoint}
        tokenProvider={(request) => scenarioToken(scenario, request)}
        onSignedOut={onSignedOut}
      >
        <h1>Orders</h1>
      </ProtectedRoute>
    </QueryClientProvider>,
  );
}

test("a session that has ended leads to the sign-in, once", async () => {
  const onSignedOut = vi.fn();
  visit("unauthorized", onSignedOut);
  await waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(1));
  expect(screen.queryByRole("heading")).toBeNull();
});

test("a server that fails sends nobody away", async () => {
  const onSignedOut = vi.fn();
  visit("server-error", onSignedOut);
  expect(await screen.findByRole("button", { name: "Try again" })).toBeVisible();
  expect(onSignedOut).not.toHaveBeenCalled();
});
