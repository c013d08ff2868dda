import { dehydrate, hydrate, QueryClient } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import {
  ProfileCard,
  scimMeQueryKey,
  scimMeQueryOptions,
  sessionCookie,
} from "../../../src/index.js";
import { createTestQueryClient } from "../../../src/testing/index.js";
import { recordFetch } from "../query/recordFetch.js";
import { pass, renderApp } from "../query/renderApp.js";

const subject = "barbara";

/** What a server component hands to the page. */
async function prefetched(fetch: typeof globalThis.fetch): Promise<string> {
  const server = new QueryClient();
  const endpoint = "https://provider.example.com/scim2/Me";
  const tokenProvider = () => "stays-on-the-server";
  await server.prefetchQuery({
    ...scimMeQueryOptions({ endpoint, subject, tokenProvider, fetch }),
    queryKey: scimMeQueryKey({ endpoint: "/api/me", subject }),
  });
  return JSON.stringify(dehydrate(server));
}

test("what a server read of the provider is the page's own /api/me, and nobody asks again", async () => {
  const upstream = recordFetch();
  const state = await prefetched(upstream.fetch);
  expect(upstream.requests).toMatchObject([{ token: "stays-on-the-server" }]);
  expect(state).not.toMatch(/stays-on-the-server|provider\.example\.com/);

  const client = createTestQueryClient();
  hydrate(client, JSON.parse(state));
  const { fetch, requests } = recordFetch();
  const children = <ProfileCard />;
  renderApp(
    { endpoint: "/api/me", tokenProvider: sessionCookie, subject, fetch, children },
    { client },
  );
  expect(screen.getByText("Barbara Jensen")).toBeVisible();
  await pass();
  expect(requests).toEqual([]);
});
