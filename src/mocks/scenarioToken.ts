import type { Token, TokenProvider, TokenRequest } from "../scim/TokenProvider.js";
import type { ScimMeScenarioName } from "./ScimMeScenario.js";
import { scimMeScenarios } from "./scimMeScenarios.js";

const prefix = "demo.";
let lastNonce = 0;
let lastVisit = 0;

/**
 * What a token provider gives in a scenario: a token that {@link scimMeHandlers} plays it for,
 * nothing in `missing-token`. In `expired-then-refreshed` each token carries a number: an odd one
 * is expired, and `rejected` gives the even one after it.
 *
 * @summary Bearer token that makes the mocks play a scenario.
 * @throws {Error} in `token-provider-failed`.
 * @example
 * useScimMe((request) => scenarioToken("forbidden", request));
 */
export function scenarioToken(
  scenario: ScimMeScenarioName,
  request?: Pick<TokenRequest, "reason" | "rejectedToken">,
): Token {
  switch (scimMeScenarios[scenario]?.provider) {
    case "none":
      return undefined;
    case "throws":
      throw new Error(`The token provider of the scenario "${scenario}" throws, as it says.`);
    case "renews":
      return `${prefix}${scenario}.${nextNonce(request)}`;
    default:
      return `${prefix}${scenario}`;
  }
}

/**
 * A token provider that plays a scenario, for hooks and components that take one.
 *
 * @summary Token provider that plays a scenario.
 */
export function scenarioTokenProvider(scenario: ScimMeScenarioName): TokenProvider {
  return (request) => scenarioToken(scenario, request);
}

/** A provider for one visit: what is changed with its tokens is not changed for any other. */
export function visitTokenProvider(scenario: ScimMeScenarioName): TokenProvider {
  const visit = ++lastVisit;
  return (request) => {
    const token = scenarioToken(scenario, request);
    return token && `${prefix}${scenario}.${token.split(".")[2] ?? ""}.${visit}`;
  };
}

/** The scenario that a token names, its visit, and whether it is expired; `null` for any other. */
export function readScenarioToken(
  token: string,
): { scenario: string; visit: string; expired: boolean } | null {
  if (!token.startsWith(prefix)) return null;
  const [scenario = "", nonce = "1", visit = ""] = token.slice(prefix.length).split(".");
  return { scenario, visit, expired: Number(nonce) % 2 === 1 };
}

function nextNonce(request?: Pick<TokenRequest, "reason" | "rejectedToken">): number {
  if (request?.reason === "rejected") {
    return Number(request.rejectedToken?.split(".")[2] ?? lastNonce - 1) + 1;
  }
  lastNonce += 2;
  return lastNonce - 1;
}
