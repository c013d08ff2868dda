"use client";
import {
  hashKey,
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
import { isQuerySignedOut } from "./askAgain.js";
import { markPending } from "./getScimMeState.js";
import { type MeSessionState, meSession } from "./MeSession.js";
import type { ScimMeQueryKey } from "./scimMeQueryKey.js";
import { scimMeQueryOptions } from "./scimMeQueryOptions.js";
import { type MeRequestOptions, splitRequest } from "./splitRequest.js";
import type { Provider } from "./TokenSource.js";
import { useMeRequest } from "./useMeRequest.js";
import { useSubject } from "./useSubject.js";
import { useTokenSource } from "./useTokenSource.js";

/** @summary The options of `useScimMe`: how to reach `/Me`, and TanStack Query's own. */
export interface UseScimMeOptions<TData = ScimMe>
  extends Omit<MeRequestOptions, "tokenProvider">,
    Omit<
      UseQueryOptions<ScimMe, ScimMeError, TData, ScimMeQueryKey>,
      // Kept previous data would show one person to another.
      "queryKey" | "queryFn" | "queryKeyHashFn" | "placeholderData"
    > {}

type MeQuery = Query<ScimMe, ScimMeError, ScimMe, ScimMeQueryKey>;

/** The sign-out latch of a `QueryClient`, as React state. */
export function useMeSession(client: QueryClient): MeSessionState {
  const { subscribe, snapshot } = meSession(client);
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

/** The query of the signed-in person, and what components need to know beside its result. */
export function useMe<TData = ScimMe>(
  tokenProvider: Provider | undefined,
  options: UseScimMeOptions<TData>,
): {
  result: UseQueryResult<TData, ScimMeError>;
  session: MeSessionState;
  /** The query's: whose profile this can be at all. */
  queryHash: string;
} {
  const client = useQueryClient();
  const [own, others] = splitRequest({ ...options, tokenProvider });
  const request = useMeRequest(own);
  const { pending } = request;
  const session = useMeSession(client);
  const { queryKey, queryFn, ...defaults } = scimMeQueryOptions(request);
  const queryHash = hashKey(queryKey);
  const [firstHash] = useState(queryHash);
  const latch = meSession(client);
  const { enabled = true } = others;
  const committedPending = useRef(pending);
  useInsertionEffect(() => {
    committedPending.current = pending;
  });
  const canAskAgain = typeof request.tokenProvider === "function";
  const fixed = {
    // A host may be pending because it was asked: the end of that asks a signed-out query in
    // measured steps, as any late token, and not through TanStack Query at once and for ever.
    ...(pending && {
      enabled: (query: MeQuery) =>
        !committedPending.current && canAskAgain && isQuerySignedOut(query),
    }),
    // A function, so that the latch lifts without a request: after a sign-out nobody is to be asked.
    ...(!pending &&
      session.phase === "signing-out" && {
        enabled: (query: MeQuery) =>
          latch.state.phase !== "signing-out" &&
          (typeof enabled === "function" ? enabled(query) : enabled),
      }),
    // Given once for one person; for another, or after a sign-out, it may be somebody else's.
    ...((queryHash !== firstHash || latch.usedBefore) && { initialData: undefined }),
    placeholderData: undefined,
    queryKeyHashFn: undefined,
  };
  const result = useQuery({
    // What a framework throws to redirect has to reach its boundary.
    throwOnError: (error: Error | Response) => "digest" in error || error instanceof Response,
    ...defaults,
    ...others,
    ...fixed,
    queryKey,
    queryFn,
  } as unknown as UseQueryOptions<ScimMe, ScimMeError, TData, ScimMeQueryKey>);
  useTokenSource(client, request, result.error);
  useSubject(client, request);
  if (pending) markPending(result);
  return { result, session, queryHash };
}
