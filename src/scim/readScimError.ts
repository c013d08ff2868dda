import { ScimMeError, type ScimMeReason } from "./ScimMeError.js";
import { withoutToken } from "./withoutToken.js";

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
const DAY_MS = 86_400_000;

/** What is known about a refused request. */
export interface RefusedRequest {
  /** Method and URL without its query, for the message. */
  what: string;
  method: string;
  status: number;
  headers: Headers;
  /** The body, `""` where there is none worth reading. */
  text: string;
  /** The scope to name when the server names none. */
  scopeHint?: string | undefined;
  /** What was sent, so that an echo of it is left out. */
  token?: string | undefined;
}

/** Reads an error of any dialect. The HTTP status decides; the body only adds words to it. */
export function readScimError(refused: RefusedRequest): ScimMeError {
  const { what, method, status, headers, text, scopeHint, token } = refused;
  const reason =
    REASONS[status] ??
    (status < 400 || status > 499
      ? "unavailable"
      : status === 400 && method !== "GET"
        ? "invalid"
        : "unsupported");
  const body = readBody(withoutToken(text, token));
  const scimType = body.scimtype;
  return new ScimMeError(reason, `${what} answered ${status}.${advice(reason)}`, {
    status,
    scimType: typeof scimType === "string" && /^\w{1,40}$/.test(scimType) ? scimType : undefined,
    detail: readDetail(body),
    retryAfterMs: readRetryAfter(headers.get("Retry-After")),
    requiredScope:
      readScope(withoutToken(headers.get("WWW-Authenticate") ?? "", token), body.scope) ??
      (status === 403 ? scopeHint : undefined),
  });
}

function advice(reason: ScimMeReason): string {
  if (reason === "forbidden") return " Sign in with requiredScope.";
  if (reason === "unsupported") return " Is it the provider's /Me?";
  return "";
}

/** The members of the first object in a JSON body, by lower-cased name. */
function readBody(text: string): Record<string, unknown> {
  try {
    return lowerCased(JSON.parse(text));
  } catch {
    return {};
  }
}

function lowerCased(value: unknown): Record<string, unknown> {
  const object: unknown = Array.isArray(value) ? value[0] : value;
  const result: Record<string, unknown> = Object.create(null);
  if (object && typeof object === "object") {
    for (const [key, member] of Object.entries(object)) result[key.toLowerCase()] = member;
  }
  return result;
}

function readDetail(body: Record<string, unknown>): string | undefined {
  const words = [
    body.detail,
    body.error_description,
    body.message,
    body.description,
    lowerCased(body.errors).description,
    body.title,
    body.error,
  ];
  for (const word of words) {
    if (typeof word !== "string" || /<[a-z!/]/i.test(word)) continue;
    const clean = word
      .slice(0, 2000)
      .replace(
        /[\s,;([{'"-]*(?:\bx-)?\b(?:correlation|trace|request|transaction)[\s_-]?id['"\s]*[=:]['"\s]*[^\s,;)\]}'"]*['")\]}]*/gi,
        // A space, so that what stood around it does not become a word, a tag or a token.
        " ",
      )
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ")
      .trim()
      .slice(0, 300);
    if (clean && clean !== "null") return clean;
  }
  return undefined;
}

function readRetryAfter(header: string | null): number | undefined {
  const text = header?.trim() ?? "";
  // Date.parse takes almost any text for a date; an HTTP-date starts with its weekday.
  const ms = /^\d+$/.test(text)
    ? Number(text) * 1000
    : /^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(text)
      ? Date.parse(/gmt$/i.test(text) ? text : `${text} GMT`) - Date.now()
      : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), DAY_MS);
}

/** The `scope` of the first challenge that has one: a header may hold several (RFC 9110 §11.6.1). */
function readScope(header: string, ofBody: unknown): string | undefined {
  let scope = typeof ofBody === "string" ? ofBody : undefined;
  // Quoted strings are taken whole, so that `realm="scope=x"` is no scope.
  for (const [, name, quoted, bare] of header
    .slice(0, 4000)
    .matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)) {
    if (name?.toLowerCase() === "scope") {
      scope = quoted ?? bare;
      break;
    }
  }
  const words = scope?.slice(0, 500).match(/[\x21\x23-\x5b\x5d-\x7e]+/g);
  return words?.join(" ");
}
