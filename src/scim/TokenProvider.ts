/** @summary An access token, or nothing where nobody is signed in. */
export type Token = string | null | undefined;

/** @summary Why a token is asked for, and what is known about the last one. */
export interface TokenRequest {
  /** `initial` before a request; `rejected` when the server refused the last token with 401. */
  reason: "initial" | "rejected";
  /** The refused token, with `rejected`. */
  rejectedToken?: string;
  /** Aborted when nobody waits for the token any more. */
  signal: AbortSignal;
}

/**
 * Gives the app's own access token. `() => session?.accessToken` is one. On `rejected`, renew the
 * token and return the new one, or return `null` when the session is over.
 *
 * @summary Function that gives the app's own access token.
 */
export type TokenProvider = (request: TokenRequest) => Token | Promise<Token>;

/** Whether a value can be sent as a Bearer token: an RFC 6750 §2.1 `b64token`. */
export function isToken(value: unknown): value is string {
  return typeof value === "string" && /^(?!(?:undefined|null)$)[\w.~+/-]+=*$/.test(value);
}
