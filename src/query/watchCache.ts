import type { QueryClient } from "@tanstack/react-query";
import { isQuerySignedOut } from "./askAgain.js";
import { emptyQueries, endLife } from "./emptyQueries.js";
import type { MeSession } from "./MeSession.js";
import { ME } from "./scimMeQueryKey.js";

/** Listens to a cache once for all consumers; each for itself would be told of what all others do. */
export function watchCache(client: QueryClient, session: MeSession): void {
  const cache = client.getQueryCache();
  cache.subscribe((event) => {
    const { type, query } = event;
    // Out of the cache it is out of reach, and its person with it.
    if (type === "removed") endLife(query);
    // Who has signed out is kept out: a page that a server rendered for them, or a persister, may
    // bring their profile back into the cache without any request.
    const isGiven = type === "added" || (type === "updated" && event.action.type === "setState");
    if (isGiven && query.state.data !== undefined && session.hasLeft(query.queryKey[3])) {
      emptyQueries(client, {
        ...ME,
        predicate: (one) => one === query,
        signedOut: session.state.phase === "signed-out",
      });
    }
    if (query.queryKey[1] !== "Me") return;
    if (type === "updated") session.notify();
    // Whom nobody waits for any more may be signed in when a guard mounts again: a failure that was
    // kept would turn them away unasked.
    if (!query.getObserversCount() && type === "observerRemoved" && isQuerySignedOut(query)) {
      cache.remove(query);
    }
  });
}
