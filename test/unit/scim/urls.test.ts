// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://app.example.com/people" }
import { expect, test } from "vitest";
import { endSessionUrl } from "../../../src/scim/endSessionUrl.js";
import { safeReturnTo } from "../../../src/scim/safeReturnTo.js";

test.each([
  ["/", "/"],
  ["/profile?tab=1&x=a%2Fb#name", "/profile?tab=1&x=a%2Fb#name"],
  ["/a//b", "/a//b"],
  ["/a?next=https://example.org", "/a?next=https://example.org"],
  ["/@kim", "/@kim"],
  ["/a/../b", "/b"],
  ["https://app.example.com/profile?x=1#y", "/profile?x=1#y"],
  ["HTTPS://APP.EXAMPLE.COM/profile", "/profile"],
])("%s leads to %s", (value, path) => {
  expect(safeReturnTo(value, "/home")).toBe(path);
});

test.each([
  "",
  "//example.org",
  "//app.example.com/profile",
  "//example.org/%2f..",
  "///example.org",
  "/\\example.org",
  "\\\\example.org",
  "/a\\b",
  "/\t/example.org",
  "/\n/example.org",
  "\t//example.org",
  " //example.org",
  "/a\u0000b",
  "/a\u007fb",
  "/a\u0085b",
  "/.//example.org",
  "/..//example.org",
  "/%2e//example.org",
  "/a/..//example.org",
  "https://example.org/",
  "https://app.example.com.example.org/",
  "https://app.example.com@example.org/",
  "https://kim@app.example.com/",
  "https://kim:pw@app.example.com/",
  "https://app.example.com:8443/",
  "http://app.example.com/",
  "https:/example.org",
  "https:example.org",
  "https:///example.org",
  "https://app.example.com//example.org",
  "javascript:alert(1)",
  "JAVASCRIPT:alert(1)",
  "data:text/html,x",
  "blob:https://app.example.com/1",
  "ftp://app.example.com/",
  "profile",
  "?x=1",
  "#x",
  "https://",
  undefined,
  null,
  7,
  {},
  ["/profile"],
])("%j does not lead anywhere else", (value) => {
  expect(safeReturnTo(value, "/home")).toBe("/home");
  expect(safeReturnTo(value)).toBe("/");
});

test("what is safe once stays the same, and stays on this origin", () => {
  for (const value of ["/a b", "/ä?ö#ü", "/a/./b/../c", "/%5Cexample.org", "/;//x"]) {
    const path = safeReturnTo(value, "/home");
    expect(safeReturnTo(path)).toBe(path);
    expect(new URL(path, "https://app.example.com").origin).toBe("https://app.example.com");
  }
});

test("ending a session names what the provider needs and nothing that is missing", () => {
  const endSessionEndpoint = "https://id.example.com/oidc/logout";
  expect(endSessionUrl({ endSessionEndpoint })).toBe(endSessionEndpoint);
  const url = new URL(
    endSessionUrl({
      endSessionEndpoint: `${endSessionEndpoint}?tenant=acme`,
      idTokenHint: "e30.e30.x",
      clientId: "my app",
      postLogoutRedirectUri: "https://app.example.com/bye?a=1&b=2",
      state: "a&b=c",
    }),
  );
  expect(url.origin + url.pathname).toBe(endSessionEndpoint);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    tenant: "acme",
    id_token_hint: "e30.e30.x",
    client_id: "my app",
    post_logout_redirect_uri: "https://app.example.com/bye?a=1&b=2",
    state: "a&b=c",
  });
  const partly = endSessionUrl({ endSessionEndpoint, idTokenHint: undefined, state: "" });
  expect(partly).toBe(endSessionEndpoint);
});

test.each(["", "/logout", "javascript:alert(1)//", "JavaScript:alert(1)//", "data:text/html,x"])(
  "a session cannot end at %j",
  (endSessionEndpoint) => {
    expect(() => endSessionUrl({ endSessionEndpoint })).toThrow(TypeError);
  },
);
