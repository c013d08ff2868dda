import { waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { ScimMeError, type ScimMeReason, type ScimMeState } from "../../../src/index.js";
import { en } from "../../../src/locales/en.js";
import { createScimMePlayer } from "../../../src/mocks/createScimMePlayer.js";
import {
  type ScimMeScenarioName,
  scenarioTokenProvider,
  scimMeScenarios,
} from "../../../src/mocks/index.js";
import { scimMeQueryKey } from "../../../src/query/scimMeQueryKey.js";
import { buildMe, createTestQueryClient } from "../../../src/testing/index.js";
import { endpoint, pass } from "../query/renderApp.js";
import { expectOutcome, type Outcome, renderGuard, serverHtml } from "./renderGuard.js";

beforeEach(() => sessionStorage.clear());

/** What a guard shows in a state, and how often it redirects. */
function outcomeOf(state: ScimMeState): Outcome {
  if (state === "ready") return { state, shown: "the secret", redirects: 0 };
  if (state === "loading") return { state, shown: en.loading, redirects: 0 };
  const redirects = state === "missing-token" || state === "unauthorized" ? 1 : 0;
  return { state, shown: en[state].title, redirects };
}

/** A `fetch` that plays the scenario that its token names, without any delay. */
function scenarioFetch(): typeof fetch {
  const play = createScimMePlayer({});
  return async (url, init = {}) => {
    const headers = new Headers(init.headers);
    const answer = await play(new Request(String(url), { headers }));
    if (answer.network === "fails") throw new TypeError("Failed to fetch");
    if (answer.network === "hangs") return new Promise(() => {});
    const { status, body } = answer;
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return new Response(text, { status: status ?? 500, headers: answer.headers });
  };
}

test.each(Object.keys(scimMeScenarios) as ScimMeScenarioName[])(
  "scenario %s: its outcome, and nothing protected before",
  async (name) => {
    const tokenProvider = scenarioTokenProvider(name);
    const { state, network } = scimMeScenarios[name];
    // A limit for all would be the answer of a machine that is busy for as long.
    const limit = network === "hangs" && { timeoutMs: 40 };
    const guard = renderGuard({ tokenProvider, fetch: scenarioFetch(), ...limit });
    expect(guard.page.seen()).not.toContain("the secret");
    expect(document.querySelector("[data-scim]")).toHaveAttribute("data-state", "loading");
    await waitFor(() =>
      expect(document.querySelector("[data-scim]")).toHaveAttribute("data-state", state),
    );
    await expectOutcome(guard, outcomeOf(state));
  },
);

/** What each reason comes to without data, and with a cached person. */
const reasons: Record<ScimMeReason, [empty: ScimMeState, cached: ScimMeState]> = {
  "missing-token": ["missing-token", "missing-token"],
  unauthorized: ["unauthorized", "unauthorized"],
  forbidden: ["forbidden", "forbidden"],
  unsupported: ["unsupported", "unsupported"],
  "token-provider-failed": ["unavailable", "ready"],
  "rate-limited": ["unavailable", "ready"],
  unavailable: ["unavailable", "ready"],
  network: ["unavailable", "ready"],
  timeout: ["unavailable", "ready"],
  malformed: ["unavailable", "ready"],
  invalid: ["unavailable", "ready"],
  conflict: ["unavailable", "ready"],
  configuration: ["unavailable", "ready"],
};

/** A cache in which the query stands as described. */
function cacheOf({ reason, cached }: { reason?: ScimMeReason | undefined; cached: boolean }) {
  const client = createTestQueryClient();
  const queryKey = scimMeQueryKey({ endpoint, subject: null });
  const query = client.getQueryCache().build(client, { queryKey });
  if (cached) client.setQueryData(queryKey, buildMe());
  if (reason)
    query.setState({ status: "error", error: new ScimMeError(reason, "as the table says") });
  return client;
}

/** What the cache says stays: no answer comes in its place. */
const asksForEver = () => new Promise<undefined>(() => {});

const byReason = Object.entries(reasons).flatMap(([reason, states]) =>
  [false, true].map((cached) => ({
    reason: reason as ScimMeReason,
    cached,
    state: states[cached ? 1 : 0] as ScimMeState,
  })),
);

test.each(byReason)(
  "reason $reason, a person cached: $cached: $state",
  async ({ reason, cached, state }) => {
    const setup = { tokenProvider: asksForEver, fetch: scenarioFetch() };
    const guard = renderGuard({ ...setup, client: cacheOf({ reason, cached }) });
    await expectOutcome(guard, outcomeOf(state));
    const retry = document.querySelector("[data-part=action]");
    expect(!!retry).toBe(state === "unavailable" && reason !== "configuration");
  },
);

test.each(byReason)(
  "on a server, reason $reason, a person cached: $cached: $state",
  ({ reason, cached, state }) => {
    const html = serverHtml({ tokenProvider: asksForEver, client: cacheOf({ reason, cached }) });
    expect(html).toContain(`data-state="${state}"`);
    expect(html.includes("the secret")).toBe(state === "ready");
  },
);

const before: [string, { pending: boolean; cached: boolean; subject?: string }, ScimMeState][] = [
  ["nothing known", { pending: false, cached: false }, "loading"],
  ["a cached person", { pending: false, cached: true }, "ready"],
  ["the host's session pending", { pending: true, cached: false }, "loading"],
  ["the host's session pending, a cached person", { pending: true, cached: true }, "loading"],
  [
    "a cached person under another subject",
    { pending: false, cached: true, subject: "b" },
    "loading",
  ],
];

test.each(before)("before any answer, %s → its outcome", async (_, row, state) => {
  const { cached, ...props } = row;
  const fetch = () => new Promise<Response>(() => {});
  const setup = { ...props, tokenProvider: () => "token", fetch };
  expect(serverHtml({ ...setup, client: cacheOf({ cached }) }).includes("the secret")).toBe(
    state === "ready",
  );
  const guard = renderGuard({ ...setup, client: cacheOf({ cached }) });
  await pass(5);
  expect(document.querySelector("[data-scim]")).toHaveAttribute("data-state", state);
  expect(guard.onSignedOut).not.toHaveBeenCalled();
  expect(guard.page.seen().includes("the secret")).toBe(state === "ready");
});
