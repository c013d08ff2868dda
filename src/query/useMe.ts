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
import { isQuerySignedOut } from "./askAgain.js";
import { type MeSessionState, meSession } from "./MeSession.js";
import type { ScimMeQueryKey } from "./scimMeQueryKey.js";
import type { MeRequestOptions } from "./splitRequest.js";
import { useConsumer } from "./useConsumer.js";
import { type MeRequest, useMeRequest } from "./useMeRequest.js";

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

/** What components need to know beside a query's result. */
export interface Me<TData> {
  client: QueryClient;
  request: MeRequest;
  result: UseQueryResult<TData, ScimMeError>;
  session: MeSessionState;
}

/** The query of the signed-in person. */
export function useMe<TData = ScimMe>(
  own: MeRequestOptions,
  options: Omit<UseScimMeOptions<TData>, keyof MeRequestOptions>,
): Me<TData> {
  const client = useQueryClient();
  const request = useMeRequest(own);
  const { pending, queryHash, query } = request;
  const session = useMeSession(client);
  const [firstHash] = useState(queryHash);
  const latch = meSession(client);
  const { enabled = true } = options;
  const committedPending = useRef(pending);
  useInsertionEffect(() => {
    committedPending.current = pending;
  });
  const canAskAgain = typeof request.tokenProvider === "function";
  const result = useQuery({
    // What a framework throws to redirect has to reach its boundary.
    throwOnError: (error: Error | Response) => "digest" in error || error instanceof Response,
    ...query,
    ...options,
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
    queryHash,
    queryKey: query.queryKey,
    queryFn: query.queryFn,
  } as unknown as UseQueryOptions<ScimMe, ScimMeError, TData, ScimMeQueryKey>);
  useConsumer(client, request, result.error);
  return { client, request, result, session };
}
