import { hashKey, type QueryFunctionContext } from "@tanstack/react-query";
import { readMe, type WholeRequest } from "./readMe.js";
import { retryDelay, shouldRetry } from "./retryScimMe.js";
import type { ScimMeQueryKey } from "./scimMeQueryKey.js";
import type { ScimMeQueryOptions } from "./scimMeQueryOptions.js";

/** What {@link scimMeQueryOptions} gives, for it and for our own: see `a-door-for-each-name.md`. */
export function meQueryOptions(
  request: WholeRequest,
  /** It is the host who reads, in a loader that a sign-out may wait for. */
  isHosts?: boolean,
): ScimMeQueryOptions {
  const { endpoint, subject, attributes, excludedAttributes } = request;
  const isPartial = attributes?.length || excludedAttributes?.length;
  const part = isPartial ? [{ attributes, excludedAttributes }] : [];
  const queryKey: ScimMeQueryKey = ["scim", "Me", endpoint, subject, ...part];
  const query = {
    queryKey,
    // Whatever the host hashes with, hooks and prefetching are to find each other.
    queryKeyHashFn: hashKey,
    queryFn: (context: QueryFunctionContext<ScimMeQueryKey>) => readMe(request, context, isHosts),
    // Else one more request after hydration, and one for each consumer that mounts later.
    staleTime: 60_000,
    // Else a consumer in a guard's error slot would ask, fail, unmount, mount and ask again.
    retryOnMount: false,
    // Else being offline is pending for ever, without an error to show.
    networkMode: "always" as const,
    refetchOnReconnect: true,
    retry: shouldRetry,
    retryDelay,
    // A persister would give back who has signed out, and without asking for a token.
    persister: undefined,
  };
  return query;
}
