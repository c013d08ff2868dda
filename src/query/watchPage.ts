import type { Query, QueryClient } from "@tanstack/react-query";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { emptyQueries } from "./emptyQueries.js";
import { meSession } from "./MeSession.js";
import { ME } from "./scimMeQueryKey.js";

/** Asks again when the page comes back from the back/forward cache, or its network does. */
export function watchPage(client: QueryClient): () => void {
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) restore(client);
  };
  // TanStack Query does so by itself only where it has seen the network go: an app that starts
  // offline counts as online.
  const onOnline = () => {
    client.refetchQueries({ ...ME, type: "active", predicate: waits }, { cancelRefetch: false });
  };
  globalThis.addEventListener?.("pageshow", onPageShow);
  globalThis.addEventListener?.("online", onOnline);
  return () => {
    globalThis.removeEventListener?.("pageshow", onPageShow);
    globalThis.removeEventListener?.("online", onOnline);
  };
}

function waits({ state, observers }: Query): boolean {
  return (
    (state.error as ScimMeError | null)?.reason === "network" &&
    observers.some(({ options }) => options.refetchOnReconnect)
  );
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
