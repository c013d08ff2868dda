import { act, screen, waitFor } from "@testing-library/react";
import type { ComponentType, ReactNode } from "react";
import { expect, test } from "vitest";
import { pass, renderSession, state, states } from "./renderSession.tsx";
import { serveMe } from "./scimServer.ts";

/** What stands behind an SDK in a test. */
export interface Situation {
  /** The token that the SDK has when it has loaded; null for nobody. */
  token: string | null;
  /** What a forced renewal comes to: another token, the end of the session, or no answer at all. */
  renewal: string | "ended" | "outage";
}

/** An SDK with something else in the place of its servers, and the recipe for it. */
export interface Sdk {
  Provider: ComponentType<{ children: ReactNode }>;
  /** Lets it finish loading. */
  load: () => unknown;
  /** How often a renewal was forced. */
  renewals: () => number;
  /** Where people were to be brought back to, for each sign-in. */
  signIns: () => unknown[];
  signOuts: () => number;
}

interface Recipe {
  Session: ComponentType<{ children: ReactNode }>;
  SignOut: ComponentType;
}

interface Exceptions {
  /** An SDK that cannot tell an outage from the end of a session. */
  hidesOutages?: boolean;
  /** Null for an SDK that always returns to the same page. */
  returnTo?: string | null;
}

// A renewal is remembered by the refused token, so that each test needs its own.
let count = 0;
const newToken = () => `token-${++count}.${"x".repeat(20)}`;

/** What holds for every recipe of a session. */
export function testSession(
  recipe: Recipe,
  start: (situation: Situation) => Sdk | Promise<Sdk>,
  { hidesOutages = false, returnTo = "/" }: Exceptions = {},
): void {
  async function begin(situation: Partial<Situation>, accepts: string[] = []) {
    const requests = serveMe(accepts);
    const sdk = await start({ token: newToken(), renewal: "ended", ...situation });
    renderSession(sdk.Provider, recipe.Session, recipe.SignOut);
    return { sdk, requests };
  }

  test("while the SDK loads nothing is asked, and nobody is signed out", async () => {
    const { requests } = await begin({});
    await pass();
    expect(state()).toBe("loading");
    expect(requests).toEqual([]);
  });

  test("a signed-in person is one request, with the SDK's token", async () => {
    const token = newToken();
    const { sdk, requests } = await begin({ token }, [token]);
    await act(async () => sdk.load());
    await waitFor(() => expect(state()).toBe("ready"));
    await pass();
    expect(states()).toEqual(["loading", "ready"]);
    expect(requests).toEqual([token]);
    expect(sdk.renewals()).toBe(0);
  });

  test("a refused token is renewed by force, once", async () => {
    const [token, renewal] = [newToken(), newToken()];
    const { sdk, requests } = await begin({ token, renewal }, [renewal]);
    await act(async () => sdk.load());
    await waitFor(() => expect(state()).toBe("ready"));
    await pass();
    expect(states()).toEqual(["loading", "ready"]);
    expect(requests).toEqual([token, renewal]);
    expect(sdk.renewals()).toBe(1);
  });

  test("a session that has ended is a sign-out, and no outage", async () => {
    const { sdk, requests } = await begin({ renewal: "ended" });
    await act(async () => sdk.load());
    await waitFor(() => expect(state()).toMatch(/^(unauthorized|missing-token)$/));
    expect(await screen.findByRole("button", { name: /^Sign in/ })).toBeVisible();
    await pass();
    expect(requests).toHaveLength(1);
    expect(sdk.renewals()).toBeGreaterThan(0);
  });

  test(`a renewal without an answer is ${hidesOutages ? "taken for" : "no"} sign-out`, async () => {
    const { sdk, requests } = await begin({ renewal: "outage" });
    await act(async () => sdk.load());
    const outcome = hidesOutages ? "unauthorized" : "unavailable";
    await waitFor(() => expect(state()).toBe(outcome));
    expect(requests).toHaveLength(1);
  });

  test("nobody is missing-token without a request, and the button signs in", async () => {
    const { sdk, requests } = await begin({ token: null });
    await act(async () => sdk.load());
    await waitFor(() => expect(state()).toBe("missing-token"));
    act(() => screen.getByRole("button", { name: "Sign in" }).click());
    await waitFor(() => expect(sdk.signIns()).toEqual([returnTo]));
    await pass();
    expect(sdk.signIns()).toHaveLength(1);
    expect(requests).toEqual([]);
  });

  test("the sign-out button ends the SDK's session, once", async () => {
    const token = newToken();
    const { sdk, requests } = await begin({ token }, [token]);
    await act(async () => sdk.load());
    await waitFor(() => expect(state()).toBe("ready"));
    act(() => screen.getByRole("button", { name: "Sign out" }).click());
    await waitFor(() => expect(state()).toBe("missing-token"));
    await pass();
    expect(sdk.signOuts()).toBe(1);
    expect(requests).toEqual([token]);
  });
}
