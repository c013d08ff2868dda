import { ErrorResponse } from "oidc-client-ts";
import type { ReactNode } from "react";
import { useAuth } from "react-oidc-context";
import { ScimMeProvider, SignOutButton } from "react-scim-me";
import { endpoint } from "../endpoint";
import { userManager } from "../userManager";

// The provider's own "no"; anything else is an outage.
const over = (error: unknown) => (error instanceof ErrorResponse ? null : Promise.reject(error));

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
