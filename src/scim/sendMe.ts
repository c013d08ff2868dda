import { isControlFlow } from "./isControlFlow.js";
import type { MeAnswer, MeChange, RequestMeOptions } from "./RequestMeOptions.js";
import { readScimError } from "./readScimError.js";
import { readText } from "./readText.js";
import { ScimMeError } from "./ScimMeError.js";
import { quotesToken, withoutToken } from "./withoutToken.js";

const LIMIT_BYTES = 5 * 1024 * 1024;

/** One request, with a token or with cookies; a good answer, or a `ScimMeError`. */
export async function sendMe(
  options: RequestMeOptions,
  url: URL,
  signal: AbortSignal,
  token?: string,
  change?: MeChange,
): Promise<MeAnswer> {
  // A provider may answer after its caller has gone; another fetch may not mind the signal.
  signal.throwIfAborted();
  const { method = "GET", body = null, ifMatch } = change ?? {};
  const what = `${method} ${url.origin}${url.pathname}`;
  // No q parameters: WSO2 compares each part of Accept as a whole and answers 406.
  const headers: Record<string, string> = { Accept: "application/scim+json, application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers["Content-Type"] = "application/scim+json";
  if (ifMatch) headers["If-Match"] = ifMatch;
  let response: Response;
  let text: string | undefined;
  try {
    response = await (options.fetch ?? fetch)(url.href, {
      method,
      headers,
      body,
      signal,
      redirect: "manual",
      credentials: token ? "omit" : "same-origin",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
    text = await readText(response, LIMIT_BYTES).catch((cause) => {
      if (response.ok) throw cause;
      return "";
    });
  } catch (cause) {
    if (isControlFlow(cause)) throw cause;
    throw new ScimMeError(
      "network",
      `${what} got no answer: offline, DNS, CORS or a dropped connection, which a page cannot tell apart.`,
      { cause: quotesToken(cause, token) ? undefined : cause },
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
    if (text !== undefined) {
      if (token && token.length > 15) text = withoutToken(text, token);
      const etag = response.headers.get("ETag") ?? undefined;
      return { status, etag: quotesToken(etag, token) ? undefined : etag, text };
    }
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
