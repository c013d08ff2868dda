import type { QueryClient } from "@tanstack/react-query";
import { emptyQueries } from "./emptyQueries.js";
import { meSession } from "./MeSession.js";
import { scimMeQueryKey } from "./scimMeQueryKey.js";

const SIGNED_OUT = "signed-out";
const ME = { queryKey: scimMeQueryKey() };

function channelName(endpoint: string, subject: string | null): string {
  return JSON.stringify(["react-scim-me", endpoint, subject]);
}

/**
 * Listens for other tabs of this person signing out, and for the page coming back from the
 * back/forward cache. Call it in an effect: an open channel keeps Node alive.
 */
export function joinTabs(
  client: QueryClient,
  endpoint: string,
  subject: string | null,
): () => void {
  if (typeof BroadcastChannel === "undefined") return () => {};
  const session = meSession(client);
  const name = channelName(endpoint, subject);
  const entry = session.channels.get(name) ?? { channel: new BroadcastChannel(name), users: 0 };
  entry.users++;
  session.channels.set(name, entry);
  entry.channel.onmessage = ({ data }) => {
    // A tab in the middle of its own sign-out finishes that.
    if (data !== SIGNED_OUT || session.state.phase === "signing-out") return;
    session.latch("signed-out", true);
    emptyQueries(client, { ...ME, signedOut: true });
  };
  if (session.channels.size === 1 && entry.users === 1) {
    session.onPageShow = ({ persisted }) => {
      if (persisted) restore(client);
    };
    addEventListener("pageshow", session.onPageShow);
  }
  return () => {
    if (--entry.users) return;
    entry.channel.close();
    session.channels.delete(name);
    if (!session.channels.size && session.onPageShow) {
      removeEventListener("pageshow", session.onPageShow);
    }
  };
}

/** Tells the other tabs that the people of this one are signed out. The message names nobody. */
export function tellTabs(client: QueryClient): void {
  for (const { channel } of meSession(client).channels.values()) channel.postMessage(SIGNED_OUT);
}

/** Tells the other tabs of one person, whose channel this tab has left, that they are signed out. */
export function tellTabsOf(endpoint: string, subject: string): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(channelName(endpoint, subject));
  channel.postMessage(SIGNED_OUT);
  channel.close();
}

/** A restored page shows nothing until its server has confirmed the person again. */
function restore(client: QueryClient): void {
  const session = meSession(client);
  emptyQueries(client, { ...ME, signedOut: session.state.phase === "signed-out" });
  // React renders this change before the page paints; TanStack's own notice would come after.
  session.set({ generation: session.state.generation + 1 });
  client.refetchQueries({ ...ME, type: "active" });
}
