import { useAsgardeo } from "@asgardeo/react";
import type { ReactNode } from "react";
import { ScimMeProvider, SignOutButton } from "react-scim-me";
import { endpoint } from "../endpoint";

export function Session({ children }: { children: ReactNode }) {
  const { isInitialized, isLoading, isSignedIn, user, ...asgardeo } = useAsgardeo();
  return (
    <ScimMeProvider
      endpoint={endpoint}
      subject={user?.userName ?? user?.username}
      pending={isLoading || !isInitialized}
      tokenProvider={async ({ reason }) => {
        if (!isSignedIn) return null; // getAccessToken() would reject
        if (reason === "rejected" && !(await asgardeo.signInSilently())) return null;
        return asgardeo.getAccessToken();
      }}
      onSignIn={() => void asgardeo.signIn()}
    >
      {children}
    </ScimMeProvider>
  );
}

export const SignOut = () => <SignOutButton onSignOut={useAsgardeo().signOut} />;
