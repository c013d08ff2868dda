import { hashKey, matchQuery, QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { scimMeQueryKey, scimMeQueryOptions } from "../../../src/index.js";

const endpoint = "https://SCIM.example.com:443/scim2/Me?tenant=acme";
const tokenProvider = () => "token-of-nobody";

test("the key is scim, Me, the endpoint as given, and the subject or null", () => {
  expect(scimMeQueryOptions({ endpoint, tokenProvider }).queryKey).toEqual([
    "scim",
    "Me",
    endpoint,
    null,
  ]);
  expect(scimMeQueryOptions({ endpoint, tokenProvider, subject: "alice" }).queryKey).toEqual([
    "scim",
    "Me",
    endpoint,
    "alice",
  ]);
});

test("scimMeQueryKey with a subject is the very key of the options", () => {
  const options = { endpoint, tokenProvider, subject: "alice" };
  expect(hashKey(scimMeQueryKey({ endpoint, subject: "alice" }))).toBe(
    hashKey(scimMeQueryOptions(options).queryKey),
  );
});

test("scimMeQueryKey without a subject is the prefix that matches everyone at the endpoint", () => {
  const client = new QueryClient();
  const me = (options: { endpoint: string; subject?: string }) =>
    client
      .getQueryCache()
      .build(client, { queryKey: scimMeQueryOptions({ ...options, tokenProvider }).queryKey });
  const filters = { queryKey: scimMeQueryKey({ endpoint }) };
  expect(matchQuery(filters, me({ endpoint, subject: "alice" }))).toBe(true);
  expect(matchQuery(filters, me({ endpoint, subject: "bob" }))).toBe(true);
  expect(matchQuery(filters, me({ endpoint }))).toBe(true);
  expect(matchQuery(filters, me({ endpoint: "https://other.example.com/Me" }))).toBe(false);
  client.clear();
});

test("queries for different attributes do not share an entry", () => {
  const key = (options: object) =>
    hashKey(scimMeQueryOptions({ endpoint, tokenProvider, ...options }).queryKey);
  const keys = [
    key({}),
    key({ attributes: ["emails"] }),
    key({ attributes: ["groups"] }),
    key({ excludedAttributes: ["groups"] }),
  ];
  expect(new Set(keys).size).toBe(4);
  expect(key({ attributes: [] })).toBe(key({}));
});

test("no token and no provider is in the key", () => {
  const { queryKey } = scimMeQueryOptions({ endpoint, tokenProvider, subject: "alice" });
  expect(JSON.stringify(queryKey)).not.toContain("token");
});
