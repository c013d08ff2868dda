import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ScimMeMockRequest,
  type ScimMeScenarioName,
  scenarioTokenProvider,
  scimMeHandlers,
  scimMeScenarios,
} from "../../../src/mocks/index.js";
import { fetchScimMe } from "../../../src/scim/fetchScimMe.js";
import { ScimMeError } from "../../../src/scim/ScimMeError.js";

const endpoint = "https://scim.example.com/scim2/Me";
const seen: ScimMeMockRequest[] = [];
const onRequest = (request: ScimMeMockRequest) => void seen.push(request);
const server = setupServer(...scimMeHandlers({ endpoint, onRequest, delayMs: 0 }));
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

const names = Object.keys(scimMeScenarios) as ScimMeScenarioName[];

test.each(names)("%s ends as the catalogue says", async (name) => {
  const scenario = scimMeScenarios[name];
  seen.length = 0;
  const outcome = await fetchScimMe({
    endpoint,
    tokenProvider: scenarioTokenProvider(name),
    // Long enough for the request to be seen, and no limit for the others.
    ...(scenario.network === "hangs" && { timeoutMs: 1_000 }),
  }).catch((error: unknown) => error);

  expect(outcome instanceof ScimMeError ? outcome.reason : null).toBe(scenario.reason);
  expect(seen).toHaveLength(scenario.requests);
  expect(seen.at(-1)?.status ?? null).toBe(scenario.status);
  expect(seen.every((request) => request.scenario === name)).toBe(true);
  expect(seen.every((request) => request.authorization === "present")).toBe(true);
});

test("what a scenario's headers say reaches the error", async () => {
  const of = (name: ScimMeScenarioName) =>
    fetchScimMe({ endpoint, tokenProvider: scenarioTokenProvider(name) }).catch((error) => error);
  expect(await of("rate-limited")).toMatchObject({ retryAfterMs: 30_000 });
  expect(await of("forbidden")).toMatchObject({ requiredScope: "internal_login" });
});

test("the full profile fills every attribute of the model", async () => {
  const me = await fetchScimMe({ endpoint, tokenProvider: scenarioTokenProvider("full") });
  const empty = Object.entries(me).filter(([, value]) => value?.length === 0);
  expect(empty).toEqual([]);
  expect(me).toMatchObject({ externalId: expect.any(String), enterprise: { costCenter: "4130" } });
  expect(Object.keys(me.extensions)).toEqual([
    "urn:example:params:scim:schemas:extension:travel:2.0:User",
  ]);
});

test("the catalogue is plain data", () => {
  expect(JSON.parse(JSON.stringify(scimMeScenarios))).toEqual(scimMeScenarios);
});
