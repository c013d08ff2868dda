import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { JSX } from "react";
import { createRoot } from "react-dom/client";
import { HandCard } from "./HandCard.tsx";
import { useHandMe } from "./useHandMe.ts";

function App(): JSX.Element {
  const me = useHandMe();
  return me ? <HandCard me={me} /> : <p>Loading</p>;
}

/** An app with a card by hand on TanStack Query. */
export function startQuery(): void {
  createRoot(document.getElementById("root") as HTMLElement).render(
    <QueryClientProvider client={new QueryClient()}>
      <App />
    </QueryClientProvider>,
  );
}
