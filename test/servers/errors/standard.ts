import { MESSAGES } from "../../unit/scim/bodies.js";
import type { ErrorRow } from "../ErrorRow.js";

const server = "the standard";
const schemas = [`${MESSAGES}:Error`];

/** What RFC 7644, RFC 6750 and RFC 9110 say, and what they leave open. */
export const standard: ErrorRow[] = [
  {
    server,
    deviation: "its status as text",
    status: 404,
    body: { schemas, status: "404", detail: "No such person." },
    expected: { reason: "unsupported", detail: "No such person." },
  },
  {
    server,
    deviation: "another status in the body than in the answer",
    status: 403,
    body: { schemas, status: "404", scimType: "sensitive", detail: "That is confidential." },
    expected: { reason: "forbidden", scimType: "sensitive", detail: "That is confidential." },
  },
  {
    server,
    deviation: "no /Me",
    status: 501,
    body: { schemas, status: "501" },
    expected: { reason: "unsupported" },
  },
  {
    server,
    deviation: "a conflict as 409",
    status: 409,
    body: { schemas, status: "409", scimType: "uniqueness", detail: "It is taken." },
    expected: { reason: "conflict", scimType: "uniqueness", detail: "It is taken." },
  },
  {
    server,
    deviation: "a conflict as 412",
    status: 412,
    body: { schemas, status: "412", detail: "It has changed." },
    expected: { reason: "conflict", detail: "It has changed." },
  },
  {
    server,
    deviation: "names in any case",
    status: 404,
    body: { SCHEMAS: schemas, STATUS: "404", ScimType: "noTarget", DETAIL: "Gone." },
    expected: { reason: "unsupported", scimType: "noTarget", detail: "Gone." },
  },
  {
    server,
    deviation: "an expired token, with a challenge",
    status: 401,
    headers: { "WWW-Authenticate": 'Bearer realm="scim", error="invalid_token"' },
    expected: { reason: "unauthorized" },
  },
  {
    server,
    deviation: "a missing scope, named in the challenge",
    status: 403,
    headers: { "WWW-Authenticate": 'Bearer error="insufficient_scope", scope="me:read me"' },
    expected: { reason: "forbidden", requiredScope: "me:read me" },
  },
  {
    server,
    deviation: "several challenges in one header",
    status: 403,
    headers: { "WWW-Authenticate": 'Basic realm="a, b", Bearer realm="scope=c", scope="me"' },
    expected: { reason: "forbidden", requiredScope: "me" },
  },
  {
    server,
    deviation: "a missing scope, named in the body",
    status: 403,
    body: { error: "insufficient_scope", error_description: "More is needed.", scope: "me" },
    expected: { reason: "forbidden", detail: "More is needed.", requiredScope: "me" },
  },
  {
    server,
    deviation: "Retry-After in seconds",
    status: 429,
    headers: { "Retry-After": "30" },
    expected: { reason: "rate-limited", retryAfterMs: 30_000 },
  },
  {
    server,
    deviation: "Retry-After as a date",
    status: 503,
    headers: { "Retry-After": "Sat, 07 Mar 2026 12:00:45 GMT" },
    expected: { reason: "unavailable", retryAfterMs: 45_000 },
  },
  {
    server,
    deviation: "no Retry-After",
    status: 429,
    body: { schemas, status: "429", detail: "Slow down." },
    expected: { reason: "rate-limited", detail: "Slow down." },
  },
  {
    server,
    deviation: "a problem (RFC 9457) in a SCIM error's place",
    status: 503,
    headers: { "Content-Type": "application/problem+json" },
    body: { type: "about:blank", title: "Down for a while.", status: 503, instance: "/Me" },
    expected: { reason: "unavailable", detail: "Down for a while." },
  },
  {
    server,
    deviation: "a problem under 200",
    status: 200,
    body: { type: "about:blank", title: "Gone", status: 404, detail: "No.", instance: "/Me" },
    expected: { reason: "malformed" },
  },
  {
    server,
    deviation: "an error under 200",
    status: 200,
    body: { schemas, status: "500", detail: "Ouch.", id: "e-1" },
    expected: { reason: "malformed" },
  },
  {
    server,
    deviation: "a list of people in the person's place",
    status: 200,
    body: { schemas: [`${MESSAGES}:ListResponse`], totalResults: 1, Resources: [{ id: "1" }] },
    expected: { reason: "malformed" },
  },
  {
    server,
    deviation: "a moved resource",
    status: 308,
    headers: { Location: "https://scim.example.com/scim/v2/Me" },
    expected: { reason: "configuration" },
  },
];
