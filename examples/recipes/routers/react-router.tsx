import { Outlet, useNavigate, useSearchParams } from "react-router";
import { ProtectedRoute, safeReturnTo } from "react-scim-me";
import { userManager } from "../userManager";

/** A layout route: the routes inside it are for signed-in people. */
export function SignedIn() {
  const navigate = useNavigate();
  const toSignIn = ({ returnTo }: { returnTo: string }) =>
    navigate(`/sign-in?${new URLSearchParams({ returnTo })}`, { replace: true });
  return (
    <ProtectedRoute onSignedOut={toSignIn}>
      <Outlet />
    </ProtectedRoute>
  );
}

export function SignIn() {
  const [search] = useSearchParams();
  const state = safeReturnTo(search.get("returnTo"));
  return (
    <button type="button" onClick={() => userManager.signinRedirect({ state })}>
      Continue to sign in
    </button>
  );
}
