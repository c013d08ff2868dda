import type { Query, QueryFilters } from "@tanstack/react-query";
import { ScimMeError } from "../scim/ScimMeError.js";
import type { MeSession } from "./MeSession.js";
import { ME } from "./scimMeQueryKey.js";

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

/** Which queries to empty: those under a key that the predicate names. */
export interface EmptyFilters extends Pick<QueryFilters, "queryKey"> {
  predicate?: (query: Query) => boolean;
}

/**
 * Forgets data and stops requests, by default of everyone. Mounted queries are emptied in place:
 * removed ones would leave their consumers with the data they last saw. They are left as pending,
 * and after a sign-out as `missing-token`: then only those of `/Me` are to be emptied.
 */
export function emptyQueries({ client, phase }: MeSession, filters: EmptyFilters = ME): void {
  const cache = client.getQueryCache();
  for (const query of cache.findAll(filters)) {
    endLife(query);
    query.cancel({ silent: true });
    if (!query.getObserversCount()) {
      cache.remove(query);
      continue;
    }
    const isOut = phase === "signed-out";
    query.setState({
      data: undefined,
      dataUpdatedAt: 0,
      dataUpdateCount: 0,
      error: isOut ? new ScimMeError("missing-token", "the person signed out.") : null,
      errorUpdatedAt: isOut ? Date.now() : 0,
      fetchFailureCount: 0,
      fetchFailureReason: null,
      fetchStatus: "idle",
      status: isOut ? "error" : "pending",
    });
  }
}

/** Empties queries, and reads the mounted ones anew. */
export function readAnew(session: MeSession, filters: EmptyFilters = ME): void {
  emptyQueries(session, filters);
  session.client.refetchQueries(filters);
}
