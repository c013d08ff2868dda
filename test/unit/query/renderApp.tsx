import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type RenderResult, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { ScimMeProvider, type ScimMeProviderProps } from "../../../src/index.js";
import { createTestQueryClient } from "../../../src/testing/index.js";

export const endpoint = "https://scim.example.com/scim2/Me";

/** What {@link renderApp} gives beside the page. */
export interface App extends RenderResult {
  client: QueryClient;
  /** Renders the same app again, with other props of its provider or other children. */
  update: (props: ScimMeProviderProps) => void;
}

/** Renders `children` in an app with a fresh `QueryClient` and a `<ScimMeProvider>`. */
export function renderApp(
  props: ScimMeProviderProps,
  options: { client?: QueryClient; reactStrictMode?: boolean } = {},
): App {
  const { client = createTestQueryClient(), ...others } = options;
  const app = (own: ScimMeProviderProps): ReactNode => (
    <QueryClientProvider client={client}>
      <ScimMeProvider endpoint={endpoint} {...own} />
    </QueryClientProvider>
  );
  const result = render(app(props), others);
  return { ...result, client, update: (own) => result.rerender(app({ ...props, ...own })) };
}

/** Lets `ms` pass, in real or in fake time, with everything that React does meanwhile. */
export async function pass(ms = 20, advance?: (ms: number) => Promise<unknown>): Promise<void> {
  await act(async () => {
    await (advance?.(ms) ?? new Promise((resolve) => setTimeout(resolve, ms)));
  });
}
