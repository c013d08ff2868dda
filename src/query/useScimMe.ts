"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { markPending } from "./getScimMeState.js";
import { splitRequest } from "./splitRequest.js";
import type { Provider } from "./TokenSource.js";
import { type UseScimMeOptions, useMe } from "./useMe.js";

export type { UseScimMeOptions } from "./useMe.js";

/**
 * The signed-in person, from one request to `/Me` that all consumers share. It returns TanStack
 * Query's own result; {@link getScimMeState} says what to show for it.
 *
 * @summary Hook for the signed-in person, as a TanStack Query result.
 * @param tokenProvider gives the app's own access token. Default: the one of `<ScimMeProvider>`.
 *   An inline arrow is fine: it neither refetches nor loops.
 * @param options `endpoint`, `subject`, `pending` and others over the provider's, and `useQuery`'s.
 *
 * @example
 * const me = useScimMe(() => session?.accessToken, { endpoint, pending: session === undefined });
 * return <p>{me.data?.displayName}</p>;
 */
export function useScimMe<TData = ScimMe>(
  tokenProvider?: Provider,
  options: UseScimMeOptions<TData> = {},
): UseQueryResult<TData, ScimMeError> {
  const [own, others] = splitRequest({ ...options, tokenProvider });
  const { result, isHeld } = useMe<TData>(own, others);
  if (isHeld) markPending(result);
  return result;
}
