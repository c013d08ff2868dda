import type { SessionCookie } from "./sessionCookie.js";
import type { TokenProvider } from "./TokenProvider.js";

/** How a request for `/Me` is made. */
export interface MeRequestSettings {
  /**
   * The time limit in ms, the token provider's time included.
   * @default 10000
   */
  timeoutMs?: number | undefined;
  /** The only attributes to ask for (RFC 7644 §3.9). Not together with `excludedAttributes`. */
  attributes?: readonly string[] | undefined;
  /** The attributes to leave out (RFC 7644 §3.9). */
  excludedAttributes?: readonly string[] | undefined;
  /**
   * The scope that a 403 names when the server does not.
   * @default "internal_login" where the endpoint's path ends in `/scim2/Me`
   */
  scopeHint?: string | undefined;
  /**
   * What to call in place of the global `fetch`.
   * @default globalThis.fetch
   */
  fetch?: typeof fetch | undefined;
}

/** How to reach `/Me`. */
export interface RequestMeOptions extends MeRequestSettings {
  /** The URL of the Me resource itself, e.g. `https://api.asgardeo.io/t/acme/scim2/Me`. */
  endpoint: string;
  /** Gives the access token, or {@link sessionCookie} where the app's own server holds it. */
  tokenProvider: TokenProvider | SessionCookie;
  /** Aborts the request; the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** A change to send in place of reading. */
export interface MeChange {
  method: "PATCH" | "PUT";
  /** The JSON text of the body. */
  body: string;
  /** What a change says of itself, such as the entity tag that it demands (RFC 7644 §3.14). */
  headers: Readonly<Record<string, string>>;
}

/** What a good answer holds. */
export interface MeAnswer {
  /** The `ETag`, where there is one that does not repeat the token. */
  etag?: string | undefined;
  text: string;
}
