import { MESSAGES } from "../../unit/scim/bodies.js";
import type { ErrorRow } from "../ErrorRow.js";

const server = "WSO2 Identity Server, Asgardeo";
const endpoint = "https://api.example.com/t/acme/scim2/Me";
const json = { "Content-Type": "application/json;charset=UTF-8" };
const schemas = [`${MESSAGES}:Error`];

export const wso2: ErrorRow[] = [
  {
    server,
    deviation: "the gateway's 401: a number for status, an unquoted realm, no error=",
    endpoint,
    status: 401,
    headers: { ...json, "WWW-Authenticate": "Bearer realm=api.example.com" },
    body: { status: 401, detail: "The token was refused.", schemas },
    expected: { reason: "unauthorized", detail: "The token was refused." },
  },
  {
    server,
    deviation: "the 401 behind the gateway: text for status",
    endpoint,
    status: 401,
    headers: { "Content-Type": "application/scim+json" },
    body: { schemas, status: "401", detail: "The token was refused." },
    expected: { reason: "unauthorized", detail: "The token was refused." },
  },
  {
    server,
    deviation: "schemas as text",
    endpoint,
    status: 401,
    body: { schemas: `${MESSAGES}:Error`, status: "401", detail: "The token was refused." },
    expected: { reason: "unauthorized", detail: "The token was refused." },
  },
  {
    server,
    deviation: "the text null for detail",
    endpoint,
    status: 404,
    body: { schemas, status: "404", detail: "null" },
    expected: { reason: "unsupported" },
  },
  {
    server,
    deviation: "a missing scope as a bare 403 without insufficient_scope",
    endpoint,
    status: 403,
    headers: json,
    body: { schemas, status: 403, detail: "That is not permitted." },
    expected: {
      reason: "forbidden",
      detail: "That is not permitted.",
      requiredScope: "internal_login",
    },
  },
  {
    server,
    deviation: "a 403 whose challenge has no scheme, in a sub-organization",
    endpoint: "https://api.example.com/t/acme/o/scim2/Me",
    status: 403,
    headers: { ...json, "WWW-Authenticate": 'realm user="noor"' },
    body: { schemas, status: 403 },
    expected: { reason: "forbidden", requiredScope: "internal_login" },
  },
  {
    server,
    deviation: "outside /scim2: code, message, description and traceId",
    endpoint: "https://api.example.com/t/acme/me",
    status: 404,
    headers: json,
    body: {
      code: "XYZ-1",
      message: "No such resource.",
      description: "Nothing is served under this path.",
      traceId: "0af7651916cd43dd",
    },
    expected: { reason: "unsupported", detail: "No such resource." },
  },
  {
    server,
    deviation: "406 for an Accept that it does not know",
    endpoint,
    status: 406,
    body: { schemas, status: "406", detail: "That type is not served." },
    expected: { reason: "unsupported", detail: "That type is not served." },
  },
  {
    server,
    deviation: "a person of another directory, who is not here",
    endpoint,
    status: 404,
    body: { schemas, status: "404", detail: "The user is in no store." },
    expected: { reason: "unsupported", detail: "The user is in no store." },
  },
  {
    server,
    deviation: "a servlet container's page",
    endpoint,
    status: 500,
    headers: { "Content-Type": "text/html;charset=utf-8" },
    body: "<!doctype html><html><head><title>HTTP Status 500</title></head><body>at a.b.C</body></html>",
    expected: { reason: "unavailable" },
  },
];
