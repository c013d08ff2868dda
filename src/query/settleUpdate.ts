import type { QueryClient } from "@tanstack/react-query";
import type { ChangeSettings } from "../scim/changeMe.js";
import { diffMe } from "../scim/diffMe.js";
import type { MeEdit } from "../scim/MeEdit.js";
import type { MeAnswer } from "../scim/RequestMeOptions.js";
import { readAnswer } from "../scim/readAnswer.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeChanges } from "../scim/ScimMeChanges.js";
import { ScimMeError } from "../scim/ScimMeError.js";
import { type MeQuery, queryOf, readAgain, replaceMe } from "./cachedMe.js";
import { keepEntityTag } from "./entityTag.js";
import { forgetOthers } from "./readMe.js";
import { scimMeQueryKey } from "./scimMeQueryKey.js";
import { tellChanged } from "./tabs.js";
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
}

/** What differs between a person and the wanted change. */
export function editsOf({ request, changes }: Update, known: ScimMe): MeEdit[] {
  const { attributes, excludedAttributes } = request;
  return diffMe(known, changes, !!(attributes?.length || excludedAttributes?.length));
}

/**
 * What a failure means: a lost answer may have been a yes, and a conflict needs both versions. It may
 * be one with itself: browsers send again what a closed connection left without an answer.
 */
export async function settle(
  update: Update,
  error: ScimMeError,
  rollBack: () => void,
): Promise<ScimMe> {
  const { client, request, query, signal } = update;
  if (!UNSETTLED.includes(error.reason)) {
    rollBack();
    throw error;
  }
  // What may have been taken is not taken back before the server has said.
  const fresh = await readAgain(client, request, true).catch(() => undefined);
  signal.throwIfAborted();
  if (!fresh) {
    rollBack();
    // The next change begins with a read.
    query.invalidate();
  }
  if (!fresh || editsOf(update, fresh).length) throw error;
  tellOthers(update);
  return fresh;
}

/** The server's own word goes into the cache: what came back, else what is read after it. */
export async function take(
  update: Update,
  answer: MeAnswer,
  rollBack: () => void,
): Promise<ScimMe> {
  const { client, request, query, signal } = update;
  const me = personIn(answer);
  if (me) {
    const cached = queryOf(client, request);
    keepEntityTag(cached, answer);
    forgetOthers(client, query.queryKey, request.endpoint, me);
    replaceMe(cached, me);
  }
  tellOthers(update);
  if (me) return me;
  try {
    return await readAgain(client, request, true);
  } catch (cause) {
    signal.throwIfAborted();
    rollBack();
    query.invalidate();
    throw new ScimMeError(
      (cause as ScimMeError).reason,
      "the server took the change, but the profile could not be read after it.",
      { cause },
    );
  }
}

/** Other tabs and the other parts of the profile that are cached are read again. */
function tellOthers({ client, request: { endpoint, subject }, query }: Update): void {
  tellChanged(client, endpoint, subject);
  client.invalidateQueries({
    queryKey: scimMeQueryKey({ endpoint, subject }),
    predicate: ({ queryHash }) => queryHash !== query.queryHash,
  });
}

/** A 204 has none, and some servers answer 200 with something else. */
function personIn(answer: MeAnswer): ScimMe | undefined {
  try {
    return readAnswer(answer);
  } catch {
    return undefined;
  }
}
