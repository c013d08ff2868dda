import type { Query } from "@tanstack/react-query";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { readAnew } from "./emptyQueries.js";
import type { MeSession } from "./MeSession.js";
import { ME } from "./scimMeQueryKey.js";

/** Asks again when the page comes back from the back/forward cache, or its network does. */
export function watchPage(session: MeSession): () => void {
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) restore(session);
  };
  // TanStack Query does so by itself only where it has seen the network go: an app that starts
  // offline counts as online.
  const onOnline = () => {
    const cache = session.client.getQueryCache();
    for (const query of cache.findAll({ ...ME, predicate: isOffline })) query.onOnline();
  };
  globalThis.addEventListener?.("pageshow", onPageShow);
  globalThis.addEventListener?.("online", onOnline);
  return () => {
    globalThis.removeEventListener?.("pageshow", onPageShow);
    globalThis.removeEventListener?.("online", onOnline);
  };
}

function isOffline({ state }: Query): boolean {
  return (state.error as ScimMeError | null)?.reason === "network";
}

/** A restored page shows nothing until its server has confirmed the person again. */
function restore(session: MeSession): void {
  session.generation++;
  // A sign-out that navigated away is over, as other tabs have been told; its promise never ends.
  // React renders this change before the page paints; TanStack's own notice would come after.
  session.set(session.phase === "active" ? "active" : "signed-out", session.remote);
  readAnew(session);
}
