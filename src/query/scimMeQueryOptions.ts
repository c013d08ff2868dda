import type {
  DataTag,
  QueryFunctionContext,
  ThrowOnError,
  UseQueryOptions,
} from "@tanstack/react-query";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { meQueryOptions } from "./meQueryOptions.js";
import type { ScimMeRequestOptions } from "./ScimMeRequestOptions.js";
import type { ScimMeQueryKey } from "./scimMeQueryKey.js";

/**
 * @summary What {@link scimMeQueryOptions} gives: options for `useQuery`, `prefetchQuery`, loaders.
 */
export type ScimMeQueryOptions = Required<
  Pick<
    UseQueryOptions<ScimMe, ScimMeError, ScimMe, ScimMeQueryKey>,
    "staleTime" | "retryOnMount" | "networkMode" | "refetchOnReconnect"
  >
> & {
  // Spelled out: TanStack Query does not export its own names, and what an app exports has to have some.
  retry: boolean | number | ((failureCount: number, error: ScimMeError) => boolean);
  retryDelay: number | ((failureCount: number, error: ScimMeError) => number);
  /** Never set: `useQueries` reads the type of its errors from it, and from nothing else. */
  throwOnError?: ThrowOnError<ScimMe, ScimMeError, ScimMe, ScimMeQueryKey>;
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
export function scimMeQueryOptions(
  options: ScimMeRequestOptions,
  // So that `queryClient.getQueryData(queryKey)` is a ScimMe.
): ScimMeQueryOptions & { queryKey: DataTag<ScimMeQueryKey, ScimMe, ScimMeError> } {
  const { endpoint = "", subject = null } = options;
  return meQueryOptions({ ...options, endpoint, subject }, true) as ReturnType<
    typeof scimMeQueryOptions
  >;
}
