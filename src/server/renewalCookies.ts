import type { ServerTokenRequest } from "./ServerTokenProvider.js";

/** Whose request it is, and the headers of its answer. */
export type Caller = Pick<ServerTokenRequest, "request" | "responseHeaders">;

/** As long as a renewed token answers for the refused one, in ms. */
const KEEP_MS = 30_000;
const MOST = 1_000;

const renewals = new Map<string, { cookies: string[]; until: number }>();

/** The refused token makes it one person, and the cookies one browser. */
function key(rejectedToken: string, request?: Request): string {
  return JSON.stringify([rejectedToken, request?.headers.get("Cookie")]);
}

/**
 * Keeps the cookies of a renewal. One caller's provider renews for all that share the refused token,
 * and that caller may have gone: without its cookies the browser would replay what was rotated.
 */
export function keepCookies(rejectedToken: string, caller: Partial<Caller>): void {
  const now = Date.now();
  const cookies = caller.responseHeaders?.getSetCookie() ?? [];
  for (const [oldest, { until }] of renewals) {
    if (until > now && renewals.size < MOST) break;
    renewals.delete(oldest);
  }
  if (!cookies.length) return;
  renewals.set(key(rejectedToken, caller.request), { cookies, until: now + KEEP_MS });
}

/**
 * Puts the cookies of a token's renewal on an answer, for the same browser only: last, because a
 * session that slides has set its old tokens anew, and of two cookies of a name the last one stays.
 */
export function giveCookies(token: string, { request, responseHeaders }: Partial<Caller>): void {
  const renewal = renewals.get(key(token, request));
  if (!renewal || renewal.until <= Date.now()) return;
  const own = responseHeaders?.getSetCookie();
  for (const cookie of renewal.cookies) {
    if (!own?.includes(cookie)) responseHeaders?.append("Set-Cookie", cookie);
  }
}
