/** @summary The options of `withTokenExchange`, named as in RFC 8693 §2.1. */
export interface TokenExchangeOptions {
  /** The token endpoint of the API's own provider: https, or http to this machine. */
  tokenEndpoint: string;
  /** Your server, as the token endpoint knows it. */
  clientId: string;
  /** Sent as HTTP Basic (RFC 6749 §2.3.1); without it the client is public, and only named. */
  clientSecret?: string | undefined;
  /** The logical name of the API, or several. */
  audience?: string | readonly string[] | undefined;
  /** The URL of the API, or several (RFC 8707). */
  resource?: string | readonly string[] | undefined;
  /** The scopes to ask for, space-separated. */
  scope?: string | undefined;
  /** @default "urn:ietf:params:oauth:token-type:access_token" */
  subjectTokenType?: string | undefined;
  /** What the server should give, where it should not decide itself. */
  requestedTokenType?: string | undefined;
  /**
   * The time limit of one exchange in ms.
   * @default 10000
   */
  timeoutMs?: number | undefined;
  /**
   * What to call in place of the global `fetch`.
   * @default globalThis.fetch
   */
  fetch?: typeof fetch | undefined;
}
