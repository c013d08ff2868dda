import type { Query, QueryClient } from "@tanstack/react-query";
import type { ChangeSettings } from "../scim/changeMe.js";
import type { MeEdit } from "../scim/MeEdit.js";
import { parseScimMe } from "../scim/parseScimMe.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeChanges } from "../scim/ScimMeChanges.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { editedBody } from "../scim/writeMe.js";
import { scimMeQueryOptions } from "./scimMeQueryOptions.js";
import type { MeRequest } from "./useMeRequest.js";

/** The query that holds a person. */
export type MeQuery = Query<ScimMe, ScimMeError>;

/** One change on its way to the server. */
export interface Update {
  client: QueryClient;
  request: MeRequest & ChangeSettings;
  query: MeQuery;
  /** Who was known when the change was asked for. */
  before: ScimMe | undefined;
  changes: ScimMeChanges;
  signal: AbortSignal;
}

/** Reads the person from the server, whatever is known. */
export function readAgain({ client, request, query }: Update): Promise<ScimMe> {
  // One that began before the change may bring what was before it.
  if (query.state.data) query.cancel({ revert: true });
  return client.fetchQuery({ ...scimMeQueryOptions(request), staleTime: 0, retry: false });
}

/** Whether the query is still there: it goes when somebody else signs in. */
export function isCached({ client, query }: Update): boolean {
  return (
    client.getQueryCache().get<ScimMe, ScimMeError>(query.queryHash) === query &&
    query.state.data !== undefined
  );
}

/** Puts a profile in place of another, and ends a read that would bring an older one. */
export function replaceMe(query: MeQuery, me: ScimMe, updatedAt?: number): void {
  query.setData(me, { manual: true, ...(updatedAt !== undefined && { updatedAt }) });
  query.cancel({ revert: true });
}

/** Shows what is hoped for until it is known; returns how to go back. */
export function showHoped(query: MeQuery, known: ScimMe, edits: readonly MeEdit[]): () => void {
  const { status, dataUpdatedAt } = query.state;
  // Somebody who is no longer let in is not to be shown again by an edit.
  if (status !== "success" || query.state.data !== known) return () => {};
  replaceMe(query, personAfter(known, edits), dataUpdatedAt);
  const hoped = query.state.data;
  return () => {
    // A newer read is the truth.
    if (query.state.data === hoped) replaceMe(query, known, dataUpdatedAt);
  };
}

function personAfter(known: ScimMe, edits: readonly MeEdit[]): ScimMe {
  try {
    return parseScimMe(editedBody(known, edits));
  } catch {
    // Without the attributes that make a User one.
    return known;
  }
}
