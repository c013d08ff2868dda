import { useAuth0 } from "@auth0/auth0-react";
import type { ReactNode } from "react";
import { ScimMeProvider, SignOutButton } from "react-scim-me";
import { endpoint } from "../endpoint";

// The errors by which getAccessTokenSilently() says that nobody is signed in any more.
const OVER = /^((login|consent|interaction|mfa)_required|invalid_grant|missing_refresh_token)$/;
const over = (error: { error?: string }) =>
  OVER.test(error.error ?? "") ? null : Promise.reject(error);

export function Session({ children }: { children: ReactNode }) {
  const { isLoading, user, getAccessTokenSilently, loginWithRedirect } = useAuth0();
  const getToken = (cacheMode: "on" | "off") => getAccessTokenSilently({ cacheMode }).catch(over);
  return (
    <ScimMeProvider
      endpoint={endpoint}
      subject={user?.sub}
      pending={isLoading}
      tokenProvider={({ reason }) => user && getToken(reason === "rejected" ? "off" : "on")}
      onSignIn={({ returnTo }) => void loginWithRedirect({ appState: { returnTo } })}
    >
      {children}
    </ScimMeProvider>
  );
}

export function SignOut() {
  const { logout } = useAuth0();
  return <SignOutButton onSignOut={() => logout()} />;
}
