/** @summary Whose profile, and where from. */
export interface ScimMeQueryKeyOptions {
  /** The endpoint exactly as it is given elsewhere. */
  endpoint?: string | undefined;
  /** The session's `sub`; never a token. `null` is the query of a session without one. */
  subject?: string | null | undefined;
}

/** @summary A TanStack Query key: `["scim", "Me", endpoint, subject, …]`. */
export type ScimMeQueryKey = readonly ["scim", "Me", ...unknown[]];

/**
 * The key of a person's query, for invalidation and hydration. Without `subject` it is the prefix
 * of everyone's at that endpoint; without `endpoint` the prefix of all.
 *
 * @summary Query key of the person, for invalidation and hydration.
 * @example
 * queryClient.invalidateQueries({ queryKey: scimMeQueryKey({ endpoint }) });
 */
export function scimMeQueryKey(options: ScimMeQueryKeyOptions = {}): ScimMeQueryKey {
  const { endpoint, subject } = options;
  const key = ["scim", "Me", endpoint, subject];
  while (key.at(-1) === undefined) key.pop();
  return key as unknown as ScimMeQueryKey;
}

/** Everyone's queries of `/Me`, as filters name them. */
export const ME: { queryKey: ScimMeQueryKey } = { queryKey: ["scim", "Me"] };
