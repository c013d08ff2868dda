"use client";
import type { Session } from "next-auth";
import { getSession, SessionProvider, signIn, useSession } from "next-auth/react";
import type { ReactNode } from "react";
import { ScimMeProvider } from "react-scim-me";

export interface DirectSessionProps {
  endpoint: string;
  session: Session | null;
  children: ReactNode;
}

/** The other mode: the token is in the page, and the browser asks the SCIM server itself. */
export function DirectSession({ endpoint, session, children }: DirectSessionProps) {
  return (
    <SessionProvider session={session}>
      <Direct endpoint={endpoint}>{children}</Direct>
    </SessionProvider>
  );
}

function Direct({ endpoint, children }: Omit<DirectSessionProps, "session">) {
  const { data: session, status } = useSession();
  return (
    <ScimMeProvider
      endpoint={endpoint}
      subject={session?.user?.id}
      pending={status === "loading"}
      tokenProvider={async ({ reason }) =>
        (reason === "rejected" ? await getSession() : session)?.accessToken
      }
      onSignIn={({ returnTo }) => void signIn("asgardeo", { redirectTo: returnTo })}
    >
      {children}
    </ScimMeProvider>
  );
}
