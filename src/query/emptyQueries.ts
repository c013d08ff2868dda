import type { Query, QueryClient, QueryKey } from "@tanstack/react-query";
import { ScimMeError } from "../scim/ScimMeError.js";

/** Which queries to empty: those under a key, less those that `except` names. */
export interface EmptyOptions {
  queryKey?: QueryKey;
  except?: (query: Query) => boolean;
  /** Leave mounted queries as `missing-token` in place of pending. */
  signedOut?: boolean;
}

/**
 * Forgets data and stops requests. Mounted queries are emptied in place: removed ones would leave
 * their consumers with the data they last saw.
 */
export function emptyQueries(client: QueryClient, options: EmptyOptions = {}): void {
  const { queryKey, except, signedOut } = options;
  const cache = client.getQueryCache();
  for (const query of cache.findAll(queryKey && { queryKey })) {
    if (except?.(query)) continue;
    query.cancel({ silent: true });
    if (!query.getObserversCount()) {
      cache.remove(query);
      continue;
    }
    query.setState({
      data: undefined,
      dataUpdatedAt: 0,
      dataUpdateCount: 0,
      error: signedOut ? new ScimMeError("missing-token", "the person signed out.") : null,
      errorUpdatedAt: signedOut ? Date.now() : 0,
      fetchFailureCount: 0,
      fetchFailureReason: null,
      fetchMeta: null,
      fetchStatus: "idle",
      isInvalidated: false,
      status: signedOut ? "error" : "pending",
    });
  }
}
