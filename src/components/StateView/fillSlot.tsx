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

/**
 * The host's view where there is one, else the default: in one live region through all its states,
 * because a screen reader tells what changes in a region and not always what arrives with it.
 */
export function fillSlot(
  slot: StateSlot | undefined,
  state: StateSlotArgument,
  fallback: ReactNode,
): ReactNode {
  if (slot === undefined) {
    return (
      <div role="status" data-part="state">
        {fallback}
      </div>
    );
  }
  const view = typeof slot === "function" ? slot(state) : slot;
  // Who translates the page takes bare text away, and React could not take it out of the root then.
  return typeof view === "string" ? <span>{view}</span> : view;
}
