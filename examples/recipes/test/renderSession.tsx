import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import type { ComponentType, ReactNode } from "react";
import { getScimMeState, ProfileCard, type ScimMeState, useScimMe } from "react-scim-me";
import { createTestQueryClient } from "react-scim-me/testing";

type Wrapper = ComponentType<{ children: ReactNode }>;

const seen = new Set<ScimMeState>();

function State() {
  const state = getScimMeState(useScimMe());
  seen.add(state);
  return <p data-testid="state">{state}</p>;
}

/** Every state that it has read since the app was rendered. */
export const states = (): ScimMeState[] => [...seen];

/** The state that a consumer inside the session reads. */
export const state = (): ScimMeState => screen.getByTestId("state").textContent as ScimMeState;

/** An app with an SDK's provider, a recipe's session, the card, and the recipe's sign-out button. */
export function renderSession(Provider: Wrapper, Session: Wrapper, SignOut: ComponentType) {
  seen.clear();
  return render(
    <QueryClientProvider client={createTestQueryClient()}>
      <Provider>
        <Session>
          <State />
          <ProfileCard />
          <SignOut />
        </Session>
      </Provider>
    </QueryClientProvider>,
  );
}

/** Lets a moment pass with everything that React does meanwhile: nothing more may happen in it. */
export async function pass(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
}
