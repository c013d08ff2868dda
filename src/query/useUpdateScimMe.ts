"use client";
import type { UseMutationOptions, UseMutationResult } from "@tanstack/react-query";
import type { ChangeSettings } from "../scim/changeMe.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeChanges } from "../scim/ScimMeChanges.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import type { ConsumerRequestOptions } from "./splitRequest.js";
import type { Provider } from "./TokenSource.js";
import { useUpdate } from "./useUpdate.js";

/**
 * @summary The options of {@link useUpdateScimMe}: how to write, how to reach `/Me`, and
 * `useMutation`'s own.
 */
export interface UseUpdateScimMeOptions<TContext = unknown>
  extends ChangeSettings,
    Omit<ConsumerRequestOptions, "tokenProvider">,
    Pick<
      UseMutationOptions<ScimMe, ScimMeError, ScimMeChanges, TContext>,
      "onMutate" | "onSuccess" | "onError" | "onSettled" | "meta" | "throwOnError"
    > {}

/** @summary What {@link useUpdateScimMe} returns: TanStack Query's own mutation. */
export type UseUpdateScimMeResult<TContext = unknown> = UseMutationResult<
  ScimMe,
  ScimMeError,
  ScimMeChanges,
  TContext
>;

/**
 * Changes the signed-in person with the smallest PATCH that does it (RFC 7644 §3.5.2); where nothing
 * differs, nothing is sent. The cache shows the hoped-for profile while that is pending, and then
 * what the server answered. It is never sent again by itself: after a lost answer the profile is read
 * first. On a `conflict`, `useScimMe` has the server's version and `variables` is yours.
 *
 * @summary Hook that changes the person with the smallest PATCH.
 * @param tokenProvider gives the app's own access token. Default: the one of `<ScimMeProvider>`.
 *
 * @example
 * const update = useUpdateScimMe();
 * update.mutate({ name: { givenName: "Ana" }, nickName: null });
 */
export function useUpdateScimMe<TContext = unknown>(
  tokenProvider?: Provider,
  options?: UseUpdateScimMeOptions<TContext>,
): UseUpdateScimMeResult<TContext> {
  return useUpdate({ ...options, tokenProvider });
}
