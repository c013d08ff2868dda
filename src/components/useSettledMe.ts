"use client";
import type { QueryClient } from "@tanstack/react-query";
import { type ForwardedRef, type RefObject, useEffect, useImperativeHandle, useRef } from "react";
import { getScimMeState, type ScimMeState } from "../query/getScimMeState.js";
import { type MeSessionState, meSession } from "../query/MeSession.js";
import type { MeRequestOptions } from "../query/splitRequest.js";
import { useMe } from "../query/useMe.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeError } from "../scim/ScimMeError.js";

/** What a component shows: the last settled state, until the next one is known. */
export interface SettledMe {
  state: ScimMeState;
  me: ScimMe | undefined;
  error: ScimMeError | null;
  /** The state is not known, or asked again. A person who is shown is not busy: see `root`. */
  busy: boolean;
  /**
   * A sign-out has emptied the profile, but what stood beside it is to stay until it is decided who
   * is signed in: its button may be there, with an error to show.
   */
  held: boolean;
  /** Whose profile it is: another person is another key. */
  person: string;
  session: MeSessionState;
  retry: () => void;
}

/** The same, and where to show it. */
export interface SettledRoot extends SettledMe {
  /** The component's root, which is marked as busy while a person is asked for again. */
  root: RefObject<HTMLDivElement | null>;
}

/** A view, and the query that it is of. */
type View = SettledRoot & { queryHash: string; life: string };

/** What is shown besides is not rendered for: `isFetching` would render everything twice a refetch. */
const RENDERED_FOR = { notifyOnChangeProps: ["data" as const, "error" as const] };

/**
 * Without it a signed-out view would turn to loading and back on every focus of the window,
 * because a failed query without data is pending again while it is asked.
 */
export function useSettledMe(
  own: MeRequestOptions,
  ref: ForwardedRef<HTMLDivElement>,
): SettledRoot {
  const { client, request, result, session } = useMe(own, RENDERED_FOR);
  const { data: me, error, refetch: retry } = result;
  const { queryHash } = request;
  const root = useRef<HTMLDivElement>(null);
  const last = useRef<View>(undefined);
  const life = queryHash + session.generation;
  const state = request.pending ? "loading" : getScimMeState(result);
  const busy = state === "loading";
  const person = life + (me?.id ?? me?.userName);
  const current = { state, me, error, person, retry, life, held: false };
  const before = last.current?.life === life ? last.current : current;
  const held =
    before.state === "ready" &&
    (busy || state === "unavailable") &&
    (session.phase === "signing-out" || before.held);
  // A cached person is shown on while the host's session loads; an emptied one is not.
  const isKept = busy && (before.state !== "ready" || me === before.me);
  const view = { ...(isKept || held ? before : current), session, busy, held, root, queryHash };
  useImperativeHandle(ref, () => root.current as HTMLDivElement, []);
  useEffect(() => {
    last.current = view;
    markBusy(client, view);
  });
  useEffect(
    () => meSession(client).subscribe(() => last.current && markBusy(client, last.current)),
    [client],
  );
  return held ? { ...view, state, error, me } : view;
}

function markBusy(client: QueryClient, { root, busy, queryHash }: View): void {
  const { state } = client.getQueryCache().get(queryHash) ?? {};
  const isBusy = busy || state?.fetchStatus === "fetching";
  if (root.current) root.current.ariaBusy = isBusy ? "true" : null;
}
