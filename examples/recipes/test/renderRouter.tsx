import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { Session } from "../sessions/oidc-client-ts.tsx";
import type { Sdk } from "./testSession.tsx";

/** Renders an app whose session surrounds its router, and lets the session's SDK load. */
export async function renderRouter(
  sdk: Pick<Sdk, "load">,
  client: QueryClient,
  router: ReactNode,
): Promise<void> {
  render(
    <QueryClientProvider client={client}>
      <Session>{router}</Session>
    </QueryClientProvider>,
  );
  await act(async () => sdk.load());
}
