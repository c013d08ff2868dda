/**
 * @summary Why a request for `/Me` did not give a person. Each reason has one cure; see the errors
 * table.
 */
export type ScimMeReason =
  | "missing-token"
  | "token-provider-failed"
  | "unauthorized"
  | "forbidden"
  | "unsupported"
  | "rate-limited"
  | "unavailable"
  | "network"
  | "timeout"
  | "malformed"
  | "invalid"
  | "conflict"
  | "configuration";

/** @summary What is known about a failure beside its reason. */
export interface ScimMeErrorDetails {
  /** The HTTP status, where there was an answer. */
  status?: number | undefined;
  /** SCIM's own keyword for the error (RFC 7644 §3.12). */
  scimType?: string | undefined;
  /** The server's words, cleaned: never HTML, never a trace id, at most 300 characters. */
  detail?: string | undefined;
  /** The path of the attribute that a change was refused for, e.g. `name.givenName`. */
  attribute?: string | undefined;
  /** How long the server asks to wait, in milliseconds, at most 24 h (RFC 9110 §10.2.3). */
  retryAfterMs?: number | undefined;
  /** The scopes that the request needs, space-separated (RFC 6750 §3). */
  requiredScope?: string | undefined;
  /** The error behind this one, e.g. what the token provider threw. */
  cause?: unknown;
}

/**
 * The one error of this library. `message` is a sentence for developers; what people read comes
 * from the message catalogue.
 *
 * @summary The error of every failed request, told apart by its `reason`.
 */
export class ScimMeError extends Error implements Readonly<ScimMeErrorDetails> {
  override readonly name = "ScimMeError";
  /** Which failure it is; each has one cure. */
  declare readonly reason: ScimMeReason;
  declare readonly status?: number;
  declare readonly scimType?: string;
  declare readonly detail?: string;
  declare readonly attribute?: string;
  declare readonly retryAfterMs?: number;
  declare readonly requiredScope?: string;
  // Said here too: apps compiled for ES2021 or older have no `cause` of an Error.
  declare readonly cause?: unknown;

  constructor(reason: ScimMeReason, message: string, details: ScimMeErrorDetails = {}) {
    super(`react-scim-me: ${message}`, details);
    this.reason = reason;
    // The cause stays as it is: what is there already is set without being listed.
    for (const [key, value] of Object.entries(details)) {
      if (value !== undefined) Object.assign(this, { [key]: value });
    }
  }
}
