import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { JSX } from "react";
import {
  ProfileCard,
  parseScimMe,
  type ScimMe,
  ScimMeProvider,
  scimMeQueryKey,
} from "../../src/index.js";
import { endpoint, tokenProvider } from "./askMe.ts";
import { HandCard } from "./HandCard.tsx";
import { handKey, useHandMe } from "./useHandMe.ts";

/** The kit's card and the one by hand, each with plain data, and each asking for it. */
export type Kind = "kit" | "hand" | "kit-asking" | "hand-asking";

/** A card for each of these; those that ask show whom the app knows. */
export function Cards(props: { kind: Kind; people: readonly ScimMe[] }): JSX.Element {
  const { kind, people } = props;
  const cards = [...people.entries()].map(([id, me]) => {
    if (kind === "kit") return <ProfileCard key={id} profile={me} />;
    if (kind === "hand") return <HandCard key={id} me={me} />;
    return kind === "kit-asking" ? <ProfileCard key={id} /> : <AskingHandCard key={id} />;
  });
  return <div>{cards}</div>;
}

function AskingHandCard(): JSX.Element | null {
  const me = useHandMe();
  return me ? <HandCard me={me} /> : null;
}

/** The same in an app that has asked already. */
export function App(props: { client: QueryClient } & Parameters<typeof Cards>[0]): JSX.Element {
  const { client, ...cards } = props;
  return (
    <QueryClientProvider client={client}>
      <ScimMeProvider endpoint={endpoint} tokenProvider={tokenProvider}>
        <Cards {...cards} />
      </ScimMeProvider>
    </QueryClientProvider>
  );
}

/** Lets a client know the person, as if it had asked. */
export function know(client: QueryClient, me: ScimMe): void {
  client.setQueryData(scimMeQueryKey({ endpoint, subject: null }), me);
  client.setQueryData(handKey, me);
}

/**
 * One person as often as this, or as many people who share nothing; as the kit reads them, and the
 * cards by hand take the same.
 */
export function read(body: unknown, count = 1, isShared = true): ScimMe[] {
  const one = parseScimMe(body);
  const text = JSON.stringify(body);
  return Array.from({ length: count }, () => (isShared ? one : parseScimMe(JSON.parse(text))));
}
