"use client";
import { useAsgardeo } from "@asgardeo/nextjs";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ScimMeProvider, type SignInRequest, sessionCookie } from "react-scim-me";
import { forgetSession } from "./actions.ts";

const nobody = () => null;

/** Tells react-scim-me whose session this is; the server holds the token. */
export function Session(props: { subject: string | undefined; children: ReactNode }) {
  const { subject, children } = props;
  const { signIn } = useAsgardeo();
  const [queryClient] = useState(() => new QueryClient());

  async function onSignIn({ returnTo }: SignInRequest) {
    sessionStorage.setItem("returnTo", returnTo);
    await forgetSession();
    await signIn?.();
  }

  return (
    <QueryClientProvider client={queryClient}>
      <ScimMeProvider
        endpoint="/api/me"
        tokenProvider={subject ? sessionCookie : nobody}
        subject={subject}
        onSignIn={(request) => void onSignIn(request)}
      >
        {children}
      </ScimMeProvider>
    </QueryClientProvider>
  );
}
