import {
  type AccountInfo,
  type AuthenticationResult,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
  Logger,
  type RedirectRequest,
  type SilentRequest,
  stubbedPublicClientApplication,
} from "@azure/msal-browser";
import { MsalProvider } from "@azure/msal-react";
import { vi } from "vitest";
import * as recipe from "../sessions/msal-react.tsx";
import { answerRenewal } from "./answerRenewal.ts";
import { gate } from "./gate.ts";
import { type Situation, testSession } from "./testSession.tsx";

const account: AccountInfo = {
  homeAccountId: "barbara.tenant",
  environment: "login.example.com",
  tenantId: "tenant",
  username: "bjensen@example.com",
  localAccountId: "barbara",
};

/** The SDK's own stub of a client, with a cache and a provider behind it. */
function fakeClient({ token, renewal }: Situation) {
  const { opened, open } = gate();
  const ended = () => new InteractionRequiredAuthError("login_required", "Sign in.");
  const renew = vi.fn(() => answerRenewal(renewal, ended));
  const instance: IPublicClientApplication = {
    ...stubbedPublicClientApplication,
    initialize: async () => {},
    initializeWrapperLibrary: () => {},
    handleRedirectPromise: () => opened.then(() => null),
    addEventCallback: () => "callback",
    removeEventCallback: () => {},
    getLogger: () => new Logger({}),
    getAllAccounts: () => (token ? [account] : []),
    getActiveAccount: () => null,
    acquireTokenSilent: async ({ forceRefresh }: SilentRequest) =>
      ({ accessToken: forceRefresh ? renew() : token }) as AuthenticationResult,
    loginRedirect: vi.fn(async (_request?: RedirectRequest) => {}),
    logoutRedirect: vi.fn(async () => {}),
  };
  return { instance, open, renew };
}

testSession(recipe, (situation) => {
  const { instance, open, renew } = fakeClient(situation);
  return {
    Provider: ({ children }) => <MsalProvider instance={instance}>{children}</MsalProvider>,
    load: open,
    renewals: () => renew.mock.calls.length,
    signIns: () =>
      vi.mocked(instance.loginRedirect).mock.calls.map(([request]) => request?.redirectStartPage),
    signOuts: () => vi.mocked(instance.logoutRedirect).mock.calls.length,
  };
});
