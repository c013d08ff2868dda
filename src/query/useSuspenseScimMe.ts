"use client";
import {
  type UseSuspenseQueryOptions,
  type UseSuspenseQueryResult,
  useSuspenseQuery,
} from "@tanstack/react-query";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import type { ScimMeRequestOptions } from "./ScimMeRequestOptions.js";
import type { ScimMeQueryKey } from "./scimMeQueryKey.js";
import { splitRequest } from "./splitRequest.js";
import type { Provider } from "./TokenSource.js";
import { useConsumer } from "./useConsumer.js";
import { useMeSession } from "./useMe.js";
import { useMeRequest } from "./useMeRequest.js";

/** @summary The options of {@link useSuspenseScimMe}. */
export interface UseSuspenseScimMeOptions<TData = ScimMe>
  extends Omit<ScimMeRequestOptions, "tokenProvider">,
    Omit<
      UseSuspenseQueryOptions<ScimMe, ScimMeError, TData, ScimMeQueryKey>,
      "queryKey" | "queryFn" | "queryKeyHashFn"
    > {}

/**
 * As `useScimMe`, suspending while it loads and throwing its `ScimMeError` to the nearest error
 * boundary. It has no `pending` and does not pick up a late token: its provider awaits the session.
 *
 * @summary Hook for the signed-in person that suspends while it loads.
 * @example
 * const { data: me } = useSuspenseScimMe(() => session.ready.then((s) => s.accessToken));
 */
export function useSuspenseScimMe<TData = ScimMe>(
  tokenProvider?: Provider,
  options: UseSuspenseScimMeOptions<TData> = {},
): UseSuspenseQueryResult<TData, ScimMeError> {
  const session = useMeSession();
  const [own, others] = splitRequest({ ...options, tokenProvider });
  const request = useMeRequest(own);
  const { query, fixed } = request;
  useConsumer(session, request, null);
  return useSuspenseQuery({
    ...query,
    notifyOnChangeProps: undefined,
    // A failure stays with its boundary by itself; this lets the boundary's reset ask again.
    retryOnMount: true,
    ...others,
    ...(session.changes > 0 && { initialData: undefined }),
    ...fixed,
  } as unknown as UseSuspenseQueryOptions<ScimMe, ScimMeError, TData, ScimMeQueryKey>);
}
