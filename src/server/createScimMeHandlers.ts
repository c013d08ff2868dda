import type { MeRequestSettings } from "../scim/RequestMeOptions.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { answerMe } from "./answerMe.js";
import type { ServerTokenProvider } from "./ServerTokenProvider.js";

/** @summary The options of {@link createScimMeHandlers}. */
export interface CreateScimMeHandlersOptions
  extends Pick<MeRequestSettings, "timeoutMs" | "scopeHint" | "fetch"> {
  /** The URL of the provider's Me resource; nothing else is ever called. */
  endpoint: string;
  /** Gives the access token of the person whose request it is. */
  tokenProvider: ServerTokenProvider;
  /**
   * Further origins whose pages may call, as `Origin` says them: `https://app.example.com`. Needed
   * only behind a proxy that changes `Host` and sends no `X-Forwarded-Host`.
   */
  allowedOrigins?: readonly string[] | undefined;
  /**
   * Called with each failure that is answered, for a log: the browser is told less. What it throws
   * goes to the console, and the answer to the browser.
   */
  onError?: ((error: ScimMeError, request: Request) => void) | undefined;
}

/** @summary What {@link createScimMeHandlers} gives: a route's methods by name. */
export interface ScimMeHandlers {
  /** Reads the person. */
  GET: (request: Request) => Promise<Response>;
  /** Changes the person (RFC 7644 §3.5.2). */
  PATCH: (request: Request) => Promise<Response>;
}

/**
 * `/Me` on your own server (RFC 7644 §3.11), so that the access token never reaches the browser: a
 * Next.js route handler, or any other Web-standard server's. The page then calls it with
 * `sessionCookie`. Failures are answered as SCIM errors (RFC 7644 §3.12); only what a framework
 * throws to redirect is thrown on.
 *
 * @summary Route handlers for `/Me` that keep the token on your server.
 * @example
 * // app/api/me/route.ts
 * export const { GET, PATCH } = createScimMeHandlers({
 *   endpoint: process.env.SCIM_ME_ENDPOINT ?? "",
 *   tokenProvider: async ({ request, reason, responseHeaders }) => {
 *     const session = await readSession(request);
 *     return reason === "rejected" ? renew(session, responseHeaders) : session?.accessToken;
 *   },
 * });
 */
export function createScimMeHandlers(options: CreateScimMeHandlersOptions): ScimMeHandlers {
  return {
    GET: (request) => answerMe(options, request, "GET"),
    PATCH: (request) => answerMe(options, request, "PATCH"),
  };
}
