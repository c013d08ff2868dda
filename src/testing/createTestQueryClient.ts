import { QueryClient } from "@tanstack/react-query";

/**
 * A fresh `QueryClient` for one test: failures show at once instead of after retries, and no
 * timer of the cache outlives the test.
 *
 * @summary A `QueryClient` for one test, without retries.
 */
export function createTestQueryClient(): QueryClient {
  const once = { retry: false, gcTime: Number.POSITIVE_INFINITY };
  return new QueryClient({ defaultOptions: { queries: once, mutations: once } });
}
