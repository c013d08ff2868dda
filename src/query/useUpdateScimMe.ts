"use client";
import {
  MutationObserver,
  type UseMutationOptions,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ChangeSettings } from "../scim/changeMe.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeChanges } from "../scim/ScimMeChanges.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { type MeRequestOptions, splitRequest } from "./splitRequest.js";
import type { Provider } from "./TokenSource.js";
import { updateMe } from "./updateMe.js";
import { useConsumer } from "./useConsumer.js";
import { useMeSession } from "./useMe.js";
import { useMeRequest } from "./useMeRequest.js";
import { watchUpdate } from "./watchUpdate.js";

/**
 * @summary The options of {@link useUpdateScimMe}: how to write, how to reach `/Me`, and
 * `useMutation`'s own.
 */
export interface UseUpdateScimMeOptions<TContext = unknown>
  extends ChangeSettings,
    Omit<MeRequestOptions, "tokenProvider">,
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
  options: UseUpdateScimMeOptions<TContext> = {},
): UseUpdateScimMeResult<TContext> {
  const client = useQueryClient();
  const [own, { method, patchStyle, ifMatch, ...others }] = splitRequest({
    ...options,
    tokenProvider,
  });
  const request = useMeRequest(own);
  const { endpoint, subject } = request;
  const isActive = useMeSession(client).phase === "active";
  useConsumer(client, request, null);
  const mutationKey = ["scim", "Me", endpoint, subject, "update"];
  const settings = { ...request, method, patchStyle, ifMatch };
  const mutation = useMutation<ScimMe, ScimMeError, ScimMeChanges, TContext>({
    ...others,
    mutationKey,
    mutationFn: (changes) => watchUpdate(client, mutationKey, updateMe(client, settings, changes)),
    retry: false,
    // One that waits for the network could be sent after a sign-out, or kept by a persister.
    networkMode: "always",
    // What it holds of the person goes with the component.
    gcTime: 0,
  });
  // A result belongs to one person until they sign out.
  const { mutate, mutateAsync, reset } = mutation;
  const owner = isActive && JSON.stringify([endpoint, subject]);
  const [shown, setShown] = useState(owner);
  useEffect(() => {
    if (shown === owner) return;
    reset();
    setShown(owner);
  }, [shown, owner, reset]);
  if (shown === owner) return mutation;
  const idle = new MutationObserver(client, {}).getCurrentResult();
  return { ...idle, mutate, mutateAsync, reset } as typeof mutation;
}
