"use client";
import { signIn } from "next-auth/react";
import type { ReactNode } from "react";
import { ScimMeProvider, sessionCookie } from "react-scim-me";

export interface SessionProps {
  /** Who is signed in. */
  subject: string | undefined;
  children: ReactNode;
}

/** The default: the browser asks this app's own server, which holds the token. */
export function Session({ subject, children }: SessionProps) {
  return (
    <ScimMeProvider
      endpoint="/api/me"
      tokenProvider={sessionCookie}
      subject={subject}
      onSignIn={({ returnTo }) => void signIn("asgardeo", { redirectTo: returnTo })}
    >
      {children}
    </ScimMeProvider>
  );
}
