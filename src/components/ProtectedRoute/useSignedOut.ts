"use client";
import { useEffect, useRef, useState } from "react";
import type { SignInRequest } from "../../query/ScimMeContext.js";
import { signInRequest } from "../signInRequest.js";
import type { SettledMe } from "../useSettledMe.js";
import { noteRedirect } from "./redirectLoop.js";

/** Calls `onSignedOut` once for each time that somebody is no longer signed in; true for a loop. */
export function useSignedOut(
  settled: SettledMe,
  onSignedOut: ((request: SignInRequest) => void) | undefined,
): boolean {
  const { state, error, busy, session, source } = settled;
  const [isLooping, setLooping] = useState(false);
  const [, lookAgain] = useState<object>();
  const told = useRef(false);
  const isSignedOut = state === "missing-token" || state === "unauthorized";
  // After a sign-out in this tab, where to go is for the host's own onSignOut to say.
  const isOwnDoing = session.phase !== "active" && !session.remote;
  useEffect(() => {
    if (state === "ready") {
      told.current = false;
      setLooping(false);
    }
    // While it is asked anew, whoever signs in after a sign-out is on the way in.
    if (!isSignedOut || isOwnDoing || busy || told.current || !onSignedOut) return;
    // Whoever was asked in vain, and is asked again, may have signed in meanwhile.
    if (source.asking && source.sent.length) return void source.asking.then(() => lookAgain({}));
    told.current = true;
    if (noteRedirect()) onSignedOut(signInRequest(error));
    else setLooping(true);
  });
  return isLooping;
}
