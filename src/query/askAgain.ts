import { isToken, type Token } from "../scim/TokenProvider.js";
import { isQuerySignedOut } from "./isQuerySignedOut.js";
import type { MeSession } from "./MeSession.js";
import type { TokenSource } from "./TokenSource.js";

const PAUSE_MS = 1000;
const TRIES = 3;
/** When a provider that does not answer no longer keeps others from being asked, in ms. */
const PATIENCE_MS = 10_000;

/**
 * Picks up a token that came late: while a query is signed out, a provider that has not been asked
 * yet is asked, and the query is read again only if that gives a token not refused before.
 */
export async function askAgain(session: MeSession, source: TokenSource): Promise<void> {
  const { client, refused } = session;
  // Nobody waits for a query that no component reads any more.
  const filters = {
    queryKey: source.queryKey,
    type: "active" as const,
    predicate: isQuerySignedOut,
  };
  const signedOut = () => client.getQueriesData(filters).length > 0;
  const again = () => {
    void askAgain(session, source);
    session.notify();
  };
  clearTimeout(source.timer);
  source.timer = undefined;
  const { newest: provider } = source;
  const now = Date.now();
  // A clock that was set back meanwhile is no reason to wait until it is there again.
  const since = Math.abs(now - source.askedAt);
  if (!signedOut() || typeof provider !== "function" || provider === source.asked) return;
  if (source.misses >= TRIES || (source.asking && since < PATIENCE_MS)) return;
  if (since < PAUSE_MS) {
    source.timer = setTimeout(again, PAUSE_MS - since);
    return;
  }
  source.asked = provider;
  source.asking = true;
  source.askedAt = now;
  source.misses++;
  // The token is the leaver's own where none of theirs was seen before they left, or where it comes
  // from a provider that was there by then and had not been asked.
  const isOfLeaver =
    session.phase === "signed-out" && (!refused.length || provider === source.left);
  source.left = undefined;
  let token: Token;
  try {
    token = await provider({ reason: "initial", signal: new AbortController().signal });
  } catch {
    // No token, as any other that is none.
  }
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
}
