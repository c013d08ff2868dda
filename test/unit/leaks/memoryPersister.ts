import { type DehydrateOptions, dehydrate, type QueryClient } from "@tanstack/react-query";

/** How long writes are gathered, in ms; TanStack's own persisters gather for a second. */
const PAUSE_MS = 5;

/** A persister as TanStack's own, which saves upon every change of the cache; its store is a text. */
export function memoryPersister(client: QueryClient) {
  const store = { now: "", ever: [] as string[] };
  let latest = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    timer = undefined;
    store.now = latest;
    store.ever.push(latest);
  };
  const save = () => {
    latest = JSON.stringify(dehydrate(client, everything));
    timer ??= setTimeout(write, PAUSE_MS);
  };
  const stops = [client.getQueryCache().subscribe(save), client.getMutationCache().subscribe(save)];
  return {
    store,
    removeClient: () => {
      store.now = "";
    },
    stop: () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}

/** Failed and running ones too: a host may keep what it likes. A pending query is a promise. */
export const everything: DehydrateOptions = {
  shouldDehydrateQuery: ({ state }) => state.status !== "pending",
  shouldDehydrateMutation: () => true,
};
