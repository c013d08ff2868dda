import { expect, test, vi } from "vitest";
import { diagnoseScimMe } from "../../../src/diagnose/index.js";
import { exampleMe } from "../../../src/mocks/index.js";
import { sessionCookie } from "../../../src/scim/sessionCookie.js";
import { notable, said } from "./notable.js";

async function look(
  endpoint: string,
  tokenProvider: Parameters<typeof diagnoseScimMe>[0]["tokenProvider"] = () => "a-good-token",
) {
  const fetch = vi.fn(async () => Response.json(exampleMe));
  return { findings: await diagnoseScimMe({ endpoint, tokenProvider, fetch }), fetch };
}

test.each([
  ["plain http to another machine", "http://scim.example.com/Me", "must be https"],
  ["a user name in the URL", "https://kim@scim.example.com/Me", "user name or password"],
  ["a password in the URL", "https://kim:s3cret@scim.example.com/Me", "user name or password"],
  ["a relative URL without a page", "/scim2/Me", "not an absolute URL"],
  ["another scheme", "ftp://scim.example.com/Me", "must be https"],
  ["nothing", "", "not an absolute URL"],
])("%s is refused, and nothing is sent", async (_, endpoint, words) => {
  const { findings, fetch } = await look(endpoint);
  expect(notable(findings)).toEqual(["endpoint failure"]);
  expect(said(findings, "endpoint")).toContain(words);
  expect(said(findings, "endpoint")).toContain("Set endpoint to the URL of the Me resource itself");
  expect(said(findings, "endpoint")).not.toMatch(/kim|s3cret/);
  expect(findings.slice(1).every(({ outcome }) => outcome === "skipped")).toBe(true);
  expect(fetch).not.toHaveBeenCalled();
});

test.each([
  "api.asgardeo.io/t/acme/scim2/Me",
  "scim.example.com:9443/Me?x=1",
  "localhost:9443/scim2/Me",
  "scim.example.com",
  "aGVhZA.a2lt.c2ln",
])("%s lacks a scheme, and nothing is sent", async (endpoint) => {
  const { findings, fetch } = await look(endpoint);
  expect(notable(findings)).toEqual(["endpoint failure"]);
  expect(said(findings, "endpoint")).toContain("Put https:// before it");
  expect(said(findings, "endpoint")).not.toContain("a2lt");
  expect(fetch).not.toHaveBeenCalled();
});

test("a host without a scheme is a path of the page, which is told", async () => {
  vi.stubGlobal("location", new URL("https://app.example.com/profile"));
  for (const provider of [undefined, sessionCookie] as const) {
    const { findings, fetch } = await look("api.asgardeo.io/t/acme/scim2/Me", provider);
    expect(notable(findings)).toEqual(["endpoint warning"]);
    expect(said(findings, "endpoint")).toContain("this page's own app.example.com is asked");
    expect(said(findings, "endpoint")).toContain("Put https:// before it");
    expect(fetch).toHaveBeenCalledTimes(1);
  }
  vi.unstubAllGlobals();
});

test.each([
  ["https://scim.example.com/v2/Users", "Try https://scim.example.com/v2/Me."],
  ["https://scim.example.com/v2/Users/42?x=1", "Try https://scim.example.com/v2/Me."],
  ["https://scim.example.com/scim2", "Try https://scim.example.com/scim2/Me."],
  ["https://scim.example.com/scim2/me", "Try https://scim.example.com/scim2/Me."],
  ["https://scim.example.com", "Try https://scim.example.com/Me."],
  ["https://id.example.com/oauth2/userinfo", "SCIM 2.0 base URL"],
  ["https://id.example.com/acme/.well-known/openid-configuration", "SCIM 2.0 base URL"],
  ["https://localhost:9443/oauth2/token/.well-known/openid-configuration", "SCIM 2.0 base URL"],
  ["https://id.example.com/realms/acme/protocol/openid-connect/token", "SCIM 2.0 base URL"],
  ["https://id.example.com/oauth2/v2.0/authorize", "SCIM 2.0 base URL"],
  ["https://api.asgardeo.io/t/{organization}/scim2/Me", "placeholder"],
  ["https://api.asgardeo.io/t/<organization>/scim2/Me", "placeholder"],
  ["https://api.asgardeo.io/scim2/Me", "names no organization"],
  ["https://api.asgardeo.io/o/scim2/Me", "names no organization"],
  ["https://api.asgardeo.io/scim2/me", "It is https://api.asgardeo.io/t/<organization>/scim2/Me"],
  ["https://api.asgardeo.io/t/acme/scim2/Users", "not a profile's"],
  ["https://api.eu.asgardeo.io/t/acme/scim2/me", "It is https://api.eu.asgardeo.io/t/"],
  ["https://console.asgardeo.io/t/acme/scim2/Me", "not where Asgardeo's APIs are"],
  ["https://scim.example.com/t/{organization}/scim2/Me", "placeholder"],
  ["https://scim.example.com/Me?access_token=a-good-token", "Take it out of the URL"],
])("%s is called, with a warning", async (endpoint, words) => {
  const { findings, fetch } = await look(endpoint);
  expect(notable(findings)).toEqual(["endpoint warning"]);
  expect(said(findings, "endpoint")).toContain(words);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test.each([
  "https://api.asgardeo.io/t/acme/scim2/Me",
  "https://api.asgardeo.io/t/acme/o/scim2/Me",
  "https://api.eu.asgardeo.io/t/acme/scim2/Me",
  "https://localhost:9443/t/carbon.super/scim2/Me",
  "http://localhost:9444/t/demo/scim2/Me",
  "https://scim.example.com/v2/Me/",
  "https://scim.example.com/v2/Me?attributes=userName",
  "https://scim.example.com/.well-known/scim/Me",
])("%s needs no change", async (endpoint) => {
  expect(notable((await look(endpoint)).findings)).toEqual([]);
});

test("the path of a sub-organization is told whose token it needs", async () => {
  const { findings } = await look("https://api.asgardeo.io/t/acme/o/scim2/Me");
  expect(said(findings, "endpoint")).toContain("Organization Switch");
});

test("a route of the app's own may be called anything", async () => {
  vi.stubGlobal("location", new URL("https://app.example.com/profile"));
  const { findings } = await look("/api/profile", sessionCookie);
  vi.unstubAllGlobals();
  expect(notable(findings)).toEqual([]);
  expect(said(findings, "token")).toContain("your own server");
});
