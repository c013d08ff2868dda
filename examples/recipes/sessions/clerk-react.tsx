import { useAuth, useClerk } from "@clerk/react";
import { isClerkAPIResponseError } from "@clerk/react/errors";
import type { ReactNode } from "react";
import { ScimMeProvider, SignOutButton } from "react-scim-me";
import { endpoint } from "../endpoint";

const over = (error: unknown) =>
  isClerkAPIResponseError(error) && error.status === 401 ? null : Promise.reject(error);

export function Session({ children }: { children: ReactNode }) {
  const { isLoaded, userId, getToken } = useAuth();
  const clerk = useClerk();
  return (
    <ScimMeProvider
      endpoint={endpoint}
      subject={userId}
      pending={!isLoaded}
      tokenProvider={({ reason }) => getToken({ skipCache: reason === "rejected" }).catch(over)}
      onSignIn={({ returnTo }) => void clerk.redirectToSignIn({ signInForceRedirectUrl: returnTo })}
    >
      {children}
    </ScimMeProvider>
  );
}

export function SignOut() {
  const { signOut } = useAuth();
  return <SignOutButton onSignOut={() => signOut()} />;
}
