import { act, screen, waitFor } from "@testing-library/react";
import { createBrowserRouter, RouterProvider } from "react-router";
import { createTestQueryClient } from "react-scim-me/testing";
import { expect, test } from "vitest";
import { SignedIn, SignIn } from "../routers/react-router.tsx";
import { finishSignIn } from "../sessions/finishSignIn.ts";
import { renderRouter } from "./renderRouter.tsx";
import { serveMe } from "./scimServer.ts";
import { comeBack, startOidc } from "./startOidc.ts";

const createRouter = () =>
  createBrowserRouter([
    { element: <SignedIn />, children: [{ path: "/account", element: <p>the account</p> }] },
    { path: "/sign-in", element: <SignIn /> },
  ]);

/** An app at a place; the guard reads the page's own address, so its history is the browser's. */
async function begin(place: string, token: string | null) {
  window.history.replaceState(null, "", place);
  const requests = serveMe([`${token}`]);
  const sdk = await startOidc({ token, renewal: "ended" });
  const router = createRouter();
  await renderRouter(sdk, createTestQueryClient(), <RouterProvider router={router} />);
  return { sdk, requests };
}

test("whoever is signed in sees the route, after one request", async () => {
  const { requests } = await begin("/account", "token-of-barbara");
  await screen.findByText("the account");
  expect(requests).toEqual(["token-of-barbara"]);
});

test("nobody goes to the sign-in page, and from there back to where they were", async () => {
  const { sdk, requests } = await begin("/account?tab=2#top", null);
  const button = await screen.findByRole("button", { name: "Continue to sign in" });
  expect(window.location.pathname).toBe("/sign-in");
  expect(screen.queryByText("the account")).toBeNull();
  act(() => button.click());
  expect(sdk.signIns()).toEqual(["/account?tab=2#top"]);
  expect(requests).toEqual([]);
});

test("a place to return to that somebody else wrote is not used", async () => {
  const { sdk } = await begin("/sign-in?returnTo=https://elsewhere.example.net/", null);
  act(() => screen.getByRole("button", { name: "Continue to sign in" }).click());
  await waitFor(() => expect(sdk.signIns()).toEqual(["/"]));
});

test("back from the provider they see the route, whenever the router was made", async () => {
  const requests = serveMe(["token-of-the-code"]);
  const sdk = await startOidc({ token: null, renewal: "token-of-the-code" });
  await comeBack("/account?tab=2#top");
  const early = createRouter();
  await finishSignIn();
  for (const router of [early, createRouter()]) {
    expect(router.state.location).toMatchObject({ pathname: "/account", search: "?tab=2" });
  }
  await renderRouter(sdk, createTestQueryClient(), <RouterProvider router={early} />);
  await screen.findByText("the account");
  expect(window.location.href).toBe(`${window.location.origin}/account?tab=2#top`);
  expect(requests).toEqual(["token-of-the-code"]);
});
