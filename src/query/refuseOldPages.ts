import type { QueryClient } from "@tanstack/react-query";
import { emptyQueries } from "./emptyQueries.js";
import type { MeSession } from "./MeSession.js";
import { scimMeQueryKey } from "./scimMeQueryKey.js";

/**
 * Keeps out who has signed out: a page that a server rendered for them, or a persister, may bring
 * their profile back into the cache without any request.
 */
export function refuseOldPages(client: QueryClient, session: MeSession): void {
  client.getQueryCache().subscribe((event) => {
    const { query: arrived } = event;
    const isGiven =
      event.type === "added" || (event.type === "updated" && event.action.type === "setState");
    if (!isGiven || arrived.state.data === undefined) return;
    if (!session.hasLeft(arrived.queryKey[3])) return;
    emptyQueries(client, {
      queryKey: scimMeQueryKey(),
      predicate: (query) => query === arrived,
      signedOut: session.state.phase === "signed-out",
    });
  });
}
