import type { SignInRequest } from "../query/ScimMeContext.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { safeReturnTo } from "../scim/safeReturnTo.js";

/** What a host needs to know to sign somebody in and bring them back. */
export function signInRequest(error: ScimMeError | null): SignInRequest {
  return {
    // The page's own place: path, query and fragment.
    returnTo: safeReturnTo(location.pathname + location.search + location.hash),
    reason: error?.reason ?? "missing-token",
    requiredScope: error?.requiredScope,
  };
}
