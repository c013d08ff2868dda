import { exampleMe } from "./exampleMe.js";
import { fullMe } from "./fullMe.js";
import { minimalMe } from "./minimalMe.js";
import type { ScimMeScenario, ScimMeScenarioName } from "./ScimMeScenario.js";
import { scimError } from "./scimError.js";

const scimJson = { "Content-Type": "application/scim+json" };

const success: ScimMeScenario = {
  summary: "The server answers with the signed-in person.",
  provider: "token",
  network: "answers",
  requests: 1,
  status: 200,
  headers: scimJson,
  bodyKind: "user",
  body: exampleMe,
  delayMs: 0,
  reason: null,
  state: "ready",
};

type Failure = Partial<ScimMeScenario> & Pick<ScimMeScenario, "summary" | "reason" | "state">;

function fails(status: number, detail: string, failure: Failure): ScimMeScenario {
  const headers = { ...scimJson, ...failure.headers };
  return {
    ...success,
    status,
    bodyKind: "json",
    body: scimError(status, detail),
    ...failure,
    headers,
  };
}

const silent = { requests: 0, status: null, headers: {}, bodyKind: "none", body: null } as const;

/**
 * Everything that can come of asking for `/Me`, as plain data by name: one source for stories,
 * tests and documentation. {@link scimMeHandlers} plays it.
 *
 * @summary Catalogue of all that can come of asking for `/Me`.
 */
export const scimMeScenarios: Readonly<Record<ScimMeScenarioName, ScimMeScenario>> = {
  success,
  minimal: {
    ...success,
    summary: "The server knows a user name and nothing else.",
    body: minimalMe,
  },
  full: {
    ...success,
    summary: "The server sends every attribute of RFC 7643 and an extension of its own.",
    body: fullMe,
  },
  unauthorized: fails(401, "The access token is expired or revoked.", {
    summary: "The server refuses the token and the provider has no other.",
    headers: { "WWW-Authenticate": 'Bearer realm="scim", error="invalid_token"' },
    reason: "unauthorized",
    state: "unauthorized",
  }),
  "expired-then-refreshed": {
    ...success,
    summary: "The server refuses the first token and accepts the one that the provider renews.",
    provider: "renews",
    requests: 2,
  },
  forbidden: fails(403, "The access token lacks a scope.", {
    summary: "The token is good but does not carry the scope that reading the profile needs.",
    headers: {
      "WWW-Authenticate": 'Bearer realm="scim", error="insufficient_scope", scope="internal_login"',
    },
    reason: "forbidden",
    state: "forbidden",
  }),
  unsupported: fails(501, "This server does not support /Me.", {
    summary: "The server has no /Me.",
    reason: "unsupported",
    state: "unsupported",
  }),
  "rate-limited": fails(429, "Too many requests.", {
    summary: "The server asks to wait for half a minute.",
    headers: { "Retry-After": "30" },
    reason: "rate-limited",
    state: "unavailable",
  }),
  "server-error": fails(500, "The server could not complete the request.", {
    summary: "The server fails and says so in SCIM's own words.",
    reason: "unavailable",
    state: "unavailable",
  }),
  "html-error": {
    ...success,
    summary: "A gateway in front of the server answers with a page of its own.",
    status: 502,
    headers: { "Content-Type": "text/html; charset=utf-8" },
    bodyKind: "html",
    body: "<!doctype html><title>502</title><h1>Bad gateway</h1><p>Upstream did not answer.</p>",
    reason: "unavailable",
    state: "unavailable",
  },
  malformed: {
    ...success,
    summary: "The server answers 200 with something that is not a person.",
    bodyKind: "json",
    body: {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
      totalResults: 0,
      Resources: [],
    },
    reason: "malformed",
    state: "unavailable",
  },
  slow: { ...success, summary: "The server answers after two seconds.", delayMs: 2000 },
  never: {
    ...success,
    ...silent,
    summary: "The server never answers, and the time limit ends the wait.",
    network: "hangs",
    requests: 1,
    reason: "timeout",
    state: "unavailable",
  },
  offline: {
    ...success,
    ...silent,
    summary: "The request does not reach the server: offline, DNS or CORS.",
    network: "fails",
    requests: 1,
    reason: "network",
    state: "unavailable",
  },
  "missing-token": {
    ...success,
    ...silent,
    summary: "Nobody is signed in: the provider has no token, and nothing is sent.",
    provider: "none",
    network: "unused",
    reason: "missing-token",
    state: "missing-token",
  },
  "token-provider-failed": {
    ...success,
    ...silent,
    summary: "The provider throws instead of giving a token, and nothing is sent.",
    provider: "throws",
    network: "unused",
    reason: "token-provider-failed",
    state: "unavailable",
  },
  "update-rejected": {
    ...success,
    summary: "The profile can be read, but the server refuses to change it.",
    update: { outcome: "refused", status: 400, reason: "invalid" },
  },
  "update-conflict": {
    ...success,
    summary: "The profile changed on the server between reading and writing.",
    update: { outcome: "conflict", status: 412, reason: "conflict" },
  },
  "email-pending": {
    ...success,
    summary: "A new email is kept aside until verified: the update answers with the old one.",
    update: { outcome: "pending", status: 200, reason: null },
  },
};
