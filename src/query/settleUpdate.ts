import type { QueryClient } from "@tanstack/react-query";
import type { ChangeSettings } from "../scim/changeMe.js";
import { diffMe } from "../scim/diffMe.js";
import type { MeEdit } from "../scim/MeEdit.js";
import type { MeAnswer } from "../scim/RequestMeOptions.js";
import { readAnswer } from "../scim/readAnswer.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeChanges } from "../scim/ScimMeChanges.js";
import { ScimMeError } from "../scim/ScimMeError.js";
import { type MeQuery, readAgain, replaceMe } from "./cachedMe.js";
import { meSession } from "./MeSession.js";
import { arrive, isSamePerson } from "./readMe.js";
import { tellTabs } from "./tabs.js";
import type { MeRequest } from "./useMeRequest.js";

/** After these the server's version decides: nobody knows whether it took the change. */
const UNSETTLED = ["network", "timeout", "unavailable", "malformed", "conflict"];

/** One change on its way to the server. */
export interface Update {
  client: QueryClient;
  request: MeRequest & ChangeSettings;
  query: MeQuery;
  changes: ScimMeChanges;
  /** Aborts when the person goes: nothing of theirs is to be sent or to arrive after it. */
  signal: AbortSignal;
  /** Whether an update before was refused as nobody's, and who is there now is not known yet. */
  refused?: boolean | undefined;
}

/** What differs between a person and the wanted change. */
export function editsOf({ request, changes }: Update, known: ScimMe): MeEdit[] {
  // The key of a part of the profile says which.
  return diffMe(known, changes, request.query.queryKey.length > 4);
}

/**
 * What comes of a change: the server's own word goes into the cache, else what is read after it. A
 * lost answer may have been a yes, and a conflict needs both versions. A change may conflict with
 * itself: a browser sends a request again when its connection closed without an answer.
 */
export async function settle(
  update: Update,
  sent: Promise<MeAnswer>,
  rollBack: () => void,
): Promise<ScimMe> {
  const { query, signal } = update;
  let failure = undefined as ScimMeError | undefined;
  const answer = await sent.catch((error: ScimMeError) => {
    failure = error;
  });
  if (signal.aborted || (failure && !UNSETTLED.includes(failure.reason))) {
    // Components still show a query that the host has removed, with what was hoped for.
    rollBack();
    signal.throwIfAborted();
    throw failure;
  }
  const me = answer && take(update, answer);
  if (answer) tellOthers(update);
  if (me) return me;
  // The server may have taken the change: what is hoped for stays until the profile is read.
  const fresh = await readAgain(update, true).catch((cause: ScimMeError) => {
    rollBack();
    signal.throwIfAborted();
    // The next change begins with a read.
    query.invalidate();
    const says = "the server took the change, but the profile could not be read.";
    throw failure ?? new ScimMeError(cause.reason, says, { cause });
  });
  signal.throwIfAborted();
  if (failure && editsOf(update, fresh).length) throw failure;
  if (failure) tellOthers(update);
  return fresh;
}

/** Other tabs and the other parts of the profile that are cached are read again. */
function tellOthers({ client, request: { endpoint, subject }, query }: Update): void {
  const source = meSession(client).source(endpoint, subject);
  tellTabs(source, "changed");
  client.invalidateQueries({
    queryKey: source.queryKey,
    predicate: ({ queryHash }) => queryHash !== query.queryHash,
  });
}

/** Puts the person in an answer into the cache. A 204 has none; a 200 may have none, or a part. */
export function take(update: Update, answer: MeAnswer): ScimMe | undefined {
  const { client, request, query } = update;
  let me: ScimMe;
  try {
    me = readAnswer(answer);
  } catch {
    return undefined;
  }
  const known = query.state.data;
  const isPart = known && ((known.id && !me.id) || (known.userName && !me.userName));
  // An unknown `id` alone is not another person: a server may answer with that of a job it queued.
  if (isPart && (!me.displayName || isSamePerson(known, me))) return undefined;
  arrive(meSession(client), query, request.endpoint, me, answer);
  replaceMe(query, me);
  return me;
}
