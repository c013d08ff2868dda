import type { QueryClient } from "@tanstack/react-query";

/** All that a client's queries hold, as one text to look for a person in. */
export function cachedText(client: QueryClient): string {
  const queries = client.getQueryCache().getAll();
  return JSON.stringify(queries.map(({ state }) => state));
}
