import type { Query, QueryClient, QueryKey } from "@tanstack/react-query";
import { ScimMeError } from "../scim/ScimMeError.js";

/** Which queries to empty: those under a key that the predicate names; by default all. */
export interface EmptyOptions {
  queryKey?: QueryKey;
  predicate?: (query: Query) => boolean;
  /** Leave mounted queries as `missing-token` in place of pending. */
  signedOut?: boolean;
}

const lives = new WeakMap<object, AbortController>();

/** Aborts when a query is emptied: what was begun for a person is given up with them. */
export function lifeOf(query: object): AbortSignal {
  const life = lives.get(query) ?? new AbortController();
  lives.set(query, life);
  return life.signal;
}

/** Gives up what was begun for the person whom a query held. */
export function endLife(query: object): void {
  const gone = new ScimMeError("missing-token", "the person has gone.");
  lives.get(query)?.abort(gone);
  lives.delete(query);
}

/**
 * Forgets data and stops requests. Mounted queries are emptied in place: removed ones would leave
 * their consumers with the data they last saw.
 */
export function emptyQueries(client: QueryClient, options: EmptyOptions = {}): void {
  const { signedOut, ...filters } = options;
  const cache = client.getQueryCache();
  for (const query of cache.findAll(filters)) {
    endLife(query);
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
      fetchStatus: "idle",
      status: signedOut ? "error" : "pending",
    });
  }
}
