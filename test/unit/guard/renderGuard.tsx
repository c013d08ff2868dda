import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import type { JSX } from "react";
import { renderToString } from "react-dom/server";
import { expect, onTestFinished, vi } from "vitest";
import {
  ProtectedRoute,
  type ProtectedRouteProps,
  ScimMeProvider,
  type ScimMeProviderProps,
  type ScimMeState,
} from "../../../src/index.js";
import { createTestQueryClient } from "../../../src/testing/index.js";
import { endpoint, pass } from "../query/renderApp.js";
import { watchPage } from "../query/watchPage.js";

/** What a guard is rendered with: the provider's props, its own, and what is cached. */
export interface GuardSetup extends ScimMeProviderProps {
  guard?: ProtectedRouteProps;
  client?: QueryClient;
}

/** A guard around the secret, watched from before its first byte. */
export function renderGuard(setup: GuardSetup) {
  const { guard, client = createTestQueryClient(), children, ...provider } = setup;
  const page = watchPage();
  const onSignedOut = vi.fn();
  const secretRendered = vi.fn();
  function Secret(): JSX.Element {
    secretRendered();
    return <p>the secret</p>;
  }
  const app = (own: ScimMeProviderProps = {}) => (
    <QueryClientProvider client={client}>
      <ScimMeProvider endpoint={endpoint} {...provider} {...own}>
        {children}
        <ProtectedRoute onSignedOut={onSignedOut} {...guard}>
          <Secret />
          {guard?.children}
        </ProtectedRoute>
      </ScimMeProvider>
    </QueryClientProvider>
  );
  const { rerender } = render(app());
  return { client, page, onSignedOut, secretRendered, app, rerender };
}

/** What {@link renderGuard} gives. */
export type Guard = ReturnType<typeof renderGuard>;

/** What a guard is to come to. */
export interface Outcome {
  state: ScimMeState;
  /** What is to be read: a title, or the secret. */
  shown: string;
  /** How often `onSignedOut` is to be called. */
  redirects: number;
}

/** Looks at a guard that has settled, shakes it, and looks again. */
export async function expectOutcome(guard: Guard, { state, shown, redirects }: Outcome) {
  const { page, client, app, rerender, onSignedOut, secretRendered } = guard;
  const look = () => {
    const root = document.querySelector("[data-scim=ProtectedRoute]");
    expect(root).toHaveAttribute("data-state", state);
    expect(screen.getByText(shown)).toBeVisible();
    expect(onSignedOut).toHaveBeenCalledTimes(redirects);
  };
  look();
  for (let render = 0; render < 3; render++) rerender(app());
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
  act(() => void client.refetchQueries({ stale: true }));
  await pass(5);
  look();
  if (state === "ready") return;
  expect(page.seen()).not.toContain("the secret");
  expect(secretRendered).not.toHaveBeenCalled();
}

/** The HTML that a server makes of a guard with this cache: nothing is asked, nobody redirected. */
export function serverHtml(setup: GuardSetup): string {
  const { guard, client = createTestQueryClient(), ...provider } = setup;
  const onSignedOut = vi.fn();
  const fetch = vi.fn();
  const html = renderToString(
    <QueryClientProvider client={client}>
      <ScimMeProvider endpoint={endpoint} {...provider} fetch={fetch}>
        <ProtectedRoute onSignedOut={onSignedOut} {...guard}>
          <p>the secret</p>
        </ProtectedRoute>
      </ScimMeProvider>
    </QueryClientProvider>,
  );
  expect(onSignedOut).not.toHaveBeenCalled();
  expect(fetch).not.toHaveBeenCalled();
  onTestFinished(() => client.clear());
  return html;
}
