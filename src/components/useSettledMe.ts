"use client";
import { useEffect, useRef } from "react";
import { getScimMeState, type ScimMeState } from "../query/getScimMeState.js";
import type { MeSessionState } from "../query/MeSession.js";
import type { Provider } from "../query/TokenSource.js";
import { type UseScimMeOptions, useMe } from "../query/useMe.js";
import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeError } from "../scim/ScimMeError.js";

/** What a component shows: the last settled state, until the next one is known. */
export interface SettledMe {
  state: ScimMeState;
  me: ScimMe | undefined;
  error: ScimMeError | null;
  /** The state is being asked again. */
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

/**
 * Without it a signed-out view would turn to loading and back on every focus of the window,
 * because a failed query without data is pending again while it is asked.
 */
export function useSettledMe(
  tokenProvider: Provider | undefined,
  options: UseScimMeOptions,
): SettledMe {
  const { result, session, who } = useMe(tokenProvider, options);
  const { data, error, isFetching, refetch } = result;
  const last = useRef<(SettledMe & { who: string }) | undefined>(undefined);
  const current = {
    state: getScimMeState(result),
    me: data,
    error,
    person: `${who} ${data?.id ?? data?.userName}`,
    session,
    retry: () => void refetch(),
    held: false,
    who,
  };
  const before =
    last.current?.who === who && last.current.session.generation === session.generation
      ? last.current
      : current;
  const isLoading = current.state === "loading";
  const held =
    before.state === "ready" &&
    (isLoading || current.state === "unavailable") &&
    (session.phase === "signing-out" || before.held);
  // A cached person is shown on while the host's session loads; an emptied one is not.
  const isKept = isLoading && (before.state !== "ready" || data === before.me);
  const view = {
    ...(isKept || held ? { ...before, session, retry: current.retry } : current),
    busy: isFetching || isLoading,
    held,
  };
  useEffect(() => {
    last.current = view;
  });
  return held ? { ...view, state: current.state, error, me: data } : view;
}
