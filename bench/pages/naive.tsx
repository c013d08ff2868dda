import type { JSX } from "react";
import { createRoot } from "react-dom/client";
import { HandCard } from "./HandCard.tsx";
import { useNaiveMe } from "./useNaiveMe.ts";

function App(): JSX.Element {
  const me = useNaiveMe();
  return me ? <HandCard me={me} /> : <p>Loading</p>;
}

/** An app with a card, all of it by hand. */
export function startNaive(): void {
  createRoot(document.getElementById("root") as HTMLElement).render(<App />);
}
