import { useAuth } from "react-oidc-context";
import { Navigate } from "react-router";
import { safeReturnTo } from "react-scim-me";

/** Where the provider sends people back to. */
export function Callback() {
  const { user, error, isLoading, signinRedirect } = useAuth();
  if (error) {
    return (
      <>
        <p role="alert">You could not be signed in.</p>
        <button type="button" onClick={() => void signinRedirect()}>
          Try again
        </button>
      </>
    );
  }
  if (isLoading) return <p role="status">Signing you in…</p>;
  return <Navigate to={safeReturnTo(user?.state)} replace />;
}
