import type { ScimMe } from "../scim/ScimMe.js";
import type { ScimMeScenarioName } from "./ScimMeScenario.js";

/** @summary A request that a handler saw. It never holds the token. */
export interface ScimMeMockRequest {
  /** `GET` or `PATCH`. */
  method: string;
  /** The whole URL, query included. */
  url: string;
  /** The scenario it is played for; `null` where none can be told. */
  scenario: ScimMeScenarioName | null;
  /** Whether a Bearer token came with it. */
  authorization: "present" | "absent";
  /** The HTTP status it is answered with; `null` where it gets no answer. */
  status: number | null;
  /** The JSON that was sent, where there is any. */
  body?: unknown;
}

/** @summary What `scimMeHandlers` takes. */
export interface ScimMeHandlersOptions {
  /** The URL of the Me resource, as given to the hook. @default `/scim2/Me` of any origin */
  endpoint?: string | undefined;
  /**
   * The body served in place of the example person, or a `ScimMe` as `buildMe` makes it, whose `raw`
   * is served; `minimal` and `full` keep their own.
   */
  me?: Readonly<Record<string, unknown>> | ScimMe | undefined;
  /** The scenario of every token that names none. @default "success" */
  scenario?: ScimMeScenarioName | undefined;
  /** How long each answer takes, in milliseconds. @default the scenario's own */
  delayMs?: number | undefined;
  /** Called with every request before it is answered. */
  onRequest?: ((request: ScimMeMockRequest) => void) | undefined;
  /** `session` asks for no token, as a server behind `sessionCookie` does. @default "bearer" */
  auth?: "bearer" | "session" | undefined;
}
