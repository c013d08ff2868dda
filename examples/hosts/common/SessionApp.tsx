"use client";
import {
  type DehydratedState,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
} from "@tanstack/react-query";
import { useState } from "react";
import { ScimMeProvider, sessionCookie } from "react-scim-me";
import { Account } from "./Account.tsx";

export interface SessionAppProps {
  /** Who is signed in, as the server knows. */
  subject?: string | undefined;
  /** What the server has read already. */
  state: DehydratedState;
}

async function change(method: "POST" | "DELETE") {
  await fetch("/api/session", { method });
  location.reload();
}

/** An app whose token stays on its own server, which has asked for the person by the first paint. */
export function SessionApp({ subject, state }: SessionAppProps) {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <HydrationBoundary state={state}>
        <ScimMeProvider
          endpoint="/api/me"
          tokenProvider={subject ? sessionCookie : () => undefined}
          subject={subject}
          onSignIn={() => void change("POST")}
        >
          <Account onSignOut={() => change("DELETE")} />
        </ScimMeProvider>
      </HydrationBoundary>
    </QueryClientProvider>
  );
}
