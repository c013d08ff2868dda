import { expect, test, vi } from "vitest";
import type { ServerTokenProvider } from "../../../src/server/index.js";
import { whoIs } from "../scim/serveMe.js";
import { app, change, read, serveHandlers } from "./callMe.js";

const partner = "https://partner.example.org";
const host = new URL(app).host;

const site = (value: string) => ({ "Sec-Fetch-Site": value });
const inner = { Host: "10.0.0.7:3000" };

const rows: [headers: Record<string, string>, get: number, patch: number, allowed?: string[]][] = [
  [{}, 200, 403],
  [{ Referer: `${app}/profile` }, 200, 403],
  [site("same-origin"), 200, 200],
  [site("none"), 200, 403],
  [site("same-site"), 403, 403],
  [site("cross-site"), 403, 403],
  [{ ...site("cross-site"), Origin: app }, 403, 403],
  [{ ...site("same-site"), Origin: app, Host: host }, 403, 403],
  [{ Origin: app }, 200, 200],
  [{ Origin: app, Host: host }, 200, 200],
  [{ Origin: app, Host: `${host}:443` }, 200, 200],
  [{ Origin: "http://localhost:3000", Host: "localhost:3000" }, 200, 200],
  [{ Origin: "http://localhost:3001", Host: "localhost:3000" }, 403, 403],
  [{ Origin: app, ...inner }, 403, 403],
  [{ Origin: app, ...inner, "X-Forwarded-Host": host }, 200, 200],
  [{ Origin: app, ...inner, "X-Forwarded-Host": `${host}, inner.example.com` }, 200, 200],
  [{ Origin: partner, ...inner, "X-Forwarded-Host": host }, 403, 403],
  [{ Origin: partner, "X-Forwarded-Host": "not a host" }, 403, 403],
  [{ Origin: partner }, 403, 403],
  [{ Origin: `${app}.evil.example` }, 403, 403],
  [{ Origin: "null" }, 403, 403],
  [{ Origin: "not an origin" }, 403, 403],
  [{ Origin: partner }, 200, 200, [partner]],
  [{ Origin: partner, ...site("cross-site") }, 200, 200, [partner]],
  [{ Origin: `${partner}:8443`, ...site("cross-site") }, 403, 403, [partner]],
  [{ Origin: app }, 200, 200, [partner]],
];
const named = rows.map((row) => {
  const from = Object.entries(row[0]).map((pair) => pair.join(": "));
  return [from.join(", ") || "no header", row[3] ? "is" : "is not", row] as const;
});

test.each(named)("from %s, where a partner %s allowed", async (_, __, row) => {
  const [headers, get, patch, allowedOrigins] = row;
  const tokenProvider = vi.fn<ServerTokenProvider>(() => "kim");
  const { GET, PATCH } = await serveHandlers(whoIs(), { tokenProvider, allowedOrigins });
  const request = change(undefined, headers);
  if (!headers["Sec-Fetch-Site"]) request.headers.delete("Sec-Fetch-Site");
  expect((await GET(read(headers))).status).toBe(get);
  expect((await PATCH(request)).status).toBe(patch);
  // Who is refused has asked nobody for a token: no session is renewed by another site's page.
  const answered = [get, patch].filter((status) => status === 200).length;
  expect(tokenProvider).toHaveBeenCalledTimes(answered);
});

test("of what another site's page sends, nothing is read before it is refused", async () => {
  const { PATCH } = await serveHandlers(whoIs());
  const request = change("no JSON", { ...site("cross-site"), "Content-Type": "text/plain" });
  expect((await PATCH(request)).status).toBe(403);
  expect(request.bodyUsed).toBe(false);
});

test("no answer lets another origin read it", async () => {
  const { GET } = await serveHandlers(whoIs(), { allowedOrigins: [partner] });
  const answer = await GET(read({ Origin: partner }));
  expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual(
    [],
  );
});
