import type { MeSession } from "./MeSession.js";
import type { TokenSource } from "./TokenSource.js";
import { watchPage } from "./watchPage.js";

/** What tabs tell each other; neither names a person. */
export type TabMessage = "signed-out" | "changed";

function openChannel({ endpoint, subject }: TokenSource): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(JSON.stringify(["react-scim-me", endpoint, subject]));
  } catch {
    // There is none; or there is, and Firefox throws where cookies are blocked.
    return undefined;
  }
}

/**
 * Listens for other tabs of this person signing out, and to what happens to the page. Call it in an
 * effect: an open channel keeps Node alive.
 */
export function joinTabs(session: MeSession, source: TokenSource): () => void {
  // Whoever mounts after a sign-out may be somebody else; the empty place is as in `useConsumer`.
  if (session.phase === "signed-out") session.refused.length ||= 1;
  if (!session.users++) session.leavePage = watchPage(session);
  if (!source.users++) {
    source.channel = openChannel(source);
    if (source.channel) {
      source.channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
        if (data === "changed") session.client.invalidateQueries({ queryKey: source.queryKey });
        // A tab that signs out by itself, or has, knows better where to go than to be redirected.
        else if (data === "signed-out" && session.phase === "active") session.latch(data, true);
      };
    }
  }
  return () => {
    if (!--source.users) {
      source.channel?.close();
      source.channel = undefined;
    }
    if (!--session.users) session.leavePage?.();
  };
}

/**
 * Tells other tabs, also where this one has left them by then. Through its own channel it does not
 * hear itself: its word could come after the next sign-in, and end that.
 */
export function tellTabs(source: TokenSource, message: TabMessage): void {
  const channel = source.channel ?? openChannel(source);
  channel?.postMessage(message);
  if (channel !== source.channel) channel?.close();
}
