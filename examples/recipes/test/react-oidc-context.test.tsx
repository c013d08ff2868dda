import { screen } from "@testing-library/react";
import { createBrowserRouter, RouterProvider } from "react-router";
import { expect, test } from "vitest";
import * as recipe from "../sessions/react-oidc-context.tsx";
import { renderSession, states } from "./renderSession.tsx";
import { serveMe } from "./scimServer.ts";
import { comeBack, startOidc } from "./startOidc.ts";
import { testSession } from "./testSession.tsx";

testSession(recipe, async (situation) => ({
  ...(await startOidc(situation)),
  Provider: recipe.Auth,
}));

/** An app whose pages are in the place of the sign-out button, as the provider leaves it. */
async function begin(returnTo: string, answer?: string) {
  const requests = serveMe(["token-of-the-code"]);
  const { load } = await startOidc({ token: null, renewal: "token-of-the-code" });
  load();
  await comeBack(returnTo, answer);
  const router = createBrowserRouter([
    { path: "/", element: <p>home</p> },
    { path: "/account", element: <p>the account</p> },
    { path: "/callback", element: <p>one moment</p> },
  ]);
  renderSession(recipe.Auth, recipe.Session, () => <RouterProvider router={router} />);
  return requests;
}

test("back from the provider people are signed in where they were, without a reload", async () => {
  const requests = await begin("/account?tab=2");
  await screen.findByText("the account");
  await screen.findByText("Barbara Jensen");
  expect(location.pathname + location.search).toBe("/account?tab=2");
  expect(states()).toEqual(["loading", "ready"]);
  expect(requests).toEqual(["token-of-the-code"]);
});

test("a place to return to that is elsewhere is not used", async () => {
  await begin("https://elsewhere.example.net/");
  await screen.findByText("home");
  expect(location.href).toBe(`${location.origin}/`);
});

test("whoever declines is signed out, without a request", async () => {
  const requests = await begin("/account", "error=access_denied");
  await screen.findByRole("button", { name: "Sign in" });
  expect(screen.getByText("one moment")).toBeVisible();
  expect(requests).toEqual([]);
});
