import { QueryClient } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import type { SetupServer } from "msw/node";
import { vi } from "vitest";
import { getScimMeState } from "../../../src/index.js";
import {
  type ScimMeScenarioName,
  scenarioTokenProvider,
  scimMeHandlers,
  scimMeScenarios,
} from "../../../src/mocks/index.js";
import type { Shown, Truth } from "../../../stories/truth/Truth.ts";
import { newEmail, type Returned, TruthStage } from "./TruthStage.js";

const endpoint = "https://scim.example.com/scim2/Me";

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

/** What was asked, with what is alike counted: "4 × GET 500". */
function inWords(told: readonly string[]): string {
  const different = told.filter((entry, index) => entry !== told[index - 1]);
  const counted = different.map((entry) => {
    const times = told.filter((other) => other === entry).length;
    return times > 1 ? `${times} × ${entry}` : entry;
  });
  return counted.join(", ") || "Nothing is sent";
}

/** The network of one scenario: what it is asked, and time that passes only when it has answered. */
function watchNetwork(server: SetupServer, name: ScimMeScenarioName) {
  const isLate = scimMeScenarios[name].network === "hangs" || scimMeScenarios[name].delayMs > 0;
  let told: string[] = [];
  let [sent, received, answered] = [0, 0, 0];
  server.resetHandlers(...scimMeHandlers({ endpoint, onRequest: () => void received++ }));
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent++;
    const entry = told.push(init?.method ?? "GET") - 1;
    const end = (outcome: string) => {
      told[entry] += ` ${outcome}`;
      answered++;
    };
    try {
      const response = await globalThis.fetch(input, init);
      end(String(response.status));
      return response;
    } catch (error) {
      end(init?.signal?.aborted ? "without an answer" : "fails");
      throw error;
    }
  };
  const isQuiet = () => received === sent && (isLate || answered === sent);
  return {
    fetch,
    /** What was asked and answered since the last time. */
    told: () => {
      const text = inWords(told);
      told = [];
      return text;
    },
    settle: async (isSettled: () => boolean) => {
      for (let step = 0; step < 100; step++) {
        await act(async () => {
          for (let turn = 0; turn < 5 || !isQuiet(); turn++) await new Promise(setImmediate);
        });
        if (isSettled()) return;
        await act(async () => void (await vi.advanceTimersToNextTimerAsync()));
      }
      throw new Error(`${name} does not settle.`);
    },
  };
}
