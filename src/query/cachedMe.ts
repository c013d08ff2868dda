import { CancelledError, type Query } from "@tanstack/react-query";
import type { MeEdit } from "../scim/MeEdit.js";
import { parseScimMe } from "../scim/parseScimMe.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { editedBody } from "../scim/writeMe.js";
import type { ScimMeQueryOptions } from "./scimMeQueryOptions.js";
import type { Update } from "./settleUpdate.js";

/** The query that holds a person. */
export type MeQuery = Query<ScimMe, ScimMeError, ScimMe, ScimMeQueryOptions["queryKey"]>;

/** Reads the person from the server, once. `anew` gives up a read that began before now. */
export function readAgain(update: Update, anew = false): Promise<ScimMe> {
  const { client, request, query, signal } = update;
  const options = client.defaultQueryOptions({ ...request.query, retry: false });
  return query.fetch(options, { cancelRefetch: anew }).catch((error) => {
    signal.throwIfAborted();
    // It gave way to another read. An older TanStack Query does not wait for that one by itself.
    if (error instanceof CancelledError) return readAgain(update);
    throw error;
  });
}

/** Puts a profile in place of another, and ends a read that would bring an older one. */
export function replaceMe(query: MeQuery, me: ScimMe, updatedAt: number = Date.now()): void {
  query.setData(me, { manual: true, updatedAt });
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
    // Also a failure to read since.
    query.setState({ status: state.status, error: state.error });
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
