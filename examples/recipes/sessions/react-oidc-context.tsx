import { ErrorResponse, type User } from "oidc-client-ts";
import type { ReactNode } from "react";
import { AuthProvider, useAuth } from "react-oidc-context";
import { ScimMeProvider, SignOutButton, safeReturnTo } from "react-scim-me";
import { endpoint } from "../endpoint";
import { userManager } from "../userManager";

// The provider's own "no"; anything else is an outage.
const over = (error: unknown) => (error instanceof ErrorResponse ? null : Promise.reject(error));

/** Back from the provider: a reload would forget a token that is in memory; routers hear of this. */
function goBack(user: User | undefined) {
  history.replaceState(null, "", safeReturnTo(user?.state));
  dispatchEvent(new PopStateEvent("popstate"));
}

export const Auth = ({ children }: { children: ReactNode }) => (
  <AuthProvider userManager={userManager} onSigninCallback={goBack}>
    {children}
  </AuthProvider>
);

export function Session({ children }: { children: ReactNode }) {
  const { user, isLoading, signinRedirect } = useAuth();
  return (
    <ScimMeProvider
      endpoint={endpoint}
      subject={user?.profile.sub}
      pending={!user && isLoading}
      tokenProvider={async ({ reason }) =>
        (reason === "rejected" ? await userManager.signinSilent().catch(over) : user)?.access_token
      }
      onSignIn={({ returnTo }) => void signinRedirect({ state: returnTo })}
    >
      {children}
    </ScimMeProvider>
  );
}

export const SignOut = () => <SignOutButton onSignOut={() => userManager.signoutRedirect()} />;
