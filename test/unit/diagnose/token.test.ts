import { expect, test, vi } from "vitest";
import { diagnoseScimMe } from "../../../src/diagnose/index.js";
import { exampleMe } from "../../../src/mocks/index.js";
import type { TokenProvider, TokenRequest } from "../../../src/scim/TokenProvider.js";
import { notable, said } from "./notable.js";

const endpoint = "https://scim.example.com/Me";
const hour = 3600;
const now = Math.floor(Date.now() / 1000);

async function look(tokenProvider: unknown, timeoutMs = 10_000) {
  const fetch = vi.fn(async () => Response.json(exampleMe));
  const options = { endpoint, tokenProvider: tokenProvider as TokenProvider, fetch, timeoutMs };
  return { findings: await diagnoseScimMe(options), fetch };
}

/** An unsigned token with these claims, as a JWT is written. */
function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return [part({ alg: "none" }), part(claims), "c2lnbmF0dXJl"].join(".");
}

test.each<[string, unknown, string]>([
  ["no token", () => undefined, "Sign in first"],
  ["an empty token", () => "", "Sign in first"],
  ["the text undefined", () => "undefined", 'gave the text "undefined"'],
  ["the text null", async () => "null", 'gave the text "null"'],
  ["a whole header", () => "Bearer s3cret-token", "behind “Bearer”"],
  ["a token in quotes", () => '"s3cret-token"', "no quotes"],
  ["a token with a line break", () => "s3cret-token\n", "no line breaks"],
  ["a whole session", () => ({ accessToken: "s3cret-token" }), "not the whole session"],
  ["a provider that throws", () => Promise.reject(new Error("s3cret-token")), "Call it by itself"],
  ["no provider", undefined, "There is no token provider"],
  ["a token in the provider's place", "s3cret-token", "There is no token provider"],
])("%s is a failure, and nothing is sent", async (_, provider, words) => {
  const { findings, fetch } = await look(provider);
  expect(notable(findings)).toEqual(["token failure"]);
  expect(said(findings, "token")).toContain(words);
  expect(JSON.stringify(findings)).not.toContain("s3cret");
  expect(fetch).not.toHaveBeenCalled();
});

test("a provider that never answers is a failure of its own", async () => {
  const { findings, fetch } = await look(() => new Promise(() => {}), 20);
  expect(notable(findings)).toEqual(["token failure"]);
  expect(said(findings, "token")).toContain("See what it waits for");
  expect(fetch).not.toHaveBeenCalled();
});

test.each<[string, object, string]>([
  ["an expired JWT", { exp: now - hour, sub: "kim" }, "has expired"],
  ["an ID token with a nonce", { exp: now + hour, nonce: "n-0S6" }, "ID token"],
  ["an ID token with a hash", { exp: now + hour, at_hash: "MTIzNDU2" }, "ID token"],
  ["an ID token in letters of base64url", { nonce: "n-0S6", x: "~~~???>>>" }, "ID token"],
  ["an application's token", { sub: "app-1", client_id: "app-1" }, "application's own token"],
  ["an application's token of Asgardeo", { aut: "APPLICATION" }, "application's own token"],
])("%s is sent all the same, with a hint", async (_, claims, words) => {
  const { findings, fetch } = await look(() => jwt(claims));
  expect(notable(findings)).toEqual(["token warning"]);
  expect(said(findings, "token")).toContain(words);
  expect(JSON.stringify(findings)).not.toMatch(/eyJ|kim|n-0S6|MTIz|app-1/);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("of a token that was refused and the one it was renewed to, the last is looked into", async () => {
  const good = jwt({ exp: now + hour, sub: "kim" });
  const findings = await diagnoseScimMe({
    endpoint,
    tokenProvider: ({ reason }) => (reason === "initial" ? jwt({ exp: now - hour }) : good),
    fetch: async (_, init) =>
      new Headers(init?.headers).get("Authorization") === `Bearer ${good}`
        ? Response.json(exampleMe)
        : new Response(null, { status: 401 }),
  });
  expect(notable(findings)).toEqual([]);
});

test("a renewal that is shared with an earlier one is looked into all the same", async () => {
  const [worn, good] = [
    jwt({ exp: now - hour, jti: "worn" }),
    jwt({ exp: now + hour, sub: "kim" }),
  ];
  const tokenProvider = vi.fn(({ reason }: TokenRequest) => (reason === "initial" ? worn : good));
  for (const times of [2, 3]) {
    const findings = await diagnoseScimMe({
      ...{ endpoint, tokenProvider },
      fetch: async (_, init) =>
        new Headers(init?.headers).get("Authorization") === `Bearer ${good}`
          ? Response.json(exampleMe)
          : new Response(null, { status: 401 }),
    });
    expect(tokenProvider).toHaveBeenCalledTimes(times);
    expect(notable(findings)).toEqual([]);
    expect(said(findings, "authentication")).toContain("the renewed one accepted");
  }
});

test.each([
  ["an opaque token", "61985b0e-26c3-38b7-acff-b18ad934eafc", "opaque"],
  ["text with two dots", "a.b.c", "opaque"],
  ["an encrypted token", "a.b.c.d.e", "opaque"],
  ["a JWT whose claims are no object", "x.Nw.y", "opaque"],
  ["a JWT of a person", jwt({ exp: now + hour, sub: "kim", client_id: "app" }), "JWT"],
  ["a JWT of nobody in particular", jwt({ exp: now + hour }), "JWT"],
  ["a JWT without an end", jwt({ sub: "kim" }), "JWT"],
])("%s is well", async (_, token, words) => {
  const { findings } = await look(() => token);
  expect(notable(findings)).toEqual([]);
  expect(said(findings, "token")).toContain(words);
});

test("what a framework throws to redirect is its own to catch", async () => {
  const redirect = Object.assign(new Error("redirect"), { digest: "NEXT_REDIRECT" });
  await expect(look(() => Promise.reject(redirect))).rejects.toBe(redirect);
});
