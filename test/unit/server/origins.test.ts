// @vitest-environment node
import { expect, test, vi } from "vitest";
import type { ServerTokenProvider } from "../../../src/server/index.js";
import { whoIs } from "../scim/serveMe.js";
import { app, change, read, serveHandlers } from "./callMe.js";

const partner = "https://partner.example.org";
const host = new URL(app).host;

interface Row {
  headers: Record<string, string>;
  get: number;
  patch: number;
  allowedOrigins?: string[];
}

const rows: Row[] = [
  { headers: {}, get: 200, patch: 403 },
  { headers: { "Sec-Fetch-Site": "same-origin" }, get: 200, patch: 200 },
  { headers: { "Sec-Fetch-Site": "none" }, get: 200, patch: 403 },
  { headers: { "Sec-Fetch-Site": "same-site" }, get: 403, patch: 403 },
  { headers: { "Sec-Fetch-Site": "cross-site" }, get: 403, patch: 403 },
  { headers: { "Sec-Fetch-Site": "cross-site", Origin: app }, get: 403, patch: 403 },
  { headers: { "Sec-Fetch-Site": "same-site", Origin: app, Host: host }, get: 403, patch: 403 },
  { headers: { Origin: app }, get: 200, patch: 200 },
  { headers: { Origin: app, Host: host }, get: 200, patch: 200 },
  { headers: { Origin: app, Host: `${host}:443` }, get: 200, patch: 200 },
  { headers: { Origin: app, Host: "10.0.0.7:3000" }, get: 200, patch: 403 },
  {
    headers: { Origin: app, Host: "10.0.0.7:3000", "X-Forwarded-Host": host },
    get: 200,
    patch: 200,
  },
  {
    headers: {
      Origin: app,
      Host: "10.0.0.7:3000",
      "X-Forwarded-Host": `${host}, inner.example.com`,
    },
    ...{ get: 200, patch: 200 },
  },
  {
    headers: { Origin: partner, Host: "10.0.0.7", "X-Forwarded-Host": host },
    get: 200,
    patch: 403,
  },
  { headers: { Origin: "http://localhost:3000", Host: "localhost:3000" }, get: 200, patch: 200 },
  { headers: { Origin: "http://localhost:3001", Host: "localhost:3000" }, get: 200, patch: 403 },
  { headers: { Origin: "null" }, get: 200, patch: 403 },
  { headers: { Origin: "" }, get: 200, patch: 403 },
  { headers: { Origin: partner }, get: 200, patch: 403 },
  { headers: { Origin: `${app}.evil.example` }, get: 200, patch: 403 },
  {
    headers: { Origin: "https://evil.example", "X-Forwarded-Host": "not a host" },
    get: 200,
    patch: 403,
  },
  { headers: { Referer: `${app}/profile` }, get: 200, patch: 403 },
  { headers: { Origin: partner }, allowedOrigins: [partner], get: 200, patch: 200 },
  {
    headers: { Origin: partner, "Sec-Fetch-Site": "cross-site" },
    ...{ allowedOrigins: [partner], get: 200, patch: 200 },
  },
  {
    headers: { Origin: `${partner}:8443`, "Sec-Fetch-Site": "cross-site" },
    ...{ allowedOrigins: [partner], get: 403, patch: 403 },
  },
  { headers: { Origin: app }, allowedOrigins: [partner], get: 200, patch: 200 },
];
const named = rows.map((row) => {
  const from = Object.entries(row.headers).map((pair) => pair.join(": "));
  return [from.join(", ") || "no header", row.allowedOrigins ? "is" : "is not", row] as const;
});

test.each(named)("from %s, where a partner %s allowed", async (_, __, row) => {
  const { headers, allowedOrigins, get, patch } = row;
  const tokenProvider = vi.fn<ServerTokenProvider>(() => "kim");
  const { GET, PATCH } = await serveHandlers(whoIs(), { tokenProvider, allowedOrigins });
  const { "Sec-Fetch-Site": site = "" } = headers;
  const request = change(undefined, { ...headers, "Sec-Fetch-Site": site });
  if (!site) request.headers.delete("Sec-Fetch-Site");
  expect((await GET(read(headers))).status).toBe(get);
  expect((await PATCH(request)).status).toBe(patch);
  // Who is refused has asked nobody for a token: no session is renewed by another site's page.
  const answered = [get, patch].filter((status) => status === 200).length;
  expect(tokenProvider).toHaveBeenCalledTimes(answered);
});

test("no answer lets another origin read it", async () => {
  const { GET } = await serveHandlers(whoIs(), { allowedOrigins: [partner] });
  const answer = await GET(read({ Origin: partner }));
  expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual(
    [],
  );
});
