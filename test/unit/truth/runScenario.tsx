import { QueryClient } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import type { SetupServer } from "msw/node";
import { vi } from "vitest";
import { getScimMeState } from "../../../src/index.js";
import { type ScimMeScenarioName, scenarioTokenProvider } from "../../../src/mocks/index.js";
import type { Shown, Truth } from "../../../stories/truth/Truth.ts";
import { newEmail, type Returned, TruthStage } from "./TruthStage.js";
import { endpoint, watchNetwork } from "./watchNetwork.js";

/** Plays a scenario to everything that knows it, and tells what came of it. */
export async function runScenario(server: SetupServer, name: ScimMeScenarioName): Promise<Truth> {
  const network = watchNetwork(server, name);
  const client = new QueryClient();
  const onSignedOut = vi.fn();
  let returned: Returned | undefined;
  const start = Date.now();
  const { container, unmount } = render(
    <TruthStage
      {...{ client, onSignedOut }}
      provider={{ endpoint, tokenProvider: scenarioTokenProvider(name), fetch: network.fetch }}
      onReturned={(now) => {
        returned = now;
      }}
    />,
  );
  const hooks = () => returned as Returned;
  const shown = (component: string) => show(container, component);

  await network.settle(() => !hooks().me.isFetching);
  const { status, error, failureCount } = hooks().me;
  const truth = {
    http: network.told(),
    settledAfter: seconds(Date.now() - start),
    hook: {
      state: getScimMeState(hooks().me),
      status,
      reason: error?.reason ?? "none",
      retries: Math.max(failureCount - 1, 0),
    },
    card: shown("ProfileCard"),
    guard: { ...shown("ProtectedRoute"), redirects: onSignedOut.mock.calls.length },
  };

  press("Change the email");
  await network.settle(() => ["success", "error"].includes(hooks().update.status));
  const { update, me } = hooks();
  const emails = me.data?.emails.map(({ value }) => value) ?? [];
  const changed = {
    http: network.told(),
    status: update.status,
    reason: update.error?.reason ?? "none",
    taken: emails.includes(newEmail),
    says: container.querySelector("[data-scim=ProfileCard] [data-part=notice]")?.textContent ?? "",
  };

  press("Sign out");
  await network.settle(() => shown("SignOutButton").state === "idle");
  const left = { http: network.told(), state: getScimMeState(hooks().me) };
  unmount();
  client.clear();
  return { ...truth, update: changed, signOut: left };
}

function press(name: string): void {
  // By its text, because finding out roles takes longer than the scenarios.
  fireEvent.click(screen.getByText(name));
}

function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}

/** What can be read in a component, by its parts. */
function show(container: HTMLElement, component: string): Shown {
  const root = container.querySelector<HTMLElement>(`[data-scim=${component}]`);
  const read = (part: string) => root?.querySelector(`[data-part=${part}]`)?.textContent ?? "";
  return {
    state: root?.dataset.state ?? "",
    title: read("title") || read("name") || (root?.textContent ?? ""),
    text: read("text"),
    action: read("action"),
  };
}
