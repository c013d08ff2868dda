import { useAuth } from "react-oidc-context";
import { ProfileCard, ProtectedRoute, SignOutButton } from "react-scim-me";
import { userManager } from "./userManager.ts";

/** A protected page: whoever is not signed in goes to the provider, and comes back here. */
export function Account() {
  const { signinRedirect } = useAuth();
  return (
    <>
      <h1>Your account</h1>
      <ProtectedRoute onSignedOut={({ returnTo }) => void signinRedirect({ state: returnTo })}>
        {/* The user manager's own method: the one from useAuth() would hide a failure. */}
        <ProfileCard
          editable
          actions={<SignOutButton onSignOut={() => userManager.signoutRedirect()} />}
        />
      </ProtectedRoute>
    </>
  );
}
