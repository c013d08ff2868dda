"use client";
import { type ForwardedRef, type RefObject, useEffect, useImperativeHandle, useRef } from "react";
import { getScimMeState, type ScimMeState } from "../query/getScimMeState.js";
import { meSession } from "../query/MeSession.js";
import type { ConsumerRequestOptions } from "../query/splitRequest.js";
import { type Me, useMe } from "../query/useMe.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeError } from "../scim/ScimMeError.js";

/** What a component shows: the last settled state, until the next one is known. */
export interface SettledMe extends Pick<Me<ScimMe>, "client" | "request" | "session"> {
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
  retry: () => void;
}

/** The same, and where to show it. */
export interface SettledRoot extends SettledMe {
  /** The component's root, which is marked as busy while a person is asked for again. */
  root: RefObject<HTMLDivElement | null>;
}

/** What was shown last, and what of. */
interface Last {
  shown: Pick<SettledMe, "state" | "me" | "error" | "person" | "retry">;
  life: string;
  held: boolean;
  markBusy: () => void;
}

/**
 * Without it a signed-out view would turn to loading and back on every focus of the window,
 * because a failed query without data is pending again while it is asked.
 */
export function useSettledMe(
  own: ConsumerRequestOptions,
  ref: ForwardedRef<HTMLDivElement>,
): SettledRoot {
  const { client, request, result, session, isHeld } = useMe(own);
  const { queryHash } = request.query;
  const root = useRef<HTMLDivElement>(null);
  const last = useRef<Last>(undefined);
  const life = queryHash + session.generation;
  const now = isHeld ? "loading" : getScimMeState(result);
  const busy = now === "loading";
  const before = last.current?.life === life ? last.current : undefined;
  const current = {
    state: now,
    me: result.data,
    error: result.error,
    // The key stays while it is asked again: it may be the same person, amid filling in a form.
    person: (busy && before?.shown.person) || life + (result.data?.id ?? result.data?.userName),
    retry: result.refetch,
  };
  const shown = before?.shown ?? current;
  const held =
    shown.state === "ready" &&
    (busy || now === "unavailable") &&
    (session.phase === "signing-out" || !!before?.held);
  // While the host's session loads, a cached person stays on the page; an emptied one does not.
  const isKept = busy && (shown.state !== "ready" || current.me === shown.me);
  const settled = isKept || held ? shown : current;
  useImperativeHandle(ref, () => root.current as HTMLDivElement, []);
  useEffect(() => {
    // Rendering for it would render everything twice for each refetch.
    const markBusy = () => {
      const { state } = client.getQueryCache().get(queryHash) ?? {};
      const isBusy = busy || state?.fetchStatus === "fetching";
      // Not `ariaBusy`, which Firefox has since 119 only.
      if (isBusy) root.current?.setAttribute("aria-busy", "true");
      else root.current?.removeAttribute("aria-busy");
    };
    last.current = { shown: settled, life, held, markBusy };
    markBusy();
  });
  useEffect(() => meSession(client).subscribe(() => last.current?.markBusy()), [client]);
  // Told one by one: to spread an object that may be of two kinds takes longer than the query.
  const { state, me, error } = held ? current : settled;
  const { person, retry } = settled;
  return { client, request, session, state, me, error, person, retry, busy, held, root };
}
