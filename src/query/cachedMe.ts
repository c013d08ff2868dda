import { CancelledError, type Query, type QueryClient } from "@tanstack/react-query";
import type { ChangeSettings } from "../scim/changeMe.js";
import type { MeEdit } from "../scim/MeEdit.js";
import { parseScimMe } from "../scim/parseScimMe.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { editedBody } from "../scim/writeMe.js";
import { lifeOf } from "./emptyQueries.js";
import { meQueryOptions } from "./meQueryOptions.js";
import type { ScimMeQueryOptions } from "./scimMeQueryOptions.js";
import type { MeRequest } from "./useMeRequest.js";

/** The query that holds a person. */
export type MeQuery = Query<ScimMe, ScimMeError, ScimMe, ScimMeQueryOptions["queryKey"]>;

/** The query of a request, made where there is none. */
export function queryOf(client: QueryClient, request: MeRequest & ChangeSettings): MeQuery {
  const options = client.defaultQueryOptions(meQueryOptions(request));
  return client
    .getQueryCache()
    .build<ScimMe, ScimMeError, ScimMe, MeQuery["queryKey"]>(client, options);
}

/** Reads the person from the server, once. `anew` gives up a read that began before now. */
export function readAgain(
  client: QueryClient,
  request: MeRequest & ChangeSettings,
  anew = false,
): Promise<ScimMe> {
  const options = client.defaultQueryOptions({ ...meQueryOptions(request), retry: false });
  const query = queryOf(client, request);
  const life = lifeOf(query);
  return query.fetch(options, { cancelRefetch: anew }).catch((error) => {
    life.throwIfAborted();
    // It gave way to another read. An older TanStack Query does not wait for that one by itself.
    if (error instanceof CancelledError) return readAgain(client, request);
    throw error;
  });
}

/** Puts a profile in place of another, and ends a read that would bring an older one. */
export function replaceMe(query: MeQuery, me: ScimMe, updatedAt?: number): void {
  query.setData(me, { manual: true, ...(updatedAt !== undefined && { updatedAt }) });
  query.cancel({ revert: true });
}

/** Shows what is hoped for until it is known; returns how to go back. */
export function showHoped(query: MeQuery, known: ScimMe, edits: readonly MeEdit[]): () => void {
  const { status, data, dataUpdatedAt } = query.state;
  // Somebody who is no longer let in is not to be shown again by an edit.
  if (status !== "success" || data !== known) return () => {};
  replaceMe(query, personAfter(known, edits), dataUpdatedAt);
  // A page that is left now, and whose cache is persisted, reads again when it is back.
  query.invalidate();
  const hoped = query.state.data;
  return () => {
    const { state } = query;
    // A newer read is the truth.
    if (state.data !== hoped || state.dataUpdatedAt !== dataUpdatedAt) return;
    query.setData(known, { manual: true, updatedAt: dataUpdatedAt });
    if (state.error) query.setState({ status: state.status, error: state.error });
  };
}

function personAfter(known: ScimMe, edits: readonly MeEdit[]): ScimMe {
  try {
    return parseScimMe(editedBody(known, edits));
  } catch {
    // With these edits too little is left to be a User.
    return known;
  }
}
