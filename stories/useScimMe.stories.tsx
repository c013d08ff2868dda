import { expect, userEvent, waitFor, type within } from "storybook/test";
import preview from "../.storybook/preview.tsx";
import { requests } from "../.storybook/requests.ts";
import { type ScimMeScenarioName, scimMeScenarios } from "../src/mocks/index.ts";
import { inTurn } from "./inTurn.ts";
import { patient } from "./patient.ts";
import { ScimMeResult } from "./ScimMeResult.tsx";
import { shown, watchShown } from "./shown.ts";

type Canvas = ReturnType<typeof within>;

/** What the hook returns for each answer that a server, a network or a token provider can give. */
const meta = preview.meta({
  title: "Hooks/useScimMe",
  component: ScimMeResult,
  argTypes: { endpoint: { control: false }, tokenProvider: { control: false } },
});

/** One request, and the person is there. */
export const Success = meta.story({
  play: async ({ canvas }) => {
    await settle(canvas, "success");
    await expectRow(canvas, "name", "Barbara Jensen");
  },
});

/** The server refuses the token and the provider has no other: one request, no person. */
export const Unauthorized = meta.story({
  parameters: { scenario: "unauthorized" },
  play: fails("unauthorized", "HTTP 401"),
});

/** Nobody is signed in: no request is sent. */
export const MissingToken = meta.story({
  parameters: { scenario: "missing-token" },
  play: fails("missing-token"),
});

/** The host's own session is still loading: nothing is asked, and nobody is signed out. */
export const Pending = meta.story({
  parameters: { scenario: "missing-token", provider: { pending: true } },
  play: async ({ canvas }) => {
    await expectRow(canvas, "state", "loading");
    await expectRow(canvas, "reason", "none");
    await expect(requests()).toEqual([]);
  },
});

/** The answer is on its way. */
export const Loading = meta.story({
  parameters: { scenario: "never", provider: patient },
  play: async ({ canvas }) => {
    await waitFor(() => expect(requests()).toHaveLength(1));
    await expectRow(canvas, "state", "loading");
    await expectRow(canvas, "fetchStatus", "fetching");
    await expectNobody(canvas);
  },
});

/** An answer that takes two seconds is waited for. */
export const Slow = meta.story({
  parameters: { scenario: "slow" },
  beforeEach: watchShown,
  play: async ({ canvas }) => {
    await settle(canvas, "slow");
    await expect(shown()[0]).toMatch(/^stateloading/);
    await expectRow(canvas, "name", "Barbara Jensen");
  },
});

/** The first token is refused, the provider renews it, and the second request is answered. */
export const ExpiredThenRefreshed = meta.story({
  parameters: { scenario: "expired-then-refreshed" },
  play: async ({ canvas }) => {
    await settle(canvas, "expired-then-refreshed");
    await expect(requests().map(({ status }) => status)).toEqual([401, 200]);
  },
});

/** The token lacks a scope, and the error names it. */
export const Forbidden = meta.story({
  parameters: { scenario: "forbidden" },
  play: fails("forbidden", "needs internal_login"),
});

/** The server has no `/Me`. */
export const Unsupported = meta.story({
  parameters: { scenario: "unsupported" },
  play: fails("unsupported", "HTTP 501"),
});

/** The server asks to wait, and the error says for how long. */
export const RateLimited = meta.story({
  parameters: { scenario: "rate-limited" },
  play: fails("rate-limited", "wait 30000 ms"),
});

/** The server fails. */
export const ServerError = meta.story({
  parameters: { scenario: "server-error" },
  play: fails("server-error", "HTTP 500"),
});

/** A gateway answers with a page of its own, none of which gets into the error. */
export const HtmlError = meta.story({
  parameters: { scenario: "html-error" },
  play: fails("html-error", "HTTP 502"),
});

/** The answer is not a person. */
export const Malformed = meta.story({
  parameters: { scenario: "malformed" },
  play: fails("malformed"),
});

/** The request does not reach the server. */
export const Offline = meta.story({
  parameters: { scenario: "offline" },
  play: fails("offline"),
});

/** The provider throws instead of giving a token: no request is sent. */
export const ProviderFailure = meta.story({
  parameters: { scenario: "token-provider-failed" },
  play: fails("token-provider-failed"),
});

/** A user name is all that a server has to send. */
export const Minimal = meta.story({
  parameters: { scenario: "minimal" },
  play: async ({ canvas }) => {
    await settle(canvas, "minimal");
    await expectRow(canvas, "name", "bjensen");
  },
});

/** Every attribute that RFC 7643 has, and extensions beside them. */
export const Full = meta.story({
  parameters: { scenario: "full" },
  play: async ({ canvas }) => {
    await settle(canvas, "full");
    await expectRow(canvas, "name", "Barbara Jensen");
  },
});

/** Neither endpoint nor token provider: the error says what to set. */
export const NotConfigured = meta.story({
  parameters: { provider: false },
  play: async ({ canvas }) => {
    await expectRow(canvas, "reason", "configuration");
    await expect(requests()).toEqual([]);
  },
});

const dropping = inTurn("success", "offline");

/** The connection drops: what was read stays, and the failure is known. */
export const FailsInBackground = meta.story({
  parameters: { provider: { tokenProvider: dropping.tokenProvider } },
  beforeEach: dropping.restart,
  play: async ({ canvas }) => {
    await expectRow(canvas, "name", "Barbara Jensen");
    await userEvent.click(canvas.getByRole("button", { name: "Refetch" }));
    await expectRow(canvas, "reason", "network");
    await expectRow(canvas, "state", "ready");
    await expectRow(canvas, "name", "Barbara Jensen");
  },
});

/** A play that asserts what the catalogue says of a scenario without a person. */
function fails(scenario: ScimMeScenarioName, hint = "none") {
  return async ({ canvas }: { canvas: Canvas }) => {
    await settle(canvas, scenario);
    await expectRow(canvas, "hint", hint);
    await expectNobody(canvas);
  };
}

async function settle(canvas: Canvas, scenario: ScimMeScenarioName) {
  const expected = scimMeScenarios[scenario];
  await expectRow(canvas, "state", expected.state);
  await expectRow(canvas, "status", expected.reason ? "error" : "success");
  await expectRow(canvas, "reason", expected.reason ?? "none");
  await expectRow(canvas, "fetchStatus", "idle");
  await expect(requests()).toHaveLength(expected.requests);
}

async function expectRow(canvas: Canvas, name: string, value: string) {
  const row = await canvas.findByRole("row", { name: `${name} ${value}` });
  await expect(row).toBeVisible();
}

async function expectNobody(canvas: Canvas) {
  await expectRow(canvas, "name", "none");
  await expect(canvas.queryByText(/Barbara|bjensen/)).toBeNull();
}
