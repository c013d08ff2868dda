"use client";
import {
  type Query,
  type QueryClient,
  type UseQueryOptions,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useInsertionEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { isQuerySignedOut } from "./isQuerySignedOut.js";
import { type MeSession, meSession } from "./MeSession.js";
import type { ScimMeQueryKey } from "./scimMeQueryKey.js";
import type { ConsumerRequestOptions } from "./splitRequest.js";
import { useConsumer } from "./useConsumer.js";
import { type MeRequest, useMeRequest } from "./useMeRequest.js";

/** @summary The options of `useScimMe`: how to reach `/Me`, and TanStack Query's own. */
export interface UseScimMeOptions<TData = ScimMe>
  extends Omit<ConsumerRequestOptions, "tokenProvider">,
    Omit<
      UseQueryOptions<ScimMe, ScimMeError, TData, ScimMeQueryKey>,
      // Kept previous data would show one person to another.
      "queryKey" | "queryFn" | "queryKeyHashFn" | "placeholderData" | "initialData"
    > {
  /** The person as the host knows them already, such as from a server; undefined where it does not. */
  initialData?: ScimMe | (() => ScimMe | undefined) | undefined;
}

type HookOptions<TData> = Omit<UseScimMeOptions<TData>, keyof ConsumerRequestOptions>;

type MeQuery = Query<ScimMe, ScimMeError, ScimMe, ScimMeQueryKey>;

/** The session of the host's `QueryClient`; it renders when that changes. */
export function useMeSession(): MeSession {
  const client = useQueryClient();
  // That of the first render, which TanStack Query's own hooks keep where a host replaces it.
  const [{ session }, look] = useState(() => ({ session: meSession(client) }));
  const changes = () => session.changes;
  // A hidden <Activity> keeps these effects alone: what is in it goes with its person too.
  useInsertionEffect(
    // Not for a query, which may change while a component renders.
    () => session.subscribe((isSession) => isSession && look({ session })),
    [session],
  );
  useSyncExternalStore(session.subscribe, changes, changes);
  return session;
}

/** What components need to know beside a query's result. */
export interface Me<TData> {
  client: QueryClient;
  request: MeRequest;
  result: UseQueryResult<TData, ScimMeError>;
  session: MeSession;
  /** The host's session is loading or ending: whatever the result says, it is not known yet. */
  isHeld: boolean;
}

/** The query of the signed-in person; without options, for what is rendered for data or an error. */
export function useMe<TData = ScimMe>(
  own: ConsumerRequestOptions,
  options?: HookOptions<TData>,
): Me<TData> {
  const session = useMeSession();
  const { client } = session;
  const request = useMeRequest(own);
  const { pending, query } = request;
  const [firstHash] = useState(query.queryHash);
  const committedPending = useRef(pending);
  const wasAsked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the moment when it changes counts.
  useInsertionEffect(() => {
    committedPending.current = pending;
    if (pending) wasAsked.current = !!client.isFetching({ queryKey: query.queryKey });
  }, [pending]);
  // Given once for one person; for another, or after a sign-out, it may be somebody else's.
  const isStale = query.queryHash !== firstHash || session.changes > 0;
  const asked = options ? withOptions(request, options, isStale) : query;
  const isHeld = pending || session.phase === "signing-out";
  const result = useQuery(
    (isHeld ? { ...asked, enabled } : asked) as UseQueryOptions<
      ScimMe,
      ScimMeError,
      TData,
      ScimMeQueryKey
    >,
  );
  useConsumer(session, request, result.error);
  return { client, request, result, session, isHeld };

  // TanStack Query asks when `enabled` turns true. A function says the same of the old options as of
  // the new ones, so that the end of a hold alone asks for nothing.
  function enabled(query: MeQuery): boolean {
    // A host may be pending just because its provider was asked. When that ends, `askAgain` asks for
    // a signed-out query, with its pauses: TanStack Query would ask at once, and so for ever.
    if (pending) {
      const canAskAgain = typeof request.tokenProvider === "function";
      const hasFailed = wasAsked.current && query.state.error?.reason === "token-provider-failed";
      return !committedPending.current && canAskAgain && (hasFailed || isQuerySignedOut(query));
    }
    // After a sign-out nobody is to be asked.
    const wanted = options?.enabled ?? true;
    const isEnabled = typeof wanted === "function" ? wanted(query) : wanted;
    return session.phase !== "signing-out" && isEnabled;
  }
}

function withOptions<TData>(
  { query, fixed }: MeRequest,
  options: HookOptions<TData>,
  isStale: boolean,
): object {
  return {
    ...query,
    // TanStack Query's default, to render for whatever the caller reads.
    notifyOnChangeProps: undefined,
    // An error boundary that is reset mounts the hook anew, and that has to ask.
    ...(options.throwOnError && { retryOnMount: true }),
    ...options,
    ...(isStale && { initialData: undefined }),
    ...fixed,
  };
}
