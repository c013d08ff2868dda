import type { QueryClient } from "@tanstack/react-query";
import { type ChangeSettings, changeMe } from "../scim/changeMe.js";
import { diffMe } from "../scim/diffMe.js";
import type { MeAnswer } from "../scim/RequestMeOptions.js";
import { readAnswer } from "../scim/readAnswer.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeChanges } from "../scim/ScimMeChanges.js";
import { ScimMeError } from "../scim/ScimMeError.js";
import {
  isCached,
  type MeQuery,
  readAgain,
  replaceMe,
  showHoped,
  type Update,
} from "./cachedMe.js";
import { entityTag, keepEntityTag } from "./entityTag.js";
import { meSession } from "./MeSession.js";
import { forgetOthers, inSession, isSamePerson } from "./readMe.js";
import { type ScimMeQueryKey, scimMeQueryKey } from "./scimMeQueryKey.js";
import { scimMeQueryOptions } from "./scimMeQueryOptions.js";
import { tabChannel, tellTabs } from "./tabs.js";
import type { MeRequest } from "./useMeRequest.js";

/** After these nobody knows whether the server took the change. */
const DOUBTFUL = ["network", "timeout", "unavailable", "malformed"];

/** The last update of each query; the next waits for it. */
const turns = new WeakMap<object, Promise<unknown>>();
/** Queries with an update of unknown outcome: they are read before anything is sent again. */
const doubtful = new WeakSet<object>();

/** One update: what differs is sent, and the cache takes the server's answer. */
export function updateMe(
  client: QueryClient,
  request: MeRequest & ChangeSettings,
  changes: ScimMeChanges,
): Promise<ScimMe> {
  const options = client.defaultQueryOptions(scimMeQueryOptions(request));
  const query = client.getQueryCache().build(client, options as never) as unknown as MeQuery;
  const before = query.state.data;
  const last = turns.get(query);
  const turn = untilSignOut(client, async (signal) => {
    await last?.catch(() => {});
    signal.throwIfAborted();
    return send({ client, request, query, before, changes, signal });
  });
  turns.set(query, turn);
  return turn;
}

/** Ends the work when a sign-out begins: nothing of the person is to arrive after it. */
async function untilSignOut<T>(
  client: QueryClient,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const session = meSession(client);
  const controller = new AbortController();
  const look = () => {
    if (session.state.phase !== "signing-out") return;
    controller.abort(new ScimMeError("missing-token", "a sign-out ended this change."));
  };
  const stop = session.subscribe(look);
  look();
  try {
    controller.signal.throwIfAborted();
    return await work(controller.signal);
  } finally {
    stop();
  }
}

async function send(update: Update): Promise<ScimMe> {
  const { client, request, query, before, changes, signal } = update;
  const known = (!doubtful.has(query) && query.state.data) || (await readAgain(update));
  doubtful.delete(query);
  if (before && !(isCached(update) && isSamePerson(before, known))) {
    throw new ScimMeError("missing-token", "somebody else has signed in, so nothing was sent.");
  }
  const edits = diffMe(known, changes);
  if (!edits.length) return known;
  const { ifMatch = entityTag(query) } = request;
  const rollBack = showHoped(query, known, edits);
  let answer: MeAnswer;
  try {
    answer = await changeMe(inSession(client, { ...request, ifMatch }, signal), known, edits);
  } catch (error) {
    signal.throwIfAborted();
    rollBack();
    return settle(update, error as ScimMeError);
  }
  signal.throwIfAborted();
  return take(update, answer, rollBack);
}

/** What a failure means: a lost answer may have been a yes, and a conflict needs both versions. */
async function settle(update: Update, error: ScimMeError): Promise<ScimMe> {
  const isDoubtful = DOUBTFUL.includes(error.reason);
  if (!isDoubtful && error.reason !== "conflict") throw error;
  if (isDoubtful) doubtful.add(update.query);
  const fresh = await readAgain(update).catch(() => undefined);
  if (fresh) doubtful.delete(update.query);
  if (isDoubtful && fresh && !diffMe(fresh, update.changes).length) return fresh;
  throw error;
}

/** The server's own word goes into the cache: what came back, else what is read after it. */
async function take(update: Update, answer: MeAnswer, rollBack: () => void): Promise<ScimMe> {
  const { client, request, query } = update;
  const { endpoint, subject } = request;
  let me = personIn(answer);
  if (me && isCached(update)) {
    keepEntityTag(client, query.queryKey, answer);
    forgetOthers(client, query.queryKey as ScimMeQueryKey, endpoint, me);
    replaceMe(query, me);
  }
  tellTabs([tabChannel(endpoint, subject)], "changed");
  try {
    me ??= await readAgain(update);
  } catch (cause) {
    rollBack();
    doubtful.add(query);
    throw new ScimMeError(
      (cause as ScimMeError).reason,
      "the server took the change, but the profile could not be read after it.",
      { cause },
    );
  }
  const queryKey = scimMeQueryKey({ endpoint, subject });
  client.invalidateQueries({ queryKey, predicate: (other) => other.queryHash !== query.queryHash });
  return me;
}

/** A 204 has none, and some servers answer 200 with something else. */
function personIn(answer: MeAnswer): ScimMe | undefined {
  try {
    return readAnswer(answer);
  } catch {
    return undefined;
  }
}
