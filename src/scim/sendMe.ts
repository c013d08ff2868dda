import { isControlFlow } from "./isControlFlow.js";
import type { MeAnswer, MeChange, RequestMeOptions } from "./RequestMeOptions.js";
import { readScimError } from "./readScimError.js";
import { readText } from "./readText.js";
import { ScimMeError } from "./ScimMeError.js";
import { quotesToken, withoutTokens } from "./withoutToken.js";

const LIMIT_BYTES = 5 * 1024 * 1024;
/** How long the words of a refusal are waited for, in ms; its status has come already. */
const WORDS_MS = 1000;

/**
 * One request, with the first of the tokens or with cookies; a good answer, or a `ScimMeError`. What the
 * server repeats of any of them is in neither.
 */
export async function sendMe(
  options: RequestMeOptions,
  url: URL,
  signal: AbortSignal,
  tokens: readonly string[],
  change?: MeChange,
): Promise<MeAnswer> {
  const [token] = tokens;
  // A provider may answer after its caller has gone; another fetch may not mind the signal.
  signal.throwIfAborted();
  const method = change?.method ?? "GET";
  const what = `${method} ${url.origin}${url.pathname}`;
  let response: Response;
  let text: string | undefined;
  try {
    response = await (options.fetch ?? fetch)(url.href, {
      ...change,
      method,
      headers: {
        // No q parameters: WSO2 compares each part of Accept as a whole and answers 406.
        Accept: "application/scim+json, application/json",
        ...change?.headers,
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      signal,
      redirect: "manual",
      credentials: token ? "omit" : "same-origin",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
    text = await readText(response, LIMIT_BYTES, response.ok ? 0 : WORDS_MS).catch((cause) => {
      // The status of a change says that it was taken; what came of it can be read.
      if (response.ok && !change) throw cause;
      return "";
    });
  } catch (cause) {
    if (isControlFlow(cause)) throw cause;
    throw new ScimMeError(
      "network",
      `${what} got no answer: offline, DNS or CORS, which a page cannot tell apart.`,
      quotesToken(cause, tokens) ? {} : { cause },
    );
  }
  const { ok, status } = response;
  if (response.redirected || (!ok && status < 400)) {
    throw new ScimMeError(
      token ? "configuration" : "unauthorized",
      `${what} redirects. ${token ? "Set endpoint to the final URL." : "A login wall?"}`,
    );
  }
  if (!ok) {
    const usual = /\/scim2\/me\/?$/i.test(url.pathname) ? "internal_login" : undefined;
    throw readScimError(response, text, what, !!change, tokens, options.scopeHint ?? usual);
  }
  if (text === undefined) {
    throw new ScimMeError("malformed", `${what} answered more than 5 MiB.`, { status });
  }
  const etag = response.headers.get("ETag") ?? undefined;
  return {
    etag: quotesToken(etag, tokens) ? undefined : etag,
    text: withoutTokens(text, tokens, true),
  };
}
