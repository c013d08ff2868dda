import type { QueryCacheNotifyEvent, QueryClient } from "@tanstack/react-query";
import { emptyQueries, endLife } from "./emptyQueries.js";
import type { MeSession } from "./MeSession.js";
import { ME } from "./scimMeQueryKey.js";

/** Listens to a cache once for all consumers; each for itself would be told of what all others do. */
export function watchCache(client: QueryClient, session: MeSession): void {
  client.getQueryCache().subscribe((event) => {
    // Out of the cache it is out of reach, and its person with it.
    if (event.type === "removed") endLife(event.query);
    refuseOldPage(client, session, event);
    if (event.type === "updated" && event.query.queryKey[1] === "Me") session.notify();
  });
}

/**
 * Keeps out who has signed out: a page that a server rendered for them, or a persister, may bring
 * their profile back into the cache without any request.
 */
function refuseOldPage(
  client: QueryClient,
  session: MeSession,
  event: QueryCacheNotifyEvent,
): void {
  const { query: arrived } = event;
  const isGiven =
    event.type === "added" || (event.type === "updated" && event.action.type === "setState");
  if (!isGiven || arrived.state.data === undefined) return;
  if (!session.hasLeft(arrived.queryKey[3])) return;
  emptyQueries(client, {
    ...ME,
    predicate: (query) => query === arrived,
    signedOut: session.state.phase === "signed-out",
  });
}
