import { readScimError } from "./readScimError.js";
import { refreshToken } from "./refreshToken.js";
import { resolveEndpoint } from "./resolveEndpoint.js";
import { ScimMeError } from "./ScimMeError.js";
import { type SessionCookie, sessionCookie } from "./sessionCookie.js";
import { isToken, type Token, type TokenProvider } from "./TokenProvider.js";
import { withoutToken } from "./withoutToken.js";

const LIMIT_BYTES = 5 * 1024 * 1024;
const MAX_TIMER_MS = 2 ** 31 - 1;

/** How to reach `/Me`. */
export interface RequestMeOptions {
  /** The URL of the Me resource itself, e.g. `https://api.asgardeo.io/t/acme/scim2/Me`. */
  endpoint: string;
  /** Gives the access token, or {@link sessionCookie} where the app's own server holds it. */
  tokenProvider: TokenProvider | SessionCookie;
  /** Aborts the request; the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
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

/** Sends one request with the caller's token, renews it once on 401, and gives the body's text. */
export async function requestMe(options: RequestMeOptions): Promise<string> {
  const { tokenProvider, signal, timeoutMs = 10_000 } = options;
  const url = resolveEndpoint(options);
  if (typeof tokenProvider !== "function" && tokenProvider !== sessionCookie) {
    throw new ScimMeError(
      "configuration",
      "no token provider. Pass one, or put a <ScimMeProvider tokenProvider> above.",
    );
  }
  signal?.throwIfAborted();
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort = () => {};
  const end = new Promise<never>((_, reject) => {
    const stop = (reason: unknown) => {
      reject(reason);
      controller.abort(reason);
    };
    onAbort = () => stop(signal?.reason);
    signal?.addEventListener("abort", onAbort);
    timer = setTimeout(
      () => stop(new ScimMeError("timeout", `no answer within ${timeoutMs} ms.`)),
      Math.min(timeoutMs, MAX_TIMER_MS),
    );
  });
  try {
    return await Promise.race([authorizeAndSend(options, url, controller.signal), end]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

async function authorizeAndSend(
  options: RequestMeOptions,
  url: URL,
  signal: AbortSignal,
): Promise<string> {
  const { tokenProvider } = options;
  if (tokenProvider === sessionCookie) return send(options, url, signal);
  const token = await ask(() => tokenProvider({ reason: "initial", signal }));
  if (!isToken(token)) {
    throw new ScimMeError(
      "missing-token",
      token
        ? "what the token provider gave is not a bearer token, so nothing was sent. Give the access token alone, without a prefix."
        : "the token provider gave no token, so nothing was sent.",
    );
  }
  try {
    return await send(options, url, signal, token);
  } catch (error) {
    if (!(error instanceof ScimMeError && error.reason === "unauthorized")) throw error;
    const renewed = await ask(() => refreshToken(token, tokenProvider));
    if (!isToken(renewed) || renewed === token) throw error;
    return send(options, url, signal, renewed);
  }
}

async function ask(provider: () => Token | Promise<Token>): Promise<Token> {
  try {
    return await provider();
  } catch (error) {
    if (isControlFlow(error)) throw error;
    throw new ScimMeError("token-provider-failed", "the token provider threw; see cause.", {
      cause: error,
    });
  }
}

/** What frameworks throw to redirect or to suspend is theirs to catch. */
function isControlFlow(error: unknown): boolean {
  const { digest, then } = Object(error);
  return (
    typeof digest === "string" ||
    typeof then === "function" ||
    (typeof Response === "function" && error instanceof Response)
  );
}

async function send(
  options: RequestMeOptions,
  url: URL,
  signal: AbortSignal,
  token?: string,
): Promise<string> {
  // A provider may answer after its caller has gone; another fetch may not mind the signal.
  signal.throwIfAborted();
  const method = "GET";
  const what = `${method} ${url.origin}${url.pathname}`;
  // No q parameters: WSO2 compares each part of Accept as a whole and answers 406.
  const headers: Record<string, string> = { Accept: "application/scim+json, application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  let response: Response;
  let text: string | undefined;
  try {
    response = await (options.fetch ?? fetch)(url.href, {
      method,
      headers,
      signal,
      redirect: "manual",
      credentials: token ? "omit" : "same-origin",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
    text = await readText(response).catch((cause) => {
      if (response.ok) throw cause;
      return "";
    });
  } catch (cause) {
    if (isControlFlow(cause)) throw cause;
    throw new ScimMeError(
      "network",
      `${what} got no answer: offline, DNS, CORS or a dropped connection, which a page cannot tell apart.`,
      { cause: quotes(cause, token) ? undefined : cause },
    );
  }
  const { status } = response;
  if (
    response.redirected ||
    response.type === "opaqueredirect" ||
    (status >= 300 && status < 400)
  ) {
    throw token
      ? new ScimMeError(
          "configuration",
          `${what} redirects, and a token is not sent after it. Set endpoint to the final URL.`,
        )
      : new ScimMeError("unauthorized", `${what} redirects, as a login wall does.`);
  }
  if (response.ok) {
    // A short one might be a word of the profile.
    if (text !== undefined) return token && token.length > 15 ? withoutToken(text, token) : text;
    throw new ScimMeError("malformed", `${what} answered more than 5 MiB.`, { status });
  }
  throw readScimError({
    what,
    method,
    status,
    headers: response.headers,
    text: text ?? "",
    token,
    scopeHint:
      options.scopeHint ?? (/\/scim2\/me\/?$/i.test(url.pathname) ? "internal_login" : undefined),
  });
}

/** Whether an error of another fetch quotes the token, or cannot be looked through. */
function quotes(error: unknown, token: string | undefined): boolean {
  try {
    const { stack } = Object(error);
    return !!token && `${error}${stack}${JSON.stringify(error)}`.includes(token);
  } catch {
    return true;
  }
}

/** The body's text, or undefined where it is larger than anybody's profile. */
async function readText(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > LIMIT_BYTES) {
      await reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
