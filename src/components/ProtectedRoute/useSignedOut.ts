"use client";
import { useEffect, useRef, useState } from "react";
import { askAgain } from "../../query/askAgain.js";
import { isQuerySignedOut } from "../../query/isQuerySignedOut.js";
import type { SignInRequest } from "../../query/ScimMeContext.js";
import { signInBy } from "../signInBy.js";
import type { SettledMe } from "../useSettledMe.js";
import { noteRedirect } from "./redirectLoop.js";

/** Calls `onSignedOut` once for each time that somebody is no longer signed in; true for a loop. */
export function useSignedOut(
  settled: SettledMe,
  onSignedOut: ((request: SignInRequest) => void) | undefined,
): boolean {
  const { client, request, state, me, error, busy, session } = settled;
  const { endpoint, subject, query } = request;
  const [, lookAgain] = useState<object>();
  const isSignedOut = state === "missing-token" || state === "unauthorized";
  const wasFound = useRef(isSignedOut);
  /** Whether a redirect followed, or in its place an explanation; undefined before that. */
  const redirected = useRef<boolean>(undefined);
  // After a sign-out in this tab, where to go is for the host's own onSignOut to say.
  const isOwnDoing = session.phase !== "active" && !session.remote;
  useEffect(() => {
    if (me) redirected.current = undefined;
    // Busy: whoever has signed in since may be on the way in.
    if (!isSignedOut || busy) return;
    const source = session.source(endpoint, subject);
    const wasAsked = source.sent.length > 0;
    // A failure of before this guard mounted is not of who has signed in since: ask once more.
    if (wasFound.current && wasAsked && !source.asking) {
      source.asked = undefined;
      source.misses = 0;
      askAgain(session, source);
    }
    wasFound.current = false;
    if (isOwnDoing || redirected.current !== undefined || !onSignedOut) return;
    const isAsked = wasAsked && (source.asking || source.timer);
    // Read anew, the query may hold somebody by now, or still the error of who was revoked.
    const now = client.getQueryCache().get(query.queryHash);
    if (isAsked || (now && !isQuerySignedOut(now))) {
      return session.subscribe(() => lookAgain({}));
    }
    redirected.current = noteRedirect();
    if (redirected.current) signInBy(onSignedOut)?.(error);
    else lookAgain({});
  });
  return isSignedOut && redirected.current === false;
}
