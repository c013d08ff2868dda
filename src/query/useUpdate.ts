"use client";
import { hashKey, MutationObserver, useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeChanges } from "../scim/ScimMeChanges.js";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { splitRequest } from "./splitRequest.js";
import type { Provider } from "./TokenSource.js";
import { updateMe } from "./updateMe.js";
import { useConsumer } from "./useConsumer.js";
import { useMeSession } from "./useMe.js";
import { useMeRequest } from "./useMeRequest.js";
import type { UseUpdateScimMeOptions, UseUpdateScimMeResult } from "./useUpdateScimMe.js";
import { watchUpdate } from "./watchUpdate.js";

/** The mutation of {@link useUpdateScimMe}, for it and for the form: see `a-door-for-each-name.md`. */
export function useUpdate<TContext>(
  options: UseUpdateScimMeOptions<TContext> & { tokenProvider?: Provider | undefined },
): UseUpdateScimMeResult<TContext> {
  const session = useMeSession();
  const { client } = session;
  const [own, others] = splitRequest(options);
  const request = useMeRequest(own);
  const { endpoint, subject } = request;
  const isActive = session.phase === "active";
  useConsumer(session, request, null);
  // A result belongs to one person until they sign out: with another key TanStack Query resets it.
  const mutationKey = ["scim", "Me", endpoint, subject, "update", isActive];
  const settings = { ...others, ...request };
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
  // Until then, and it does so in an effect, nothing of it is shown.
  const owner = hashKey(mutationKey);
  const [shown, setShown] = useState(owner);
  useEffect(() => setShown(owner), [owner]);
  if (shown === owner) return mutation;
  const { mutate, mutateAsync, reset } = mutation;
  const idle = new MutationObserver(client, {}).getCurrentResult();
  return { ...idle, mutate, mutateAsync, reset } as typeof mutation;
}
