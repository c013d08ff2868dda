import type { Query, QueryClient } from "@tanstack/react-query";
import type { ScimMeError } from "../scim/ScimMeError.js";
import { scimMeQueryKey } from "./scimMeQueryKey.js";

/**
 * Asks again when the network is back. TanStack Query does so by itself only where it has seen the
 * network go: an app that starts offline counts as online.
 */
export function watchNetwork(client: QueryClient): () => void {
  const filters = { queryKey: scimMeQueryKey(), type: "active" as const, predicate: waits };
  const onOnline = () => void client.refetchQueries(filters, { cancelRefetch: false });
  globalThis.addEventListener?.("online", onOnline);
  return () => globalThis.removeEventListener?.("online", onOnline);
}

function waits({ state, observers }: Query): boolean {
  return (
    (state.error as ScimMeError | null)?.reason === "network" &&
    observers.some(({ options }) => options.refetchOnReconnect)
  );
}
