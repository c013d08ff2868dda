"use client";
import {
  type ForwardedRef,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from "react";
import { getScimMeState, type ScimMeState } from "../query/getScimMeState.js";
import type { ConsumerRequestOptions } from "../query/splitRequest.js";
import { type Me, useMe } from "../query/useMe.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeError } from "../scim/ScimMeError.js";

/** What a component shows: the last settled state, until the next one is known. */
export interface SettledMe extends Pick<Me<ScimMe>, "client" | "request" | "session"> {
  state: ScimMeState;
  /** Who is to be shown, where the state is `ready`. */
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
  /** The component's root, which is marked as busy while a person is asked for again. */
  root: RefObject<HTMLDivElement | null>;
}

/** What was shown last. */
type Last = Pick<SettledMe, "state" | "me" | "error" | "held" | "person">;

/**
 * Without it a signed-out view would turn to loading and back on every focus of the window,
 * because a failed query without data is pending again while it is asked.
 */
export function useSettledMe(
  own: ConsumerRequestOptions,
  ref: ForwardedRef<HTMLDivElement>,
): SettledMe {
  const { client, request, result, session, isHeld } = useMe(own);
  const { queryHash } = request.query;
  const { data, refetch: retry } = result;
  const root = useRef<HTMLDivElement>(null);
  const life = queryHash + session.generation;
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing is kept from another life.
  const last = useMemo<Partial<Last>>(() => ({}), [life]);
  const found = isHeld ? "loading" : getScimMeState(result);
  const me = found === "ready" && data ? data : undefined;
  // A host may write `null` into its cache.
  const now = found === "ready" && !me ? "loading" : found;
  const busy = now === "loading";
  const current = { state: now, me, error: result.error };
  const kept = last.state ? (last as Last) : current;
  const held =
    !!kept.me &&
    (busy || now === "unavailable") &&
    (session.phase === "signing-out" || !!last.held);
  // While the host's session loads, a cached person stays on the page; an emptied one does not.
  const isKept = busy && (!kept.me || kept.me === data);
  const settled = isKept || held ? kept : current;
  // The key stays while it is asked again: it may be the same person, amid filling in a form.
  const person = ((busy || held) && last.person) || life + (data?.id ?? data?.userName);
  useImperativeHandle(ref, () => root.current as HTMLDivElement, []);
  useEffect(() => {
    Object.assign(last, settled, { held, person });
  });
  useEffect(() => {
    // Rendering for it would render everything twice for each refetch.
    const markBusy = () => {
      const { state } = session.client.getQueryCache().get(queryHash) ?? {};
      const isBusy = busy || state?.fetchStatus === "fetching";
      // Not `ariaBusy`, which Firefox has since 119 only.
      if (isBusy) root.current?.setAttribute("aria-busy", "true");
      else root.current?.removeAttribute("aria-busy");
    };
    markBusy();
    return session.subscribe(markBusy);
  }, [session, queryHash, busy]);
  const shown = held ? current : settled;
  return {
    ...{ client, request, session, retry, busy, held, root, person },
    ...{ state: shown.state, me: shown.me, error: shown.error },
  };
}
