import { dehydrate, type Query, type QueryClient } from "@tanstack/react-query";
import { findText } from "../../../src/testing/findText.js";
import { everything, memoryPersister } from "./memoryPersister.js";
import { recordPage } from "./recordPage.js";

/** Everywhere that a token or a person could be left. */
export const places = [
  "the query cache",
  "the mutation cache",
  "dehydrated state",
  "a persister",
  "errors and their causes",
  "the console",
  "the URL",
  "the history's states",
  "localStorage",
  "sessionStorage",
  "IndexedDB",
  "the cache storage",
  "messages to other tabs",
  "messages to other windows",
  "cookies",
  "the window's name",
  "the document",
  "the devtools' view",
  "requests, their Authorization apart",
] as const;

/** One of {@link places}. */
export type Place = (typeof places)[number];

/** Where a person may be as long as they are there; in the other places they may be at no time. */
const whileThere: Place[] = [
  "the query cache",
  "the mutation cache",
  "the devtools' view",
  "the document",
];

/** Where a person may be at no time, not even while they are there; a host's persister is its own. */
export const never: Place[] = places.filter(
  (place) => ![...whileThere, "dehydrated state", "a persister"].includes(place),
);

/** What came to be in each place. */
export type Records = Record<Place, unknown[]>;

/** Where texts were found, by place. */
export type Findings = Record<Place, string[]>;

/** Watches every place from now on, until `stop`. */
export function watchPlaces(client: QueryClient) {
  const records = Object.fromEntries(places.map((place) => [place, [] as unknown[]])) as Records;
  const page = recordPage(records);
  const persister = memoryPersister(client);
  const stopCache = client.getQueryCache().subscribe(({ query }) => {
    records["the query cache"].push(viewOf(query).state);
    records["the devtools' view"].push(viewOf(query));
    records["errors and their causes"].push(query.state.error, query.state.fetchFailureReason);
  });
  const stopMutations = client.getMutationCache().subscribe(({ mutation }) => {
    if (mutation) records["the mutation cache"].push(mutation.state);
  });

  function snapshot(): Partial<Record<Place, unknown>> {
    const queries = client.getQueryCache().getAll();
    return {
      ...page.snapshot(),
      "the query cache": queries.map(viewOf),
      "the mutation cache": client
        .getMutationCache()
        .getAll()
        .map(({ state, options, meta }) => ({ state, options, meta })),
      "dehydrated state": dehydrate(client, everything),
      "a persister": persister.store.now,
      "the devtools' view": queries.map(devtoolsView),
    };
  }

  return {
    records,
    persister,
    /** Where one of some texts is, or has been since the watch began or was last marked. */
    search(texts: readonly string[]): Findings {
      const now = snapshot();
      const before: Records = { ...records, "a persister": persister.store.ever };
      const found = (place: Place) => findText({ now: now[place], before: before[place] }, texts);
      return Object.fromEntries(places.map((place) => [place, found(place)])) as Findings;
    },
    /** From now on nobody of before is to be where a person may be while they are there. */
    mark(): void {
      for (const place of whileThere) records[place].length = 0;
      persister.store.ever.length = 0;
      page.mark();
    },
    stop(): void {
      stopCache();
      stopMutations();
      persister.stop();
      page.stop();
    },
  };
}

/** What {@link watchPlaces} gives. */
export type Watch = ReturnType<typeof watchPlaces>;

function viewOf({ queryKey, queryHash, state, meta, options }: Query) {
  return { queryKey, queryHash, state, meta, options };
}

/** What TanStack's devtools show of a query, and what they could. */
function devtoolsView(query: Query) {
  const observers = query.observers.map((observer) => ({
    options: observer.options,
    result: observer.getCurrentResult(),
  }));
  return { ...viewOf(query), own: { ...query, observers: undefined }, observers };
}
