import type { QueryClient } from "@tanstack/react-query";
import { emptyQueries } from "./emptyQueries.js";
import { meSession } from "./MeSession.js";
import { ME, scimMeQueryKey } from "./scimMeQueryKey.js";
import { watchPage } from "./watchPage.js";

/** What tabs tell each other; neither names a person. */
export type TabMessage = "signed-out" | "changed";

/** The channel between the tabs of one person at one endpoint. */
export function tabChannel(endpoint: string, subject: string | null): string {
  return JSON.stringify(["react-scim-me", endpoint, subject]);
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    // There is none; or there is, and Firefox throws where cookies are blocked.
    return undefined;
  }
}

/**
 * Listens for other tabs of this person signing out, and to what happens to the page. Call it in an
 * effect: an open channel keeps Node alive.
 */
export function joinTabs(
  client: QueryClient,
  endpoint: string,
  subject: string | null,
): () => void {
  const session = meSession(client);
  const { channels } = session;
  // Whoever mounts after a sign-out may be somebody else; the empty place is as in `useConsumer`.
  if (session.state.phase === "signed-out") session.refused.length ||= 1;
  const name = tabChannel(endpoint, subject);
  let entry = channels.get(name);
  if (!entry) {
    if (!channels.size) session.leavePage = watchPage(client);
    entry = { channel: openChannel(name), users: 0 };
    channels.set(name, entry);
    if (entry.channel) {
      entry.channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
        if (data === "changed") {
          client.invalidateQueries({ queryKey: scimMeQueryKey({ endpoint, subject }) });
        } else if (data === "signed-out" && session.state.phase === "active") {
          // A tab that signs out by itself, or has, knows better where to go than to be redirected.
          session.latch("signed-out", true);
          emptyQueries(client, { ...ME, signedOut: true });
        }
      };
    }
  }
  const { channel } = entry;
  entry.users++;
  return () => {
    if (--entry.users) return;
    channel?.close();
    channels.delete(name);
    if (!channels.size) session.leavePage?.();
  };
}

/**
 * Tells other tabs. It takes channels by name, because this tab may have left them by then. Through
 * its own it does not hear itself: its word could come after the next sign-in, and end that.
 */
export function tellTabs(
  client: QueryClient,
  channels: Iterable<string>,
  message: TabMessage = "signed-out",
): void {
  for (const name of channels) {
    const own = meSession(client).channels.get(name)?.channel;
    const channel = own ?? openChannel(name);
    channel?.postMessage(message);
    if (!own) channel?.close();
  }
}
