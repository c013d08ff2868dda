"use client";
import type { QueryClient } from "@tanstack/react-query";
import { useEffect, useInsertionEffect, useRef } from "react";
import { askAgain } from "./askAgain.js";
import { meSession } from "./MeSession.js";
import type { MeRequest } from "./useMeRequest.js";

/** Commits a component's token provider as the newest one, and picks up a token that comes late. */
export function useTokenSource(client: QueryClient, request: MeRequest, error: unknown): void {
  const { endpoint, subject, tokenProvider, pending } = request;
  const source = meSession(client).source(endpoint, subject);
  const component = useRef(null);
  useInsertionEffect(
    () => (tokenProvider ? source.commit(component, tokenProvider) : undefined),
    [source, tokenProvider],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: an error or a provider is the event.
  useEffect(() => {
    if (!pending) return askAgain({ client, source, endpoint, subject });
    // What the host loads may be for the same provider to give.
    source.asked = undefined;
    // A host that is pending because it was asked does not begin anew.
    if (!source.asking) source.misses = 0;
  }, [client, source, tokenProvider, error, pending]);
}
