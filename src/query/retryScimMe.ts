import { ScimMeError } from "../scim/ScimMeError.js";

const RETRIES = 3;
/** The longest wait that a server may ask for and still be tried again by itself, in ms. */
const LONGEST_WAIT_MS = 10_000;
const PASSING = ["rate-limited", "unavailable", "network", "timeout"];

/** Errors that their `QueryClient` does not want retried: its own default is what a query's options cannot see. */
export const final: WeakSet<object> = new WeakSet();

/** Up to three times, for what passes by itself; never without a window, where a user waits. */
export function shouldRetry(failures: number, error: Error): boolean {
  return (
    failures < RETRIES &&
    typeof window !== "undefined" &&
    error instanceof ScimMeError &&
    PASSING.includes(error.reason) &&
    (error.retryAfterMs ?? 0) <= LONGEST_WAIT_MS &&
    !final.has(error)
  );
}

/** What the server asks for, else 1, 2, 4 s; in ms. A time that is over is no advice. */
export function retryDelay(failures: number, error: Error): number {
  return (error as ScimMeError).retryAfterMs || 1000 * 2 ** failures;
}
