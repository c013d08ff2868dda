import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  getScimMeState,
  ProfileCard,
  ProtectedRoute,
  ScimMeProvider,
  useScimMe,
} from "../../../src/index.js";
import {
  type ScimMeMockRequest,
  type ScimMeScenarioName,
  scenarioTokenProvider,
  scimMeHandlers,
  scimMeScenarios,
} from "../../../src/mocks/index.js";
import { createTestQueryClient, expectNoTokenInCache } from "../../../src/testing/index.js";

const endpoint = "https://scim.example.com/scim2/Me";
const seen: ScimMeMockRequest[] = [];
const onRequest = (request: ScimMeMockRequest) => void seen.push(request);
const server = setupServer(...scimMeHandlers({ endpoint, onRequest, delayMs: 1 }));
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

function HookState() {
  return <output>{getScimMeState(useScimMe())}</output>;
}

test.each(Object.keys(scimMeScenarios) as ScimMeScenarioName[])(
  "in %s hook, card and guard share the requests and agree on the state",
  async (name) => {
    const { state, requests, network } = scimMeScenarios[name];
    // Long enough for the request to be seen, and no limit for the others.
    const limit = network === "hangs" && { timeoutMs: 1_000 };
    const queryClient = createTestQueryClient();
    seen.length = 0;
    const { container } = render(
      <QueryClientProvider client={queryClient}>
        <ScimMeProvider endpoint={endpoint} tokenProvider={scenarioTokenProvider(name)} {...limit}>
          <HookState />
          <ProfileCard />
          <ProtectedRoute>
            <h1>Orders</h1>
          </ProtectedRoute>
        </ScimMeProvider>
      </QueryClientProvider>,
    );
    await waitFor(() => expect(container.querySelector("output")?.textContent).toBe(state));
    for (const component of ["ProfileCard", "ProtectedRoute"]) {
      const root = container.querySelector(`[data-scim=${component}]`);
      expect(root?.getAttribute("data-state")).toBe(state);
    }
    expect(screen.queryAllByRole("heading", { name: "Orders" })).toHaveLength(
      state === "ready" ? 1 : 0,
    );
    expect(seen).toHaveLength(requests);
    expectNoTokenInCache(queryClient, `demo.${name}`);
  },
);
