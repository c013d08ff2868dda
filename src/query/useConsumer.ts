"use client";
import { type Query, useIsRestoring } from "@tanstack/react-query";
import { useEffect, useInsertionEffect, useRef } from "react";
import { askAgain } from "./askAgain.js";
import { emptyQueries } from "./emptyQueries.js";
import type { MeSession } from "./MeSession.js";
import { scimMeQueryKey } from "./scimMeQueryKey.js";
import { joinTabs, tellTabs } from "./tabs.js";
import type { MeRequest } from "./useMeRequest.js";

/**
 * What a mounted consumer does beside its query: it commits its token provider as the newest one,
 * picks up a token that comes late, listens to other tabs, and keeps two people apart: when the
 * subject changes, what was known of others goes.
 */
export function useConsumer(session: MeSession, request: MeRequest, error: unknown): void {
  const { endpoint, subject, tokenProvider, pending } = request;
  const last = useRef(subject);
  const isRestoring = useIsRestoring();
  useInsertionEffect(() => {
    if (!tokenProvider) return;
    return session.source(endpoint, subject).commit(last, tokenProvider);
  }, [session, endpoint, subject, tokenProvider]);
  useEffect(
    () => joinTabs(session, session.source(endpoint, subject)),
    [session, endpoint, subject],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: an error or a provider is the event.
  useEffect(() => {
    const source = session.source(endpoint, subject);
    if (!pending) {
      void askAgain(session, source);
      return;
    }
    // The same provider may have another token once the host has loaded its session.
    source.asked = undefined;
    // An empty place in the list: the next token is not that of whoever left (see `askAgain`).
    session.refused.length ||= 1;
    // A host that is pending because its provider is being asked: the misses still count.
    if (!source.asking) source.misses = 0;
  }, [session, endpoint, subject, tokenProvider, error, pending]);
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
    emptyQueries(session, filters);
    if (before === subject) return;
    // Once all components have changed over, also those of other React roots, whoever stays with
    // another subject asks anew.
    setTimeout(() => session.client.refetchQueries(filters), 0);
    // Not during a sign-out: other tabs would be signed in again by the session that is still open.
    const isLeaving = session.phase === "signing-out";
    // This tab would hear it too, where another part of it has not changed over yet.
    const source = session.source(endpoint, before);
    if (before !== null && !isLeaving && !source.users) tellTabs(source, "signed-out");
  }, [session, endpoint, subject, pending, isRestoring]);
}
