import { isConfidential } from "../scim/isConfidential.js";
import { isControlFlow } from "../scim/isControlFlow.js";
import { readText } from "../scim/readText.js";
import { MAX_TIMER_MS } from "../scim/requestMe.js";
import { isToken } from "../scim/TokenProvider.js";
import { quotesToken } from "../scim/withoutToken.js";
import { exchangeRequest } from "./exchangeRequest.js";
import { TokenExchangeError } from "./TokenExchangeError.js";
import type { TokenExchangeOptions } from "./TokenExchangeOptions.js";

const LIMIT_BYTES = 1024 * 1024;

/** What an exchange gave. */
export interface ExchangedToken {
  token: string;
  /** How long it is valid, in ms; 0 where the server does not say. */
  lifetimeMs: number;
}

/**
 * Exchanges one token for another (RFC 8693 §2).
 *
 * @throws {TokenExchangeError}
 */
export async function exchangeToken(
  options: TokenExchangeOptions,
  subjectToken: string,
): Promise<ExchangedToken> {
  const url = secureUrl(options.tokenEndpoint);
  const request = exchangeRequest(options, subjectToken);
  const secrets = [subjectToken, options.clientSecret, request.headers.Authorization?.slice(6)];
  const isTelling = (value: unknown) =>
    secrets.some((secret) => secret && (holds(value, secret) || quotesToken(value, [secret])));
  const { status, body } = await send(options, url, request, isTelling);
  const { access_token, token_type = "Bearer", expires_in, error } = body;
  if (status !== 200) {
    const code = String(error);
    const isCode = error && /^\w{1,40}$/.test(code) && !isTelling(code);
    const known = isCode ? { status, error: code } : { status };
    throw new TokenExchangeError(`${url.host} answered ${Object.values(known).join(" ")}.`, known);
  }
  if (!isToken(access_token) || !/^(?:bearer|n_a)$/i.test(String(token_type))) {
    throw new TokenExchangeError(`${url.host} gave no bearer token.`, { status });
  }
  return { token: access_token, lifetimeMs: Math.max(Number(expires_in) * 1000, 0) || 0 };
}

/** A client's secret may be a short word, which would be none of a token's. */
function holds(value: unknown, secret: string): boolean {
  return typeof value === "string" && value.includes(secret);
}

function secureUrl(tokenEndpoint: string): URL {
  try {
    const url = new URL(tokenEndpoint);
    if (isConfidential(url) && !url.username && !url.password) return url;
  } catch {
    // Said below, without the URL: it may hold a password.
  }
  throw new TokenExchangeError("tokenEndpoint must be an https URL without userinfo.");
}

async function send(
  options: TokenExchangeOptions,
  url: URL,
  request: RequestInit,
  isTelling: (value: unknown) => unknown,
) {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new DOMException("The time limit is over.", "TimeoutError")),
    Math.min(options.timeoutMs ?? 10_000, MAX_TIMER_MS),
  );
  // Another fetch may not mind the signal, and all who ask with the same token wait for this one.
  const end = new Promise<never>((_, reject) => {
    controller.signal.addEventListener("abort", () => reject(controller.signal.reason));
  });
  try {
    const { signal } = controller;
    return await Promise.race([receive(options, url, { ...request, signal }), end]);
  } catch (cause) {
    if (isControlFlow(cause)) throw cause;
    throw new TokenExchangeError(`${url.host} gave no answer.`, isTelling(cause) ? {} : { cause });
  } finally {
    clearTimeout(timer);
  }
}

async function receive(options: TokenExchangeOptions, url: URL, request: RequestInit) {
  const response = await (options.fetch ?? fetch)(url.href, request);
  const text = await readText(response, LIMIT_BYTES);
  // Another fetch may follow redirects in spite of what it was told.
  return { status: response.redirected ? 302 : response.status, body: readObject(text) };
}

function readObject(text = ""): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    // A gateway's page has nothing to say beyond its status.
    return {};
  }
}
