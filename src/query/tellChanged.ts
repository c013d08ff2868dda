import type { QueryClient } from "@tanstack/react-query";
import { meSession } from "./MeSession.js";
import { type TabMessage, tabChannel, tellTabs } from "./tabs.js";

/** Tells other tabs of the person that they have changed; this tab does not hear itself. */
export function tellChanged(client: QueryClient, endpoint: string, subject: string | null): void {
  const name = tabChannel(endpoint, subject);
  const own = meSession(client).channels.get(name)?.channel;
  if (own) own.postMessage("changed" satisfies TabMessage);
  else tellTabs([name], "changed");
}
