import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { finishSignIn } from "../sessions/finishSignIn.ts";
import * as recipe from "../sessions/oidc-client-ts.tsx";
import { userManager } from "../userManager.ts";
import { renderSession, states } from "./renderSession.tsx";
import { serveMe } from "./scimServer.ts";
import { comeBack, startOidc } from "./startOidc.ts";
import { testSession } from "./testSession.tsx";

testSession(recipe, async (situation) => ({
  ...(await startOidc(situation)),
  Provider: ({ children }) => children,
}));

/** An app that ends a sign-in before it is rendered, as the provider leaves it. */
async function begin(returnTo: string, answer?: string) {
  const requests = serveMe(["token-of-the-code"]);
  const { load } = await startOidc({ token: null, renewal: "token-of-the-code" });
  load();
  await comeBack(returnTo, answer);
  await finishSignIn();
  renderSession(({ children }) => children, recipe.Session, recipe.SignOut);
  return requests;
}

test("back from the provider people are signed in where they were", async () => {
  const requests = await begin("/account?tab=2");
  await screen.findByText("Barbara Jensen");
  expect(location.pathname + location.search).toBe("/account?tab=2");
  expect(states()).toEqual(["loading", "ready"]);
  expect(requests).toEqual(["token-of-the-code"]);
});

test("a place to return to that is elsewhere is not used", async () => {
  await begin("https://elsewhere.example.net/");
  expect(location.href).toBe(`${location.origin}/`);
});

test("whoever declines is at home and signed out, and a log says why", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const requests = await begin("/account", "error=access_denied");
  await screen.findByRole("button", { name: "Sign in" });
  expect(location.href).toBe(`${location.origin}/`);
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ error: "access_denied" }));
  expect(requests).toEqual([]);
});

test("on any other page nothing is finished", async () => {
  const callback = vi.spyOn(userManager, "signinRedirectCallback");
  await finishSignIn();
  expect(callback).not.toHaveBeenCalled();
  callback.mockRestore();
});
