import type { RequestMeOptions } from "./RequestMeOptions.js";
import { readAnswer } from "./readAnswer.js";
import { requestMe } from "./requestMe.js";
import type { ScimMe } from "./ScimMe.js";

/** @summary The options of {@link fetchScimMe}. */
export interface FetchScimMeOptions extends RequestMeOptions {}

/**
 * Reads the signed-in person from a provider's `/Me` (RFC 7644 §3.11). A 401 is answered by
 * renewing the token once: at most two requests. The token goes into one header, to the endpoint's
 * own origin, and is never sent after a redirect.
 *
 * @summary One GET of `/Me`, without React.
 * @throws {ScimMeError} with a `reason`; or the signal's own reason when the caller aborts.
 *
 * @example
 * const me = await fetchScimMe({
 *   endpoint: "https://api.asgardeo.io/t/acme/scim2/Me",
 *   tokenProvider: () => session.accessToken,
 * });
 */
export async function fetchScimMe(options: FetchScimMeOptions): Promise<ScimMe> {
  return readAnswer(await requestMe(options));
}
