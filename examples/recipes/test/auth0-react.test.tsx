import { Auth0Provider, GenericError } from "@auth0/auth0-react";
import type { Auth0Client } from "@auth0/auth0-spa-js";
import { vi } from "vitest";
import * as recipe from "../sessions/auth0-react.tsx";
import { answerRenewal } from "./answerRenewal.ts";
import { gate } from "./gate.ts";
import { type Situation, testSession } from "./testSession.tsx";

/** The client as the SDK's provider uses it. When a session ends it forgets the person, then throws. */
function fakeClient({ token, renewal }: Situation) {
  const { opened, open } = gate();
  let user = token ? { sub: "auth0|barbara" } : undefined;
  const loginRequired = () => {
    user = undefined;
    return new GenericError("login_required", "Login required");
  };
  const renew = vi.fn(() => answerRenewal(renewal, loginRequired));
  const client = {
    checkSession: () => opened,
    getUser: async () => user,
    getTokenSilently: async ({ cacheMode }: { cacheMode?: string }) =>
      cacheMode === "off" ? renew() : token,
    loginWithRedirect: vi.fn(async (_options: { appState: { returnTo: string } }) => {}),
    logout: vi.fn(async () => {}),
  };
  return { client, open, renew };
}

testSession(recipe, (situation) => {
  const { client, open, renew } = fakeClient(situation);
  return {
    Provider: ({ children }) => (
      <Auth0Provider client={client as unknown as Auth0Client}>{children}</Auth0Provider>
    ),
    load: open,
    renewals: () => renew.mock.calls.length,
    signIns: () => client.loginWithRedirect.mock.calls.map(([{ appState }]) => appState.returnTo),
    signOuts: () => client.logout.mock.calls.length,
  };
});
