import { screen } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { ProfileCard } from "react-scim-me";
import { beforeEach, expect, test } from "vitest";
import { queryClient } from "../queryClient.ts";
import { loader } from "../routers/loaders.ts";
import { renderRouter } from "./renderRouter.tsx";
import { serveMe, serveOutage } from "./scimServer.ts";
import { startOidc } from "./startOidc.ts";
import type { Situation } from "./testSession.tsx";

beforeEach(() => {
  queryClient.clear();
  queryClient.setDefaultOptions({ queries: { retry: false } });
});

/** An app whose session surrounds its routes, opened at one with the loader. */
async function begin(situation: Situation) {
  const sdk = await startOidc(situation);
  const router = createMemoryRouter(
    [
      { path: "/account", loader, element: <ProfileCard />, hydrateFallbackElement: <p>wait</p> },
      { path: "/sign-in", element: <p>sign in here</p> },
    ],
    { initialEntries: ["/account?tab=2"] },
  );
  await renderRouter(sdk, queryClient, <RouterProvider router={router} />);
  return { router, sdk };
}

test("the loader's request is the only one", async () => {
  const requests = serveMe(["token-of-the-loader"]);
  await begin({ token: "token-of-the-loader", renewal: "ended" });
  await screen.findByText("Barbara Jensen");
  expect(requests).toEqual(["token-of-the-loader"]);
});

test("a token that was refused to the loader is renewed", async () => {
  const requests = serveMe(["renewed-in-the-loader"]);
  const { sdk } = await begin({ token: "expired", renewal: "renewed-in-the-loader" });
  await screen.findByText("Barbara Jensen");
  expect(requests).toEqual(["expired", "renewed-in-the-loader"]);
  expect(sdk.renewals()).toBe(1);
});

test("nobody is redirected before the route is drawn, without a request", async () => {
  const requests = serveMe([]);
  const { router } = await begin({ token: null, renewal: "ended" });
  await screen.findByText("sign in here");
  const { pathname, search } = router.state.location;
  expect(pathname + search).toBe("/sign-in?returnTo=%2Faccount%3Ftab%3D2");
  expect(requests).toEqual([]);
});

test("an outage redirects nobody: the page shows it, without another request", async () => {
  const requests = serveOutage();
  const { router } = await begin({ token: "token-in-an-outage", renewal: "ended" });
  await screen.findByRole("button", { name: "Try again" });
  expect(router.state.location.pathname).toBe("/account");
  expect(requests.count).toBe(1);
});
