// Compiled by `npm run typecheck`, never run: what the types promise to a consumer.
import { QueryClient, type QueryState, useQueries } from "@tanstack/react-query";
import {
  type ScimMe,
  type ScimMeError,
  scimMeQueryOptions,
  useScimMe,
  useSuspenseScimMe,
} from "../../src/index.ts";

import type { ConsumerRequestOptions, REQUEST_NAMES } from "../../src/query/splitRequest.ts";

const endpoint = "https://api.example.com/scim2/Me";
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? 1 : 0;
const isTrue = <_ extends 1>(): void => {};

export function usePromises(): void {
  const plain = useScimMe();
  isTrue<Equal<typeof plain.data, ScimMe | undefined>>();
  isTrue<Equal<typeof plain.error, ScimMeError | null>>();

  const configured = useScimMe(() => "token", { endpoint, staleTime: 0 });
  isTrue<Equal<typeof configured.data, ScimMe | undefined>>();

  const selected = useScimMe(undefined, { select: (me) => me.emails.length });
  isTrue<Equal<typeof selected.data, number | undefined>>();

  const known = undefined as ScimMe | undefined;
  const begun = useScimMe(undefined, { initialData: known, select: (me) => me.emails.length });
  isTrue<Equal<typeof begun.data, number | undefined>>();

  const suspended = useSuspenseScimMe();
  isTrue<Equal<typeof suspended.data, ScimMe>>();

  const query = scimMeQueryOptions({ endpoint, tokenProvider: () => null });
  const [among] = useQueries({ queries: [query] });
  isTrue<Equal<typeof among.data, ScimMe | undefined>>();
  isTrue<Equal<typeof among.error, ScimMeError | null>>();

  const { queryFn, queryKey } = scimMeQueryOptions({ endpoint, tokenProvider: () => null });
  isTrue<Equal<Awaited<ReturnType<typeof queryFn>>, ScimMe>>();

  const queryClient = new QueryClient();
  const cached = queryClient.getQueryData(queryKey);
  isTrue<Equal<typeof cached, ScimMe | undefined>>();
  const state = queryClient.getQueryState(queryKey);
  isTrue<Equal<typeof state, QueryState<ScimMe, ScimMeError> | undefined>>();

  // @ts-expect-error kept data would show one person to another
  useScimMe(undefined, { placeholderData: (previous: ScimMe | undefined) => previous });
  // @ts-expect-error the key is the library's
  useScimMe(undefined, { queryKey: ["me"] });
}

/** An option whose name is forgotten would go to the DOM, and not with the request. */
export function namesEveryRequestOption(): void {
  isTrue<Equal<(typeof REQUEST_NAMES)[number], keyof ConsumerRequestOptions>>();
}
