import { act } from "@testing-library/react";
import type { SetupServer } from "msw/node";
import { vi } from "vitest";
import {
  type ScimMeScenarioName,
  scimMeHandlers,
  scimMeScenarios,
} from "../../../src/mocks/index.js";

export const endpoint = "https://scim.example.com/scim2/Me";

/** The network of one scenario: what it is asked, and time that passes only when it has answered. */
export function watchNetwork(server: SetupServer, name: ScimMeScenarioName) {
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

/** What was asked, with what is alike counted: "4 × GET 500". */
function inWords(told: readonly string[]): string {
  const different = told.filter((entry, index) => entry !== told[index - 1]);
  const counted = different.map((entry) => {
    const times = told.filter((other) => other === entry).length;
    return times > 1 ? `${times} × ${entry}` : entry;
  });
  return counted.join(", ") || "Nothing is sent";
}
