const KEY = "react-scim-me:redirects";
const MOST = 3;
const WITHIN_MS = 30_000;

let verdict: boolean | undefined;

/** As {@link noteTime}, once for all guards of a page: they find out in the same turn. */
export function noteRedirect(): boolean {
  queueMicrotask(() => {
    verdict = undefined;
  });
  verdict ??= noteTime(Date.now());
  return verdict;
}

/**
 * Notes a redirect to a sign-in; false where that would be one too many in 30 s. The times are in
 * sessionStorage, because each sign-in loads the page anew; they name nobody.
 */
function noteTime(now: number): boolean {
  try {
    // It may hold anything, and not only a list: nothing at all is a time long ago.
    const stored = [JSON.parse(sessionStorage.getItem(KEY) as string)].flat() as number[];
    // Also where the clock was set back since.
    const times = stored.filter((time) => Math.abs(now - time) < WITHIN_MS);
    if (times.length >= MOST) return false;
    sessionStorage.setItem(KEY, JSON.stringify([...times, now]));
  } catch {
    // Storage may be forbidden or full; a redirect is better than none.
  }
  return true;
}
