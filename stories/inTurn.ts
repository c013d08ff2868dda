import type { TokenProvider } from "../src/index.ts";
import { type ScimMeScenarioName, scenarioToken } from "../src/mocks/index.ts";

/** A token provider that plays one scenario after the other, the last one from then on. */
export function inTurn(...scenarios: [ScimMeScenarioName, ...ScimMeScenarioName[]]) {
  let asked = 0;
  const tokenProvider: TokenProvider = (request) => {
    const scenario = scenarios[Math.min(asked++, scenarios.length - 1)] ?? scenarios[0];
    return scenarioToken(scenario, request);
  };
  return {
    tokenProvider,
    /** For a story's `beforeEach`: each visit begins with the first. */
    restart: (): void => {
      asked = 0;
    },
  };
}
