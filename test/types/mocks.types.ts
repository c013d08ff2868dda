// Compiled by `npm run typecheck`, never run: what the types promise of the mocks.
import { type ScimMeHandlersOptions, scimMeHandlers } from "../../src/mocks/index.ts";

/** What an app leaves open, such as a variable of its environment. */
export const open: Required<ScimMeHandlersOptions> = {
  endpoint: undefined,
  me: undefined,
  scenario: undefined,
  delayMs: undefined,
  onRequest: undefined,
  auth: undefined,
};

export const handlers = scimMeHandlers(open);
