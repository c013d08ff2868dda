import { isControlFlow } from "./isControlFlow.js";
import type { MeAnswer, MeChange, RequestMeOptions } from "./RequestMeOptions.js";
import { refreshToken } from "./refreshToken.js";
import { resolveEndpoint } from "./resolveEndpoint.js";
import { ScimMeError } from "./ScimMeError.js";
import { sendMe } from "./sendMe.js";
import { sessionCookie } from "./sessionCookie.js";
import { isToken, type Token } from "./TokenProvider.js";
import { quotesToken } from "./withoutToken.js";

/** The longest that a timer can wait, in ms; one for longer ends at once. */
export const MAX_TIMER_MS: number = 2 ** 31 - 1;

/** Sends one request with the caller's token; a 401, which changed nothing, is renewed and sent once more. */
export async function requestMe(options: RequestMeOptions, change?: MeChange): Promise<MeAnswer> {
  const { tokenProvider, signal, timeoutMs = 10_000 } = options;
  if (typeof tokenProvider !== "function" && tokenProvider !== sessionCookie) {
    throw new ScimMeError(
      "configuration",
      "no token provider. Pass one, or give it to <ScimMeProvider>.",
    );
  }
  const url = resolveEndpoint(options);
  signal?.throwIfAborted();
  const controller = new AbortController();
  const onAbort = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", onAbort);
  const timer = setTimeout(
    () => controller.abort(new ScimMeError("timeout", `no answer within ${timeoutMs} ms.`)),
    Math.min(timeoutMs, MAX_TIMER_MS),
  );
  // Before anybody else listens: a provider that ends with its signal does not say why it ends.
  const end = new Promise<never>((_, reject) => {
    controller.signal.addEventListener("abort", () => reject(controller.signal.reason));
  });
  try {
    return await Promise.race([authorizeAndSend(options, url, controller.signal, change), end]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

async function authorizeAndSend(
  options: RequestMeOptions,
  url: URL,
  signal: AbortSignal,
  change: MeChange | undefined,
): Promise<MeAnswer> {
  const { tokenProvider } = options;
  const send = (...tokens: string[]) => sendMe(options, url, signal, tokens, change);
  if (tokenProvider === sessionCookie) return send();
  const token = await ask(() => tokenProvider({ reason: "initial", signal }));
  if (!isToken(token)) {
    throw new ScimMeError("missing-token", "the token provider gave no bearer token.");
  }
  try {
    return await send(token);
  } catch (error) {
    if (!(error instanceof ScimMeError && error.reason === "unauthorized")) throw error;
    // Whoever has gone is not to have a session renewed for them.
    signal.throwIfAborted();
    const renewed = await ask(() => refreshToken(token, tokenProvider), token);
    if (!isToken(renewed) || renewed === token) throw error;
    return send(renewed, token);
  }
}

async function ask(provider: () => Token | Promise<Token>, ...refused: string[]): Promise<Token> {
  try {
    return await provider();
  } catch (error) {
    if (isControlFlow(error)) throw error;
    const quoted = quotesToken(error, refused);
    throw new ScimMeError(
      "token-provider-failed",
      `the token provider threw${quoted ? " an error with the token" : "; see cause"}.`,
      quoted ? {} : { cause: error },
    );
  }
}
