import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { isToken, type Token } from "../scim/TokenProvider.js";
import { isQuerySignedOut } from "./isQuerySignedOut.js";
import { meSession } from "./MeSession.js";
import type { TokenSource } from "./TokenSource.js";

const PAUSE_MS = 1000;
const TRIES = 3;
/** When a provider that does not answer no longer keeps others from being asked, in ms. */
const PATIENCE_MS = 10_000;

/**
 * Picks up a token that came late: while a query is signed out, a provider that has not been asked
 * yet is asked, and the query is read again only if that gives a token not refused before.
 */
export function askAgain(client: QueryClient, source: TokenSource, queryKey: QueryKey): void {
  // Nobody waits for a query that no component reads any more.
  const filters = { queryKey, type: "active" as const, predicate: isQuerySignedOut };
  const signedOut = () => client.getQueryCache().findAll(filters).length > 0;
  const { newest: provider, asking, askedAt } = source;
  const now = Date.now();
  // A clock that was set back meanwhile is no reason to wait until it is there again.
  const since = Math.abs(now - askedAt);
  if (!signedOut() || typeof provider !== "function" || provider === source.asked) return;
  if (source.misses >= TRIES || (asking && since < PATIENCE_MS)) return;
  source.stop();
  const session = meSession(client);
  const again = () => {
    source.stop();
    askAgain(client, source, queryKey);
    session.notify();
  };
  if (since < PAUSE_MS) {
    source.timer = setTimeout(again, PAUSE_MS - since);
    return;
  }
  source.asked = provider;
  source.asking = true;
  source.askedAt = now;
  source.misses++;
  const { signal } = new AbortController();
  const { refused } = session;
  // The token is the leaver's own where none of theirs was seen before they left, or where it comes
  // from a provider that was there by then and had not been asked.
  const isOfLeaver =
    session.state.phase === "signed-out" && (!refused.length || provider === source.left);
  source.left = undefined;
  const settle = (token?: Token) => {
    source.asking = false;
    const isCurrent = session.refused === refused && !isOfLeaver;
    // A token that was asked for before a sign-out is the leaver's, not the next person's.
    if (!isCurrent) session.refused.push(token);
    if (isCurrent && isToken(token) && !source.sent.includes(token) && signedOut()) {
      source.found = token;
      client.refetchQueries(filters);
    } else {
      // A newer provider may have been committed meanwhile.
      again();
    }
  };
  const ask = async () => provider({ reason: "initial", signal });
  ask().then(settle, () => settle());
}
