import type { ScimMeError, ScimMeReason } from "../scim/ScimMeError.js";
import { scimResponse } from "./scimResponse.js";
import { TokenExchangeError } from "./TokenExchangeError.js";

/**
 * What each reason is answered with where the provider's own status or words are not known, so that
 * the page reads the same reason, or the nearest one that a status can tell.
 */
const ANSWERS: Record<ScimMeReason, readonly [status: number, detail?: string]> = {
  "missing-token": [401, "Nobody is signed in."],
  "token-provider-failed": [500, "The access token could not be had."],
  unauthorized: [401, "The session has ended."],
  forbidden: [403, "A permission is missing."],
  unsupported: [404, "The provider does not serve this."],
  "rate-limited": [429, "Too many requests."],
  unavailable: [502, "The provider failed."],
  network: [502, "The provider was not reached."],
  timeout: [504, "The provider did not answer in time."],
  malformed: [502, "The provider's answer cannot be read."],
  // A form shows these words to people, who have been told as much in their own language.
  invalid: [400],
  conflict: [409, "Somebody else made a change."],
  configuration: [500, "The server is not set up for this."],
};

/** A SCIM error (RFC 7644 §3.12) made anew: nothing of the provider's is handed on but its meaning. */
export function errorResponse(error: ScimMeError, responseHeaders: Headers): Response {
  const { cause, retryAfterMs, scimType } = error;
  // Nothing that the session still holds can be exchanged: signing in anew is the cure.
  const isOver = cause instanceof TokenExchangeError && cause.refusesSubject;
  const reason = isOver ? "unauthorized" : error.reason;
  const [usual, words] = ANSWERS[reason];
  const { status = 0, detail = words } = error;
  const answered = status >= 400 && status < 600 ? status : usual;
  const body = {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    status: String(answered),
    ...(scimType && { scimType }),
    detail,
  };
  const ours = {
    "Retry-After": retryAfterMs === undefined ? undefined : `${Math.ceil(retryAfterMs / 1000)}`,
    "WWW-Authenticate": challenge(error, answered),
  };
  return scimResponse(answered, body, ours, responseHeaders);
}

/** RFC 6750 §3: what the page needs to know in order to sign in anew. */
function challenge(
  { reason, requiredScope = "" }: ScimMeError,
  status: number,
): string | undefined {
  if (status === 401) return reason === "missing-token" ? "Bearer" : 'Bearer error="invalid_token"';
  if (status !== 403 || !/^[\x21\x23-\x5b\x5d-\x7e ]+$/.test(requiredScope)) return undefined;
  return `Bearer error="insufficient_scope", scope="${requiredScope}"`;
}
