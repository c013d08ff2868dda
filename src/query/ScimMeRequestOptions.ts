import type { MeRequestSettings, RequestMeOptions } from "../scim/RequestMeOptions.js";

/** @summary How to reach `/Me`, and for whom. */
export interface ScimMeRequestOptions extends MeRequestSettings {
  /** The URL of the Me resource itself, e.g. `https://api.asgardeo.io/t/acme/scim2/Me`. */
  endpoint?: string | undefined;
  /** Gives the access token, or `sessionCookie` where the app's own server holds it. */
  tokenProvider?: RequestMeOptions["tokenProvider"] | undefined;
  /** The session's `sub`, which keeps two people apart; never a token. */
  subject?: string | null | undefined;
}
