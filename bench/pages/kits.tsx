import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Fragment, type JSX, type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import {
  ProfileCard,
  ProtectedRoute,
  ScimMeProvider,
  SignOutButton,
  scimMeQueryOptions,
  type TokenProvider,
  useScimMe,
} from "../../src/index.js";
import { endpoint, tokenProvider } from "./askMe.ts";
import { HandCard } from "./HandCard.tsx";
import { useHandMe } from "./useHandMe.ts";
import { useNaiveMe } from "./useNaiveMe.ts";

declare global {
  interface Window {
    /** How often each consumer rendered. */
    renders: Record<string, number>;
  }
}

const ways = { kit: () => useScimMe().data, query: useHandMe, naive: useNaiveMe };

/** How an app comes by the person. */
export type Way = keyof typeof ways;

function Consumer({ way, id }: { way: Way; id: number }): JSX.Element {
  window.renders[id] = (window.renders[id] ?? 0) + 1;
  return <p>{ways[way]()?.displayName}</p>;
}

function ByHand({ way }: { way: Way }): JSX.Element | null {
  const me = ways[way]();
  return me ? <HandCard me={me} /> : null;
}

const signOut = () => {};

/** The card of an app and, for the kit, its guard and its sign-out button. */
function Card({ way }: { way: Way }): JSX.Element {
  if (way !== "kit") return <ByHand way={way} />;
  return (
    <ProtectedRoute>
      <ProfileCard actions={<SignOutButton onSignOut={signOut} />} />
    </ProtectedRoute>
  );
}

interface Around {
  client?: QueryClient;
  token?: TokenProvider;
  Mode?: typeof StrictMode;
}

/** Renders an app into the page, with what it needs around it. */
function start(children: ReactNode, around: Around = {}): void {
  const { client = new QueryClient(), token = tokenProvider, Mode = Fragment } = around;
  createRoot(document.getElementById("root") as HTMLElement).render(
    // Outermost: further in, React would not run effects twice.
    <Mode>
      <QueryClientProvider client={client}>
        <ScimMeProvider endpoint={endpoint} tokenProvider={token}>
          {children}
        </ScimMeProvider>
      </QueryClientProvider>
    </Mode>,
  );
}

/** An app with many consumers: `/counts/kit/10/strict`. */
export function startCounts(): void {
  const [, , way = "kit", consumers, mode] = location.pathname.split("/");
  window.renders = {};
  const all = [...Array(Number(consumers)).keys()].map((id) => (
    <Consumer key={id} way={way as Way} id={id} />
  ));
  const app = (
    <>
      <Card way={way as Way} />
      {all}
    </>
  );
  start(app, { Mode: mode === "strict" ? StrictMode : Fragment });
}

/** An app with a card, which is asked for before anything is rendered. */
export function startPrefetched(): void {
  const client = new QueryClient();
  client.prefetchQuery(scimMeQueryOptions({ endpoint, tokenProvider }));
  start(<ProfileCard />, { client });
}

/** An app with a card. */
export function startKit(): void {
  start(<ProfileCard />);
}

/** An app with a card, a guard and a sign-out, whose token may be another library's. */
export function startGuarded(token?: TokenProvider): void {
  start(<Card way="kit" />, { ...(token && { token }) });
}
