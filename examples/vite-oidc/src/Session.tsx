import { type ReactNode, useEffect, useState } from "react";
import { hasAuthParams, useAuth } from "react-oidc-context";
import { ScimMeProvider } from "react-scim-me";
import { renew, restore } from "./userManager.ts";

/** Tells react-scim-me who is signed in, and how to get a token. */
export function Session({ children }: { children: ReactNode }) {
  const { user, isLoading, signinRedirect } = useAuth();
  const restored = useRestored();
  return (
    <ScimMeProvider
      endpoint={import.meta.env.VITE_ME_ENDPOINT}
      subject={user?.profile.sub}
      pending={!user && (isLoading || !restored)}
      tokenProvider={async ({ reason }) =>
        (reason === "rejected" ? await renew() : user)?.access_token
      }
      onSignIn={({ returnTo }) => void signinRedirect({ state: returnTo })}
    >
      {children}
    </ScimMeProvider>
  );
}

/** Whether the answer to "is somebody still signed in?" is known. */
function useRestored(): boolean {
  const [restored, setRestored] = useState(() => hasAuthParams());
  useEffect(() => {
    if (!restored) void restore().then(() => setRestored(true));
  }, [restored]);
  return restored;
}
