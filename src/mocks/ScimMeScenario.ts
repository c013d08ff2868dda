import type { ScimMeReason } from "../scim/ScimMeError.js";

/** @summary The names of the scenarios, as tokens, toolbars and tests say them. */
export type ScimMeScenarioName =
  | "success"
  | "minimal"
  | "full"
  | "unauthorized"
  | "expired-then-refreshed"
  | "forbidden"
  | "unsupported"
  | "rate-limited"
  | "server-error"
  | "html-error"
  | "malformed"
  | "slow"
  | "never"
  | "offline"
  | "missing-token"
  | "token-provider-failed"
  | "update-rejected"
  | "update-conflict"
  | "email-pending";

/**
 * @summary What a scenario answers to a PATCH, where it differs from an ordinary update (RFC 7644
 * §3.5.2).
 */
export interface ScimMeScenarioUpdate {
  /**
   * `refused`: 400 `mutability`; `conflict`: another title was written meanwhile, and the change is
   * taken when it is sent again after that; `pending`: a new email waits.
   */
  outcome: "refused" | "conflict" | "pending";
  /** The HTTP status of the answer. */
  status: number;
  /** The reason that the update ends with; `null` where it succeeds. */
  reason: ScimMeReason | null;
}

/**
 * @summary One scenario, as plain data: what the provider does, what the server does, what comes of
 * it.
 */
export interface ScimMeScenario {
  /** What happens, in one sentence. */
  summary: string;
  /** What the token provider does: gives a token, gives none, throws, or gives a new one on 401. */
  provider: "token" | "none" | "throws" | "renews";
  /** What the network does; `unused` means that a request is a failure. */
  network: "answers" | "fails" | "hangs" | "unused";
  /** How many requests one attempt sends. */
  requests: number;
  /** The HTTP status of the last answer to GET; `null` where there is none. */
  status: number | null;
  /** The headers of that answer. */
  headers: Readonly<Record<string, string>>;
  /** What kind of body it has; a `user` can be changed by PATCH. */
  bodyKind: "user" | "json" | "html" | "none";
  /** The body itself: an object, the text of a page, or `null` for none. */
  body: Readonly<Record<string, unknown>> | string | null;
  /** How long the answer takes, in milliseconds. */
  delayMs: number;
  /** What a PATCH gets instead of the updated person. */
  update?: ScimMeScenarioUpdate;
  /** The `reason` of the error that `fetchScimMe` rejects with; `null` where it succeeds. */
  reason: ScimMeReason | null;
  /** The state in which hook and components settle. */
  state: "ready" | "missing-token" | "unauthorized" | "forbidden" | "unsupported" | "unavailable";
}
