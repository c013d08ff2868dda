"use client";
import { useAsgardeo } from "@asgardeo/nextjs";
import { SignOutButton } from "react-scim-me";
import { signOutPage } from "./actions.ts";

export function SignOut() {
  const { signOut } = useAsgardeo();
  return (
    <SignOutButton
      onSignOut={async () => {
        const result = await signOut?.();
        // The SDK does not throw: it clears the cookie, and the provider's session goes on.
        if (!result?.redirected) window.location.assign(await signOutPage());
      }}
    />
  );
}
