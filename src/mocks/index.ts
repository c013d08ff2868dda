export type { ScimMe } from "../scim/ScimMe.js";
export type { ScimMeReason } from "../scim/ScimMeError.js";
export type { Token, TokenProvider, TokenRequest } from "../scim/TokenProvider.js";
export { exampleMe } from "./exampleMe.js";
export type { ScimMeHandlersOptions, ScimMeMockRequest } from "./ScimMeHandlersOptions.js";
export type {
  ScimMeScenario,
  ScimMeScenarioName,
  ScimMeScenarioUpdate,
} from "./ScimMeScenario.js";
export { scenarioToken, scenarioTokenProvider } from "./scenarioToken.js";
export { scimMeHandlers } from "./scimMeHandlers.js";
export { scimMeScenarios } from "./scimMeScenarios.js";
