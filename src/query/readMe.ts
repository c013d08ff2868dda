import type { QueryClient, QueryFunctionContext } from "@tanstack/react-query";
import type { MeAnswer, RequestMeOptions } from "../scim/RequestMeOptions.js";
import { readAnswer } from "../scim/readAnswer.js";
import { requestMe } from "../scim/requestMe.js";
import type { ScimMe } from "../scim/ScimMe.js";
import { ScimMeError } from "../scim/ScimMeError.js";
import type { sessionCookie } from "../scim/sessionCookie.js";
import type { TokenRequest } from "../scim/TokenProvider.js";
import { endLife, readAnew } from "./emptyQueries.js";
import { entityTags } from "./entityTags.js";
import { type MeSession, meSession } from "./MeSession.js";
import { final } from "./retryScimMe.js";
import type { ScimMeRequestOptions } from "./ScimMeRequestOptions.js";
import { type ScimMeQueryKey, scimMeQueryKey } from "./scimMeQueryKey.js";

/** How to reach `/Me`, and for whom, with what a key is made of filled in. */
export interface WholeRequest extends ScimMeRequestOptions {
  endpoint: string;
  subject: string | null;
}

/** The query function: one read of `/Me` with the newest provider's token. */
export async function readMe(
  options: WholeRequest,
  context: QueryFunctionContext<ScimMeQueryKey>,
  isHosts?: boolean,
): Promise<ScimMe> {
  const { client, queryKey } = context;
  const { endpoint, subject } = options;
  const session = meSession(client);
  const query = client.getQueryCache().find<ScimMe>({ queryKey });
  // The sign-out may wait for a host's loader, which is not to wait for the sign-out.
  if (isHosts && session.phase === "signing-out" && !query?.isActive()) {
    throw new ScimMeError("missing-token", "a sign-out is under way.");
  }
  // Reading the signal before this await would make StrictMode abort and ask twice.
  await session.over;
  const { signal } = context;
  // After a sign-out, another person lifts the latch before any token is asked for.
  if (!session.hasLeft(subject)) session.lift();
  try {
    const answer = await requestMe(inSession(client, options, signal));
    const me = readAnswer(answer);
    session.lift();
    session.source(endpoint, subject).misses = 0;
    arrive(session, query, endpoint, me, answer);
    return me;
  } catch (error) {
    const { retry } = client.defaultQueryOptions({ queryKey });
    if (retry === false || retry === 0) final.add(Object(error));
    throw error;
  }
}

/** One attempt's options: the newest provider is asked, and what a sign-out refuses is no token. */
export function inSession<T extends WholeRequest>(
  client: QueryClient,
  options: T,
  signal: AbortSignal,
): T & RequestMeOptions {
  const { endpoint, subject } = options;
  const session = meSession(client);
  const source = session.source(endpoint, subject);
  const provider = source.newest ?? options.tokenProvider;
  return {
    ...options,
    signal,
    tokenProvider:
      typeof provider === "function"
        ? async (request: TokenRequest) => {
            const { newest } = source;
            const { refused } = session;
            const isInitial = request.reason === "initial";
            source.asked = typeof newest === "function" ? newest : provider;
            const { found } = source;
            source.found = undefined;
            const token = (isInitial && found) || (await source.asked(request));
            // A token that was asked for before a sign-out is the leaver's, not the next person's.
            if (session.refused !== refused) session.refused.push(token);
            // An attempt that was given up sends nothing.
            if (request.signal.aborted) return token;
            // Only now: a sign-out while the provider was being asked needs the tokens sent before.
            if (isInitial) source.sent = [];
            source.sent.push(token);
            // Others share a renewal, and go on where this attempt was aborted.
            return signal.aborted ? token : session.admit(token);
          }
        : (provider as typeof sessionCookie),
  };
}

/**
 * Before a profile is put into a query: its entity tag is kept, and when it is somebody else's, nothing
 * of the last person stays at this endpoint.
 */
export function arrive(
  session: MeSession,
  self: { state: { data: ScimMe | undefined } } | undefined,
  endpoint: string,
  me: ScimMe,
  { etag }: MeAnswer,
): void {
  if (!self) return;
  entityTags.set(self, etag);
  const cached = self.state.data;
  if (!cached || isSamePerson(cached, me)) return;
  endLife(self);
  const filters = {
    queryKey: scimMeQueryKey({ endpoint }),
    predicate: (query: object) => query !== self,
  };
  readAnew(session, filters);
}

/** Whether two answers are about one person. */
export function isSamePerson(a: ScimMe, b: ScimMe): boolean {
  if (a.id && b.id) return a.id === b.id;
  return !a.userName || !b.userName || a.userName === b.userName;
}
