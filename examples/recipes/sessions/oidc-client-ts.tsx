import { ErrorResponse, type User } from "oidc-client-ts";
import { type ReactNode, useEffect, useState } from "react";
import { ScimMeProvider, SignOutButton, type TokenProvider } from "react-scim-me";
import { endpoint } from "../endpoint";
import { userManager } from "../userManager";

// The provider's own "no"; anything else is an outage.
const over = (error: unknown) => (error instanceof ErrorResponse ? null : Promise.reject(error));

export const tokenProvider: TokenProvider = async ({ reason }) => {
  const renew = reason === "rejected";
  const user = await (renew ? userManager.signinSilent().catch(over) : userManager.getUser());
  return user?.access_token;
};

export function Session({ children }: { children: ReactNode }) {
  const [user, setUser] = useState<User | null>(); // undefined: not known yet
  useEffect(() => void userManager.getUser().then(setUser), []);
  useEffect(() => userManager.events.addUserLoaded(setUser), []);
  return (
    <ScimMeProvider
      endpoint={endpoint}
      subject={user?.profile.sub}
      pending={user === undefined}
      tokenProvider={tokenProvider}
      onSignIn={({ returnTo }) => void userManager.signinRedirect({ state: returnTo })}
    >
      {children}
    </ScimMeProvider>
  );
}

export const SignOut = () => <SignOutButton onSignOut={() => userManager.signoutRedirect()} />;
