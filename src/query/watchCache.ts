import { emptyQueries, endLife } from "./emptyQueries.js";
import { isQuerySignedOut } from "./isQuerySignedOut.js";
import type { MeSession } from "./MeSession.js";
import { ME } from "./scimMeQueryKey.js";

/** Listens to a cache once for all consumers; each for itself would be told of what all others do. */
export function watchCache(session: MeSession): void {
  const cache = session.client.getQueryCache();
  cache.subscribe((event) => {
    const { type, query } = event;
    // Out of the cache a query is out of a sign-out's reach: what was begun for its person ends here.
    if (type === "removed") endLife(query);
    if (query.queryKey[1] !== "Me") return;
    // Who has signed out is kept out: a page that a server rendered for them, or a persister, may
    // bring their profile back into the cache without any request.
    const isGiven = type === "added" || (type === "updated" && event.action.type === "setState");
    if (isGiven && query.state.data !== undefined && session.hasLeft(query.queryKey[3])) {
      emptyQueries(session, { ...ME, predicate: (one) => one === query });
    }
    if (type === "updated") session.notify();
    // A signed-out failure that no component reads any more is dropped: somebody may have signed in
    // when a guard mounts again, and the kept failure would redirect them unasked.
    if (!query.getObserversCount() && type === "observerRemoved" && isQuerySignedOut(query)) {
      cache.remove(query);
    }
  });
}
