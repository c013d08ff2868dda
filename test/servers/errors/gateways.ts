import type { ErrorRow } from "../ErrorRow.js";

const html = { "Content-Type": "text/html" };
const page = (title: string) =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

/** What stands before a server, and answers in its place. */
export const gateways: ErrorRow[] = [
  {
    server: "a gateway",
    deviation: "a page: the server behind it is down",
    status: 502,
    headers: html,
    body: page("502 Bad Gateway"),
    expected: { reason: "unavailable" },
  },
  {
    server: "a gateway",
    deviation: "a page: the server behind it is slow",
    status: 504,
    headers: html,
    body: page("504 Gateway Time-out"),
    expected: { reason: "unavailable" },
  },
  {
    server: "a gateway",
    deviation: "a page: too many requests",
    status: 429,
    headers: { ...html, "Retry-After": "5" },
    body: page("429 Too Many Requests"),
    expected: { reason: "rate-limited", retryAfterMs: 5_000 },
  },
  {
    server: "a firewall",
    deviation: "a page with a support id",
    status: 403,
    headers: html,
    body: `${page("Request Rejected")}Your support ID is: 1234567890`,
    expected: { reason: "forbidden" },
  },
  {
    server: "a login wall",
    deviation: "a page under 200",
    status: 200,
    headers: html,
    body: page("Sign in"),
    expected: { reason: "malformed" },
  },
  {
    server: "a login wall",
    deviation: "a redirect to its page",
    status: 302,
    headers: { Location: "https://id.example.com/login" },
    expected: { reason: "configuration" },
  },
  {
    server: "a proxy",
    deviation: "a page inside JSON",
    status: 502,
    body: { message: page("502 Bad Gateway") },
    expected: { reason: "unavailable" },
  },
  {
    server: "a proxy",
    deviation: "plain text",
    status: 503,
    headers: { "Content-Type": "text/plain" },
    body: "upstream connect error or disconnect before headers",
    expected: { reason: "unavailable" },
  },
  {
    server: "a proxy",
    deviation: "half of a body",
    status: 500,
    body: '{"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "detail": "Out of',
    expected: { reason: "unavailable" },
  },
  {
    server: "a CDN",
    deviation: "a status of its own",
    status: 522,
    body: "error code: 522",
    expected: { reason: "unavailable" },
  },
  {
    server: "a framework",
    deviation: "what it threw, under 200",
    status: 200,
    body: { name: "Error", message: "Cannot read properties of undefined" },
    expected: { reason: "malformed" },
  },
  {
    server: "a framework",
    deviation: "an empty answer under 200",
    status: 200,
    expected: { reason: "malformed" },
  },
  {
    server: "a framework",
    deviation: "a list of errors",
    status: 500,
    body: [{ detail: "Out of memory." }],
    expected: { reason: "unavailable", detail: "Out of memory." },
  },
];
