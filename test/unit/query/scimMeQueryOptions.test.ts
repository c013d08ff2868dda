import { dehydrate, hydrate, QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { type ScimMe, scimMeQueryKey, scimMeQueryOptions } from "../../../src/index.js";
import { createTestQueryClient, expectNoTokenInCache } from "../../../src/testing/index.js";
import { failure, person, recordFetch } from "./recordFetch.js";

const endpoint = "https://scim.example.com/scim2/Me";
const token = "header.payload-of-alice.signature";

test("the defaults are those that the contract names", () => {
  const options = scimMeQueryOptions({ endpoint, tokenProvider: () => token });
  expect(options).toMatchObject({
    staleTime: 60_000,
    retryOnMount: false,
    networkMode: "always",
    refetchOnReconnect: true,
  });
});

test("ensureQueryData reads once and then answers from the cache", async () => {
  const client = createTestQueryClient();
  const { fetch, requests } = recordFetch();
  const options = scimMeQueryOptions({ endpoint, tokenProvider: () => token, fetch });
  expect((await client.ensureQueryData(options)).displayName).toBe("Barbara Jensen");
  await client.ensureQueryData(options);
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ url: endpoint, token });
});

test("prefetchQuery swallows the failure and leaves its reason in the cache", async () => {
  const client = createTestQueryClient();
  const { fetch } = recordFetch(() => failure(403));
  const options = scimMeQueryOptions({ endpoint, tokenProvider: () => token, fetch });
  await client.prefetchQuery(options);
  expect(client.getQueryState(options.queryKey)?.error).toMatchObject({ reason: "forbidden" });
});

test("a prefetched person survives dehydration and hydration as plain JSON", async () => {
  const server = createTestQueryClient();
  const { fetch } = recordFetch();
  const options = scimMeQueryOptions({ endpoint, tokenProvider: () => token, fetch, subject: "a" });
  await server.prefetchQuery(options);
  const wire = JSON.stringify(dehydrate(server));
  expect(wire).not.toContain(token);

  const browser = new QueryClient();
  hydrate(browser, JSON.parse(wire));
  const key = scimMeQueryKey({ endpoint, subject: "a" });
  expect(browser.getQueryData<ScimMe>(key)).toEqual(server.getQueryData(key));
  browser.clear();
});

test("prefetching for a session cookie's endpoint fills the key of that endpoint", async () => {
  const client = createTestQueryClient();
  const { fetch, requests } = recordFetch();
  const queryKey = scimMeQueryKey({ endpoint: "/api/me", subject: "alice" });
  const real = scimMeQueryOptions({ endpoint, tokenProvider: () => token, fetch });
  await client.prefetchQuery({ ...real, queryKey });
  expect(client.getQueryData<ScimMe>(queryKey)?.userName).toBe("bjensen@example.com");
  expect(requests[0]?.url).toBe(endpoint);
});

test("a 401 asks the provider once more, with the refused token, and sends the new one", async () => {
  const client = createTestQueryClient();
  const { fetch, requests } = recordFetch(({ token }) =>
    token === "second-token" ? person() : failure(401),
  );
  const tokenProvider = vi.fn(({ reason }) =>
    reason === "initial" ? "first-token" : "second-token",
  );
  await client.ensureQueryData(scimMeQueryOptions({ endpoint, tokenProvider, fetch }));
  expect(requests.map((request) => request.token)).toEqual(["first-token", "second-token"]);
  expect(tokenProvider).toHaveBeenLastCalledWith(
    expect.objectContaining({ reason: "rejected", rejectedToken: "first-token" }),
  );
});

test("the token is nowhere in the cache, after success and after each kind of failure", async () => {
  for (const answer of [person, () => failure(401), () => failure(500)]) {
    const client = createTestQueryClient();
    const { fetch } = recordFetch(() => answer());
    const options = scimMeQueryOptions({ endpoint, tokenProvider: () => token, fetch });
    await client.prefetchQuery(options);
    expectNoTokenInCache(client, token);
  }
});

test("without a provider the reason is configuration, and nothing is sent", async () => {
  const client = createTestQueryClient();
  const { fetch, requests } = recordFetch();
  await expect(client.fetchQuery(scimMeQueryOptions({ endpoint, fetch }))).rejects.toMatchObject({
    reason: "configuration",
  });
  expect(requests).toHaveLength(0);
});
