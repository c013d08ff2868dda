import type { Token, TokenRequest } from "../scim/TokenProvider.js";

/**
 * @summary What a provider on a server is asked with: whose token is wanted, and where its cookies
 * go.
 */
export interface ServerTokenRequest extends TokenRequest {
  /** The browser's request, its body unread: the session is in its cookies. */
  request: Request;
  /**
   * Headers for the answer, on errors too. Append a `Set-Cookie` here when the session changes: a
   * rotated token that does not reach the browser is lost.
   */
  responseHeaders: Headers;
}

/** @summary A token provider of a server, where one function serves all its users. */
export type ServerTokenProvider = (request: ServerTokenRequest) => Token | Promise<Token>;
