import type { ScimMeError, ScimMeReason } from "../scim/ScimMeError.js";

/** @summary What to show: one of seven. */
export type ScimMeState =
  | "loading"
  | "ready"
  | "missing-token"
  | "unauthorized"
  | "forbidden"
  | "unsupported"
  | "unavailable";

/** @summary The part of a query result that decides its state. */
export interface ScimMeResult {
  /** The person, or what `select` made of them. */
  data: unknown;
  /** The last failure, also of a request in the background. */
  error: Error | null;
  /** TanStack Query's own. */
  status: "pending" | "error" | "success";
}

/** They take effect at once, also over data: who is revoked is out. */
const DECISIVE: readonly (ScimMeReason | undefined)[] = [
  "missing-token",
  "unauthorized",
  "forbidden",
  "unsupported",
];

const pendingResults = new WeakSet<object>();

/** Marks the result of a hook whose host is still loading its own session. */
export function markPending(result: object): void {
  pendingResults.add(result);
}

/**
 * What a result of `useScimMe` means. Data stays `ready` through failures that pass by themselves;
 * without data every reason that has no state of its own is `unavailable`.
 *
 * @summary What to show for a query result: one of seven states.
 * @example
 * const me = useScimMe();
 * if (getScimMeState(me) === "ready") return <p>{me.data?.displayName}</p>;
 */
export function getScimMeState(result: ScimMeResult): ScimMeState {
  if (pendingResults.has(result)) return "loading";
  const reason = (result.error as ScimMeError | null)?.reason;
  if (DECISIVE.includes(reason)) return reason as ScimMeState;
  // A reader may select what this person does not have.
  if (result.data !== undefined || result.status === "success") return "ready";
  return result.error ? "unavailable" : "loading";
}
