import { InteractionRequiredAuthError, InteractionStatus } from "@azure/msal-browser";
import { useMsal } from "@azure/msal-react";
import type { ReactNode } from "react";
import { ScimMeProvider, SignOutButton } from "react-scim-me";
import { endpoint } from "../endpoint";

const scopes = ["api://your-api/me"];
const over = (e: unknown) => (e instanceof InteractionRequiredAuthError ? null : Promise.reject(e));

export function Session({ children }: { children: ReactNode }) {
  const { instance, accounts, inProgress } = useMsal();
  const account = instance.getActiveAccount() ?? accounts[0];
  return (
    <ScimMeProvider
      endpoint={endpoint}
      subject={account?.homeAccountId}
      pending={inProgress !== InteractionStatus.None}
      tokenProvider={async ({ reason }) => {
        if (!account) return null; // acquireTokenSilent() would throw
        const request = { scopes, account, forceRefresh: reason === "rejected" };
        return (await instance.acquireTokenSilent(request).catch(over))?.accessToken;
      }}
      onSignIn={({ returnTo }) => instance.loginRedirect({ scopes, redirectStartPage: returnTo })}
    >
      {children}
    </ScimMeProvider>
  );
}

export function SignOut() {
  const { instance } = useMsal();
  return <SignOutButton onSignOut={() => instance.logoutRedirect()} />;
}
