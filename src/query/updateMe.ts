import { type QueryClient, QueryObserver } from "@tanstack/react-query";
import { type ChangeSettings, changeMe } from "../scim/changeMe.js";
import { isSame } from "../scim/isSame.js";
import { type MeEdit, memberOf } from "../scim/MeEdit.js";
import { requestMe } from "../scim/requestMe.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeChanges } from "../scim/ScimMeChanges.js";
import { ScimMeError } from "../scim/ScimMeError.js";
import { wholeMe } from "../scim/wholeMe.js";
import { type MeQuery, readAgain, showHoped } from "./cachedMe.js";
import { lifeOf } from "./emptyQueries.js";
import { entityTags } from "./entityTags.js";
import { meSession } from "./MeSession.js";
import { inSession } from "./readMe.js";
import { editsOf, settle, take, type Update } from "./settleUpdate.js";
import type { MeRequest } from "./useMeRequest.js";

/** The last update of each query; the next waits for it, and is told whether it was refused. */
const turns = new WeakMap<object, Promise<boolean>>();

/** One update: what differs is sent, and the cache takes the server's answer. */
export function updateMe(
  client: QueryClient,
  request: MeRequest & ChangeSettings,
  changes: ScimMeChanges,
): Promise<ScimMe> {
  // Held in the cache, where a sign-out can end it, also while nobody reads the profile.
  const hold = new QueryObserver(client, { ...request.query, enabled: false } as never);
  const letGo = hold.subscribe(() => {});
  const query = hold.getCurrentQuery() as unknown as MeQuery;
  const update: Update = { client, request, query, changes, signal: lifeOf(query) };
  const turn = inTurn(update);
  const release = (outcome: object) => {
    letGo();
    return update.refused || (outcome as ScimMeError).reason === "unauthorized";
  };
  turns.set(query, turn.then(release, release));
  return turn;
}

async function inTurn(update: Update): Promise<ScimMe> {
  const { client, request, query, signal } = update;
  update.refused = await turns.get(query);
  if (request.pending || meSession(client).phase === "signing-out") {
    throw new ScimMeError("missing-token", "nobody is signed in, so nothing was sent.");
  }
  signal.throwIfAborted();
  const { data, isInvalidated, error } = query.state;
  const tag = () => request.ifMatch ?? entityTags.get(query);
  const before = tag();
  // What is in doubt is read before anything is sent. An older TanStack Query does not invalidate
  // what it failed to read again. Who has signed in since may be somebody else; where nobody has,
  // that is this change's failure alone, and what was entered stays.
  const known =
    (update.refused
      ? take(update, await requestMe(inSession(client, request, signal)))
      : !isInvalidated && !error && data) || (await readAgain(update));
  update.refused = false;
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
