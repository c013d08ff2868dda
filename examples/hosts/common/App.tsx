import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { ScimMeProvider } from "react-scim-me";
import { Account } from "./Account.tsx";
import { type Session, signIn } from "./signIn.ts";

const queryClient = new QueryClient();

/** An app whose token is in the page's memory: the browser asks the SCIM server itself. */
export function App({ className }: { className?: string | undefined }) {
  const [session, setSession] = useState<Session>();
  return (
    <QueryClientProvider client={queryClient}>
      <ScimMeProvider
        endpoint="/scim2/Me"
        tokenProvider={() => session?.accessToken}
        subject={session?.subject}
        onSignIn={async () => setSession(await signIn())}
      >
        <Account className={className} onSignOut={() => setSession(undefined)} />
      </ScimMeProvider>
    </QueryClientProvider>
  );
}
