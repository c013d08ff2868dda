import type { SignInRequest } from "../query/ScimMeContext.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { safeReturnTo } from "../scim/safeReturnTo.js";

/** Starts a sign-in as a host does: told why, and where to bring back whoever signs in. */
export function signInBy(
  start: ((request: SignInRequest) => void) | undefined,
): ((error: ScimMeError | null) => void) | undefined {
  return (
    start &&
    ((error) =>
      start({
        // The page's own place: path, query and fragment.
        returnTo: safeReturnTo(location.pathname + location.search + location.hash),
        reason: error?.reason ?? "missing-token",
        requiredScope: error?.requiredScope,
      }))
  );
}
