import { expect, test, vi } from "vitest";
import { type FetchScimMeOptions, fetchScimMe } from "../../../src/scim/fetchScimMe.js";
import { sessionCookie } from "../../../src/scim/sessionCookie.js";
import { errorOf } from "./outcome.js";

type Names = Pick<FetchScimMeOptions, "attributes" | "excludedAttributes">;

/** The URL that is called, and the error where none is. */
async function call(endpoint: string, names: Names = {}) {
  const recording = vi.fn<typeof fetch>(async () => Response.json({ userName: "kim" }));
  const result = fetchScimMe({ endpoint, tokenProvider: () => "abc", fetch: recording, ...names });
  return { called: () => recording.mock.calls.map(([url]) => String(url)), result };
}

async function urlOf(endpoint: string, names?: Names): Promise<string | undefined> {
  const { called, result } = await call(endpoint, names);
  await result;
  return called()[0];
}

async function refusalOf(endpoint: string, names?: Names) {
  const { called, result } = await call(endpoint, names);
  const error = await errorOf(result);
  expect(called()).toEqual([]);
  return error;
}

test.each([
  "https://api.asgardeo.io/t/acme/scim2/Me",
  "https://api.example.com/o/5f6a/scim/v2/Me",
  "https://api.example.com:8443/admin/v1/Me",
  "http://localhost:9443/scim2/Me",
  "http://app.localhost/scim2/Me",
  "http://127.0.0.1:8080/Me",
  "http://127.200.3.4/Me",
  "http://[::1]:8080/Me",
])("%s is called as it is", async (endpoint) => {
  expect(await urlOf(endpoint)).toBe(endpoint);
});

test.each<[string, string]>([
  ["plain http", "http://api.example.com/scim2/Me"],
  ["plain http to a private address", "http://192.168.0.7/scim2/Me"],
  ["a name that begins like loopback", "http://localhost.example.com/Me"],
  ["a name that ends like loopback", "http://notlocalhost/Me"],
  ["an address that begins like loopback", "http://127.0.0.1.example.com/Me"],
  ["the address of every interface", "http://0.0.0.0/Me"],
  ["a user name", "https://kim@api.example.com/scim2/Me"],
  ["a user name and a password", "https://kim:secret@api.example.com/scim2/Me"],
  ["a password alone", "https://:secret@api.example.com/scim2/Me"],
  ["userinfo on loopback", "http://kim@localhost/Me"],
  ["a file", "file:///scim2/Me"],
  ["a data URL", 'data:application/json,{"userName":"kim"}'],
  ["a socket", "wss://api.example.com/scim2/Me"],
  ["a path without a page", "/scim2/Me"],
  ["a host without a page", "//api.example.com/scim2/Me"],
  ["a name without a page", "scim2/Me"],
  ["an empty text", ""],
  ["no URL", "https://"],
])("%s is refused before anybody is asked", async (_, endpoint) => {
  const error = await refusalOf(endpoint);
  expect(error.reason).toBe("configuration");
  expect(error.message).not.toContain("secret");
});

test("a missing endpoint is configuration as well", async () => {
  const error = await refusalOf(undefined as unknown as string);
  expect(error.reason).toBe("configuration");
});

test("a refused endpoint does not ask the provider", async () => {
  const tokenProvider = vi.fn(() => "abc");
  await errorOf(fetchScimMe({ endpoint: "http://api.example.com/Me", tokenProvider }));
  expect(tokenProvider).not.toHaveBeenCalled();
});

test("sessionCookie without a page has no path to resolve either", async () => {
  const error = await errorOf(fetchScimMe({ endpoint: "/api/me", tokenProvider: sessionCookie }));
  expect(error.reason).toBe("configuration");
});

test.each([
  "https://api.example.com/Me?tenant=acme",
  "https://api.example.com/Me?tenant=a+b%20c%2Bd&x=%7e&x=2&empty&=",
  "https://api.example.com/Me?filter=a,b;c",
])("the query of %s is kept to the letter", async (endpoint) => {
  expect(await urlOf(endpoint)).toBe(endpoint);
  const added = await urlOf(endpoint, { attributes: ["userName"] });
  expect(added).toBe(`${endpoint}&attributes=userName`);
});

test.each(["attributes", "excludedAttributes"] as const)(
  "%s are one comma-separated parameter",
  async (name) => {
    const names = ["userName", "name.givenName", "urn:example:2.0:User:badge"];
    const url = new URL((await urlOf("https://api.example.com/Me", { [name]: names })) ?? "");
    expect([...url.searchParams]).toEqual([[name, names.join(",")]]);
  },
);

test("an attribute name cannot bring a parameter of its own", async () => {
  const attributes = ["userName&excludedAttributes=id#x"];
  const url = new URL((await urlOf("https://api.example.com/Me", { attributes })) ?? "");
  expect([...url.searchParams]).toEqual([["attributes", attributes[0]]]);
  expect(url.hash).toBe("");
});

test("empty lists add nothing", async () => {
  const endpoint = "https://api.example.com/Me";
  expect(await urlOf(endpoint, { attributes: [], excludedAttributes: [] })).toBe(endpoint);
  expect(await urlOf(endpoint, { attributes: [], excludedAttributes: ["groups"] })).toBe(
    `${endpoint}?excludedAttributes=groups`,
  );
});

test("attributes and excludedAttributes together are refused, from whichever side they come", async () => {
  const both = { attributes: ["userName"], excludedAttributes: ["groups"] };
  expect((await refusalOf("https://api.example.com/Me", both)).reason).toBe("configuration");
  const own = "https://api.example.com/Me?excludedAttributes=groups";
  const error = await refusalOf(own, { attributes: ["userName"] });
  expect(error.reason).toBe("configuration");
});
