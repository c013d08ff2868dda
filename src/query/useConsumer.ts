"use client";
import { type Query, type QueryClient, useIsRestoring } from "@tanstack/react-query";
import { useEffect, useInsertionEffect, useRef } from "react";
import { askAgain } from "./askAgain.js";
import { emptyQueries } from "./emptyQueries.js";
import { meSession } from "./MeSession.js";
import { scimMeQueryKey } from "./scimMeQueryKey.js";
import { joinTabs, tabChannel, tellTabs } from "./tabs.js";
import type { MeRequest } from "./useMeRequest.js";

/**
 * What a mounted consumer does beside its query: it commits its token provider as the newest one,
 * picks up a token that comes late, listens to other tabs, and keeps two people apart: when the
 * subject changes, what was known of others goes.
 */
export function useConsumer(client: QueryClient, request: MeRequest, error: unknown): void {
  const { endpoint, subject, tokenProvider, pending } = request;
  const last = useRef(subject);
  const isRestoring = useIsRestoring();
  useInsertionEffect(() => {
    if (!tokenProvider) return;
    return meSession(client).source(endpoint, subject).commit(last, tokenProvider);
  }, [client, endpoint, subject, tokenProvider]);
  useEffect(() => joinTabs(client, endpoint, subject), [client, endpoint, subject]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an error or a provider is the event.
  useEffect(() => {
    const session = meSession(client);
    const source = session.source(endpoint, subject);
    if (!pending) return askAgain(client, source, scimMeQueryKey({ endpoint, subject }));
    // The same provider may have another token once the host has loaded its session.
    source.asked = undefined;
    // An empty place in the list: the next token is not that of whoever left (see `askAgain`).
    session.refused.length ||= 1;
    // A host that is pending because its provider is being asked: the misses still count.
    if (!source.asking) source.misses = 0;
  }, [client, endpoint, subject, tokenProvider, error, pending]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a persister may bring others back.
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
    if (before === subject) return;
    // Once all components have changed over, also those of other React roots, whoever stays with
    // another subject asks anew.
    setTimeout(() => client.refetchQueries({ ...filters, type: "active" }), 0);
    // Not during a sign-out: other tabs would be signed in again by the session that is still open.
    const isLeaving = meSession(client).state.phase === "signing-out";
    const name = tabChannel(endpoint, before);
    // This tab would hear it too, where another part of it has not changed over yet.
    const isHere = meSession(client).channels.has(name);
    if (before !== null && !isLeaving && !isHere) tellTabs(client, [name]);
  }, [client, endpoint, subject, pending, isRestoring]);
}
