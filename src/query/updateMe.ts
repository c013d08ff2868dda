import { type QueryClient, QueryObserver } from "@tanstack/react-query";
import { type ChangeSettings, changeMe } from "../scim/changeMe.js";
import { isSame } from "../scim/isSame.js";
import { type MeEdit, memberOf } from "../scim/MeEdit.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeChanges } from "../scim/ScimMeChanges.js";
import { ScimMeError } from "../scim/ScimMeError.js";
import { wholeMe } from "../scim/wholeMe.js";
import { queryOf, readAgain, showHoped } from "./cachedMe.js";
import { lifeOf } from "./emptyQueries.js";
import { entityTag } from "./entityTag.js";
import { meSession } from "./MeSession.js";
import { inSession } from "./readMe.js";
import { editsOf, settle, type Update } from "./settleUpdate.js";
import type { MeRequest } from "./useMeRequest.js";

/** The last update of each query; the next waits for it. */
const turns = new WeakMap<object, Promise<unknown>>();

/** One update: what differs is sent, and the cache takes the server's answer. */
export function updateMe(
  client: QueryClient,
  request: MeRequest & ChangeSettings,
  changes: ScimMeChanges,
): Promise<ScimMe> {
  const query = queryOf(client, request);
  const update = { client, request, query, changes, signal: lifeOf(query) };
  const turn = inTurn(update, turns.get(query));
  turns.set(query, turn);
  // Held in the cache, where a sign-out can end it, also while nobody reads the profile.
  const { queryKey, options } = query;
  const hold = new QueryObserver(client, { ...options, queryKey, enabled: false });
  query.addObserver(hold as never);
  const release = () => query.removeObserver(hold as never);
  turn.then(release, release);
  return turn;
}

async function inTurn(update: Update, last: Promise<unknown> | undefined): Promise<ScimMe> {
  const { client, request, query, signal } = update;
  if (request.pending || meSession(client).state.phase === "signing-out") {
    throw new ScimMeError("missing-token", "nobody is signed in, so nothing was sent.");
  }
  await last?.catch(() => {});
  signal.throwIfAborted();
  const { data, isInvalidated, error } = query.state;
  const tag = () => request.ifMatch ?? entityTag(query);
  const before = tag();
  // What is in doubt is read before anything is sent. An older TanStack Query does not invalidate
  // what it failed to read again.
  const known = data && !isInvalidated && !error ? data : await readAgain(client, request);
  signal.throwIfAborted();
  const edits = editsOf(update, known);
  if (!edits.length) return known;
  const ifMatch = tag();
  // The server would let it pass: it is told the tag of what was read just now.
  if (data && before && before !== ifMatch && isChanged(data, known, edits)) {
    throw new ScimMeError("conflict", "the profile was changed elsewhere, so nothing was sent.");
  }
  const rollBack = showHoped(query, known, edits);
  const options = inSession(client, { ...request, ifMatch }, signal);
  return settle(update, changeMe(options, known, edits), rollBack);
}

/** Whether what is to be edited is another in one version of a person than in the other. */
function isChanged(before: ScimMe, now: ScimMe, edits: readonly MeEdit[]): boolean {
  const [one, other] = [wholeMe(before), wholeMe(now)];
  const at = (whole: unknown, { steps }: MeEdit) => steps.reduce(memberOf, whole);
  return edits.some((edit) => !isSame(at(one, edit), at(other, edit)));
}
