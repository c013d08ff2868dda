import type { ReactNode } from "react";
import type { ScimMeError } from "../../scim/ScimMeError.js";

/** @summary What a slot may know: what went wrong, and how to try again. */
export interface StateSlotArgument {
  /** What went wrong; `null` where nothing did. */
  error: ScimMeError | null;
  /** Asks once more. */
  retry: () => void;
}

/**
 * @summary A view that a host puts in place of the default one: a node, or a function that gives
 * one.
 */
export type StateSlot = ReactNode | ((state: StateSlotArgument) => ReactNode);
