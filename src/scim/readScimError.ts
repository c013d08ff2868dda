import { parsedJson } from "./parsedJson.js";
import { isObject, type Json } from "./readValues.js";
import { ScimMeError, type ScimMeReason } from "./ScimMeError.js";
import { withoutTokens } from "./withoutToken.js";

const REASONS: Record<number, ScimMeReason> = {
  401: "unauthorized",
  403: "forbidden",
  408: "unavailable",
  409: "conflict",
  412: "conflict",
  425: "unavailable",
  428: "conflict",
  429: "rate-limited",
  501: "unsupported",
};
/** Where the dialects have their words for people, the best first. */
const WORDS = "detail error_description message description title error".split(" ");
const ADVICE: Partial<Record<ScimMeReason, string>> = {
  forbidden: " Is it the scope?",
  unsupported: " Is it the provider's /Me?",
};
const DAY_MS = 86_400_000;
/** A trace id with its name, and the brackets and quotes around it. */
const NOISE =
  /[\s,;([{'"-]*(?:x-)?(?:correlation|trace|request|transaction)[\s_-]?id\W?\s*[=:]\W*\S*/gi;
/**
 * The `scope` of the first challenge that has one: a header may hold several (RFC 9110 §11.6.1).
 * Quoted strings are taken whole, so that `realm="scope=x"` is no scope.
 */
const SCOPE = /^(?:"(?:[^"\\]|\\.)*"|[^"])*?(?:^|[^\w"-])scope\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,]+)/i;

/** Reads an error of any dialect. The HTTP status decides; the body only adds words to it. */
export function readScimError(
  { status, headers }: Pick<Response, "status" | "headers">,
  /** The body, where there is one worth reading. */
  text: string | undefined,
  /** Method and URL without its query, for the message. */
  what: string,
  /** Whether it was to change something. */
  isChange: boolean,
  /** What was sent, so that an echo of it is left out. */
  tokens: readonly string[],
  /** The scope to name when the server names none. */
  scopeHint?: string,
): ScimMeError {
  const reason =
    REASONS[status] ??
    (status > 499
      ? "unavailable"
      : isChange && [400, 413, 422].includes(status)
        ? "invalid"
        : "unsupported");
  const told = (words: unknown) =>
    typeof words === "string" ? withoutTokens(words, tokens) : undefined;
  const own = lowered(parsedJson(text));
  const challenge = told(headers.get("WWW-Authenticate"))?.match(SCOPE)?.[1];
  return new ScimMeError(reason, `${what} answered ${status}.${ADVICE[reason] ?? ""}`, {
    status,
    scimType: told(own.scimtype)?.match(/^\w{1,40}$/)?.[0],
    // Slack's stand in an object.
    detail: [own, lowered(own.errors)]
      .flatMap((found) => WORDS.map((name) => plain(told(found[name]))))
      .find(Boolean),
    retryAfterMs: readRetryAfter(headers.get("Retry-After") ?? ""),
    requiredScope:
      scopes(challenge) ?? scopes(told(own.scope)) ?? (status === 403 ? scopeHint : undefined),
  });
}

/** An object, or the first of a list, by lower-cased names. */
function lowered(value: unknown): Json {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const entries = isObject(first) ? Object.entries(first) : [];
  return Object.fromEntries(entries.map(([name, member]) => [name.toLowerCase(), member]));
}

/** A server's words as one line for a person; nothing for a page. */
function plain(words = ""): string | undefined {
  const line = words
    .slice(0, 2000)
    // A space, so that what stood around it does not become a word, a tag or a token.
    .replace(NOISE, " ")
    .slice(0, 300)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ")
    .trim();
  return line === "" || line === "null" || /<[a-z!/]/i.test(words) ? undefined : line;
}

/** Seconds or an HTTP-date (RFC 9110 §10.2.3); one without a zone is in GMT too. */
function readRetryAfter(text: string): number | undefined {
  const ms = /^\d+$/.test(text)
    ? Number(text) * 1000
    : // Date.parse takes almost any text for a date; an HTTP-date starts with its weekday.
      Date.parse(text.replace(/^[^a-z].*|( gmt)?$/i, " GMT")) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), DAY_MS);
}

function scopes(text: string | undefined): string | undefined {
  return text
    ?.slice(0, 500)
    .match(/[!#-[\]-~]+/g)
    ?.join(" ");
}
