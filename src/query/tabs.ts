import type { QueryClient } from "@tanstack/react-query";
import { emptyQueries } from "./emptyQueries.js";
import { meSession } from "./MeSession.js";
import { scimMeQueryKey } from "./scimMeQueryKey.js";

/** What tabs tell each other; neither names a person. */
export type TabMessage = "signed-out" | "changed";
const ME = { queryKey: scimMeQueryKey() };

/** The channel between the tabs of one person at one endpoint. */
export function tabChannel(endpoint: string, subject: string | null): string {
  return JSON.stringify(["react-scim-me", endpoint, subject]);
}

function openChannel(name: string): BroadcastChannel | undefined {
  return typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(name);
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
  const session = meSession(client);
  const name = tabChannel(endpoint, subject);
  const entry = session.channels.get(name) ?? { channel: openChannel(name), users: 0 };
  entry.users++;
  session.channels.set(name, entry);
  if (entry.channel) {
    entry.channel.onmessage = ({ data }) => {
      const queryKey = scimMeQueryKey({ endpoint, subject });
      if (data === "changed") client.invalidateQueries({ queryKey });
      // A tab that signs out by itself, or has, knows better where to go than to be redirected.
      if (data !== "signed-out" || session.state.phase !== "active") return;
      session.latch("signed-out", true);
      emptyQueries(client, { ...ME, signedOut: true });
    };
  }
  if (session.channels.size === 1 && entry.users === 1) {
    session.onPageShow = ({ persisted }) => {
      if (persisted) restore(client);
    };
    globalThis.addEventListener?.("pageshow", session.onPageShow);
  }
  return () => {
    if (--entry.users) return;
    entry.channel?.close();
    session.channels.delete(name);
    if (!session.channels.size && session.onPageShow) {
      globalThis.removeEventListener?.("pageshow", session.onPageShow);
    }
  };
}

/** Tells other tabs. It takes channels by name, because this tab may have left them by then. */
export function tellTabs(channels: Iterable<string>, message: TabMessage = "signed-out"): void {
  for (const name of channels) {
    const channel = openChannel(name);
    channel?.postMessage(message);
    channel?.close();
  }
}

/** Tells other tabs of the person that they have changed; this tab does not hear itself. */
export function tellChanged(client: QueryClient, endpoint: string, subject: string | null): void {
  const name = tabChannel(endpoint, subject);
  const own = meSession(client).channels.get(name)?.channel;
  if (own) own.postMessage("changed" satisfies TabMessage);
  else tellTabs([name], "changed");
}

/** A restored page shows nothing until its server has confirmed the person again. */
function restore(client: QueryClient): void {
  const session = meSession(client);
  session.usedBefore = true;
  // A sign-out that navigated away is over, as other tabs have been told; its promise never ends.
  if (session.state.phase === "signing-out") session.set({ phase: "signed-out" });
  emptyQueries(client, { ...ME, signedOut: session.state.phase === "signed-out" });
  // React renders this change before the page paints; TanStack's own notice would come after.
  session.set({ generation: session.state.generation + 1 });
  client.refetchQueries({ ...ME, type: "active" });
}
