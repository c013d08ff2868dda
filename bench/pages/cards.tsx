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

/** As many cards of one person. */
export function Cards({ kind, me, count }: { kind: Kind; me: ScimMe; count: number }): JSX.Element {
  const cards = [...Array(count).keys()].map((id) => {
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

/** The person as the kit reads them; the cards by hand take the same. */
export const read: (body: unknown) => ScimMe = parseScimMe;
