"use client";
import type { Query, QueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { emptyQueries } from "./emptyQueries.js";
import { meSession } from "./MeSession.js";
import { scimMeQueryKey } from "./scimMeQueryKey.js";
import { joinTabs, tabChannel, tellTabs } from "./tabs.js";
import type { MeRequest } from "./useMeRequest.js";
import { watchNetwork } from "./watchNetwork.js";

/** Keeps two people apart: when the subject changes, what was known of others goes. */
export function useSubject(client: QueryClient, request: MeRequest): void {
  const { endpoint, subject, pending } = request;
  const last = useRef(subject);
  useEffect(() => joinTabs(client, endpoint, subject), [client, endpoint, subject]);
  useEffect(() => watchNetwork(client), [client]);
  useEffect(() => {
    if (pending) return;
    const before = last.current;
    last.current = subject;
    if (subject === null && before === null) return;
    // A component that mounts clears away what is left over; only a change takes from others.
    const isOther = (query: Query) =>
      query.queryKey[3] !== subject && (before !== subject || !query.getObserversCount());
    const filters = { queryKey: scimMeQueryKey({ endpoint }), predicate: isOther };
    emptyQueries(client, filters);
    // Once all components have changed over, those that stay with another subject ask anew.
    Promise.resolve().then(() => client.refetchQueries({ ...filters, type: "active" }));
    // Told before the provider's session is over, other tabs would be signed in again by it.
    const isLeaving = meSession(client).state.phase === "signing-out";
    if (before !== null && before !== subject && !isLeaving)
      tellTabs([tabChannel(endpoint, before)]);
  }, [client, endpoint, subject, pending]);
}
