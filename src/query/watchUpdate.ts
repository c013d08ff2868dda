import { type MutationKey, MutationObserver, type QueryClient } from "@tanstack/react-query";

/**
 * Looks at an update until it ends. Of one that is kept no longer than its component, and outlives
 * it, TanStack Query would ask in every task whether it has ended.
 */
export function watchUpdate<T>(
  client: QueryClient,
  mutationKey: MutationKey,
  update: Promise<T>,
): Promise<T> {
  const watcher = new MutationObserver(client, {});
  const watched = client.getMutationCache().findAll({ mutationKey, status: "pending" });
  for (const mutation of watched) mutation.addObserver(watcher);
  return update.finally(() => {
    for (const mutation of watched) mutation.removeObserver(watcher);
  });
}
