import type { QueryClient } from "@tanstack/react-query";
import type { Token } from "../index.js";
import { findText } from "./findText.js";

/**
 * Checks that a token is nowhere in a `QueryClient`: keys, data, errors with their causes,
 * mutation variables, options and meta, also URL-encoded. The error says where, without the token.
 *
 * @summary Asserts that a token is nowhere in a `QueryClient`.
 * @throws {Error} where the token is found, or where there is no token to look for.
 * @example
 * expectNoTokenInCache(queryClient, "secret-token");
 */
export function expectNoTokenInCache(queryClient: QueryClient, token: Token): void {
  if (typeof token !== "string" || token === "") {
    throw new Error("react-scim-me/testing: expectNoTokenInCache needs the token to look for.");
  }
  const found = findText(placesOf(queryClient), [
    token,
    encodeURIComponent(token),
    `${new URLSearchParams([[token, ""]])}`.slice(0, -1),
  ]);
  if (found.length === 0) return;
  throw new Error(
    `react-scim-me/testing: the token is in the QueryClient, where it can be persisted, logged ` +
      `or shown by devtools. Keep it in the token provider alone. Found in:\n- ${found.join("\n- ")}`,
  );
}

function placesOf(queryClient: QueryClient): Record<string, unknown> {
  const places: Record<string, unknown> = { "default options": queryClient.getDefaultOptions() };
  // Named parts alone: a query also holds timers and observers that lead out of the cache.
  for (const { queryKey, queryHash, state, meta, options } of queryClient
    .getQueryCache()
    .getAll()) {
    places[`query ${queryHash}`] = { queryKey, queryHash, state, meta, options };
  }
  for (const mutation of queryClient.getMutationCache().getAll()) {
    const { mutationId, state, meta, options } = mutation;
    places[`mutation ${mutationId}`] = { state, meta, options };
  }
  return places;
}
