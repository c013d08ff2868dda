"use client";
import { MutationObserver, useMutation, useQueryClient } from "@tanstack/react-query";
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
  // The client of the first render, as in `useMe`.
  const [client] = useState(useQueryClient());
  const [own, { method, patchStyle, ifMatch, ...others }] = splitRequest(options);
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
