import {
  createBrowserHistory,
  createMemoryHistory,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { screen } from "@testing-library/react";
import { ProfileCard } from "react-scim-me";
import { createTestQueryClient } from "react-scim-me/testing";
import { expect, test, vi } from "vitest";
import { rootRoute, signedInRoute } from "../routers/tanstack-router.tsx";
import { finishSignIn } from "../sessions/finishSignIn.ts";
import { renderRouter } from "./renderRouter.tsx";
import { serveMe, serveOutage } from "./scimServer.ts";
import { comeBack, startOidc } from "./startOidc.ts";
import type { Situation } from "./testSession.tsx";

const routeTree = rootRoute.addChildren([
  signedInRoute.addChildren([
    createRoute({ getParentRoute: () => signedInRoute, path: "/account", component: ProfileCard }),
  ]),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/sign-in",
    component: () => <p>sign in here</p>,
  }),
]);

/** An app whose session surrounds its routes, opened at a route for signed-in people. */
async function begin(situation: Situation) {
  // jsdom has none.
  vi.stubGlobal("scrollTo", () => {});
  const sdk = await startOidc(situation);
  const queryClient = createTestQueryClient();
  const router = createRouter({
    routeTree,
    context: { queryClient },
    history: createMemoryHistory({ initialEntries: ["/account?tab=2"] }),
  });
  await renderRouter(sdk, queryClient, <RouterProvider router={router} />);
  return router;
}

test("the route's request is the only one", async () => {
  const requests = serveMe(["token-of-the-route"]);
  await begin({ token: "token-of-the-route", renewal: "ended" });
  await screen.findByText("Barbara Jensen");
  expect(requests).toEqual(["token-of-the-route"]);
});

test("nobody is redirected before the route is drawn, without a request", async () => {
  const requests = serveMe([]);
  const router = await begin({ token: null, renewal: "ended" });
  await screen.findByText("sign in here");
  expect(router.state.location.href).toBe("/sign-in?returnTo=%2Faccount%3Ftab%3D2");
  expect(requests).toEqual([]);
});

test("an ended session is redirected too", async () => {
  serveMe([]);
  const router = await begin({ token: "ended-at-the-route", renewal: "ended" });
  await screen.findByText("sign in here");
  expect(router.state.location.pathname).toBe("/sign-in");
});

test("an outage redirects nobody: the page shows it, without another request", async () => {
  const requests = serveOutage();
  const router = await begin({ token: "token-in-an-outage", renewal: "ended" });
  await screen.findByRole("button", { name: "Try again" });
  expect(router.state.location.pathname).toBe("/account");
  expect(requests.count).toBe(1);
});

test("back from the provider they see the route, after one request", async () => {
  vi.stubGlobal("scrollTo", () => {});
  const requests = serveMe(["token-of-the-code"]);
  const sdk = await startOidc({ token: null, renewal: "token-of-the-code" });
  const queryClient = createTestQueryClient();
  await comeBack("/account?tab=2");
  const history = createBrowserHistory();
  const router = createRouter({ routeTree, context: { queryClient }, history });
  await finishSignIn();
  await renderRouter(sdk, queryClient, <RouterProvider router={router} />);
  await screen.findByText("Barbara Jensen");
  expect(router.state.location.href).toBe("/account?tab=2");
  expect(requests).toEqual(["token-of-the-code"]);
  history.destroy();
});
