"use client";
import { useAsgardeo } from "@asgardeo/nextjs";
import type { ReactNode } from "react";
import { ScimMeProvider, SignOutButton, sessionCookie } from "react-scim-me";

export function Session({ children }: { children: ReactNode }) {
  const { isLoading, isSignedIn, user, signIn } = useAsgardeo();
  return (
    <ScimMeProvider
      endpoint="/api/me"
      tokenProvider={isSignedIn ? sessionCookie : () => null}
      subject={user?.userName ?? user?.username}
      pending={isLoading}
      onSignIn={() => void signIn?.()}
    >
      {children}
    </ScimMeProvider>
  );
}

export function SignOut() {
  const { signOut } = useAsgardeo();
  const onSignOut = async () => {
    const left = await signOut(); // it does not throw when it fails
    if (!left?.redirected) throw new Error("The sign-out failed.");
  };
  return <SignOutButton onSignOut={onSignOut} />;
}
