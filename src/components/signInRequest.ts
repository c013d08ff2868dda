import type { SignInRequest } from "../query/ScimMeContext.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { safeReturnTo } from "../scim/safeReturnTo.js";

/** The page's own place: path, query and fragment. */
function currentPlace(): string {
  return safeReturnTo(location.pathname + location.search + location.hash);
}

/** What a host needs to know to sign somebody in and bring them back. */
export function signInRequest(error: ScimMeError | null): SignInRequest {
  return {
    returnTo: currentPlace(),
    reason: error?.reason ?? "missing-token",
    requiredScope: error?.requiredScope,
  };
}
