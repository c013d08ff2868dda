import type { QueryFunctionContext, UseQueryOptions } from "@tanstack/react-query";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { readMe } from "./readMe.js";
import { retryDelay, shouldRetry } from "./retryScimMe.js";
import type { ScimMeRequestOptions } from "./ScimMeRequestOptions.js";
import { type ScimMeQueryKey, scimMeQueryKey } from "./scimMeQueryKey.js";

/**
 * @summary What {@link scimMeQueryOptions} gives: options for `useQuery`, `prefetchQuery`, loaders.
 */
export type ScimMeQueryOptions = Required<
  Pick<
    UseQueryOptions<ScimMe, ScimMeError, ScimMe, ScimMeQueryKey>,
    "staleTime" | "retryOnMount" | "networkMode" | "refetchOnReconnect" | "retry" | "retryDelay"
  >
> & {
  queryKey: ScimMeQueryKey;
  queryFn: (context: QueryFunctionContext<ScimMeQueryKey>) => Promise<ScimMe>;
};

/**
 * The query of the signed-in person, for prefetching, loaders and hydration as well as for hooks.
 *
 * @summary Query options of the person, for prefetching, loaders and hydration.
 * @throws {ScimMeError} from the query: see its `reason`.
 *
 * @example
 * await queryClient.prefetchQuery(scimMeQueryOptions({ endpoint, tokenProvider, subject }));
 */
export function scimMeQueryOptions(options: ScimMeRequestOptions): ScimMeQueryOptions {
  const { endpoint = "", subject = null, attributes, excludedAttributes } = options;
  const partial = attributes?.length || excludedAttributes?.length;
  return {
    queryKey: [
      ...scimMeQueryKey({ endpoint, subject }),
      ...(partial ? [{ attributes, excludedAttributes }] : []),
    ] as unknown as ScimMeQueryKey,
    queryFn: (context) => readMe(options, context),
    // Else one more request after hydration, and one for each consumer that mounts later.
    staleTime: 60_000,
    // Else a consumer in a guard's error slot would ask, fail, unmount, mount and ask again.
    retryOnMount: false,
    // Else being offline is pending for ever, without an error to show.
    networkMode: "always",
    refetchOnReconnect: true,
    retry: shouldRetry,
    retryDelay,
  };
}
