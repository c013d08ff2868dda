"use client";
import { signIn, signOut, useSession } from "next-auth/react";
import type { ReactNode } from "react";
import { ScimMeProvider, SignOutButton } from "react-scim-me";
import { endpoint } from "../endpoint";

export function Session({ children }: { children: ReactNode }) {
  const { data: session, status, update } = useSession();
  return (
    <ScimMeProvider
      endpoint={endpoint}
      subject={session?.user?.id}
      pending={!session && status === "loading"}
      tokenProvider={async ({ reason }) =>
        (reason === "rejected" ? await update({}) : session)?.accessToken
      }
      onSignIn={({ returnTo }) => void signIn("asgardeo", { redirectTo: returnTo })}
    >
      {children}
    </ScimMeProvider>
  );
}

export const SignOut = () => <SignOutButton onSignOut={() => signOut({ redirectTo: "/" })} />;
