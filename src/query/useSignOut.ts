"use client";
import { useContext, useState } from "react";
import { emptyQueries } from "./emptyQueries.js";
import { ScimMeContext } from "./ScimMeContext.js";
import { ME } from "./scimMeQueryKey.js";
import { tellTabs } from "./tabs.js";
import { useMeSession } from "./useMe.js";

const LIMIT_MS = 15_000;

/** @summary The options of {@link useSignOut}. */
export interface UseSignOutOptions {
  /**
   * Ends the host's session, and navigates where that is wanted. It is awaited for at most 15 s;
   * when it throws or takes longer, the person is still signed in.
   */
  onSignOut: () => unknown;
  /** Called with what went wrong. */
  onError?: ((error: Error) => void) | undefined;
  /**
   * Whether to empty the host's whole query cache or the profile only. Emptied queries of the host
   * are pending until it navigates or asks again.
   * @default "all"
   */
  clear?: "all" | "profile" | undefined;
}

/** @summary What {@link useSignOut} returns. */
export interface UseSignOutResult {
  /** Signs out; never rejects. A call while another is under way does nothing. */
  signOut: () => Promise<void>;
  /** Whether a sign-out is under way. */
  isPending: boolean;
  /** Why the last attempt failed. */
  error: Error | null;
}

/**
 * Signs the person out: first nothing of them is left in the cache and nothing more is requested,
 * then `onSignOut` ends the session. If that fails, the person is read again.
 *
 * @summary Hook that signs out and leaves nothing of the person behind.
 * @example
 * const { signOut, isPending, error } = useSignOut({ onSignOut: () => auth.signoutRedirect() });
 */
export function useSignOut(options: UseSignOutOptions): UseSignOutResult {
  const session = useMeSession();
  const { client } = session;
  const { persister } = useContext(ScimMeContext);
  const isPending = session.phase === "signing-out";
  const [error, setError] = useState<Error | null>(null);

  async function signOut(): Promise<void> {
    const { onSignOut, onError, clear = "all" } = options;
    if (session.over) return;
    setError(null);
    // Read now: `onSignOut` may unmount every consumer, and that closes their channels.
    const left = session.sources.filter(({ users }) => users);
    const tellOthers = () => {
      for (const source of left) tellTabs(source, "signed-out");
    };
    session.latch("signing-out");
    const over = new Promise<void>((resolve) => {
      session.end = resolve;
    });
    session.over = over;
    const cleared = clear === "all" ? {} : ME;
    emptyQueries(session, cleared);
    if (clear === "all") client.getMutationCache().clear();
    // An `onSignOut` that navigates never resolves: other tabs are told as the page goes.
    globalThis.addEventListener?.("pagehide", tellOthers);
    let failure: Error | undefined;
    try {
      await withLimit("the persister", () => persister?.removeClient());
      await withLimit("onSignOut", onSignOut);
    } catch (thrown) {
      failure = thrown instanceof Error ? thrown : new Error(String(thrown));
    }
    globalThis.removeEventListener?.("pagehide", tellOthers);
    // A page that was left and restored meanwhile is signed out already, in again, or on the way out.
    if (session.over !== over) return;
    if (failure) {
      session.set("active");
      client.refetchQueries({ ...cleared, type: "active" });
      setError(failure);
      // Outside of this promise, which never rejects: what `onError` throws is an uncaught error.
      Promise.resolve(failure).then(onError);
    } else {
      // What the host has read meanwhile was read for who has left.
      emptyQueries(session, cleared);
      session.latch("signed-out");
      tellOthers();
    }
  }

  return { signOut, isPending, error };
}

async function withLimit(what: string, work: () => unknown): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`react-scim-me: ${what} did not finish within ${LIMIT_MS} ms.`)),
      LIMIT_MS,
    );
  });
  try {
    await Promise.race([work(), limit]);
  } finally {
    clearTimeout(timer);
  }
}
