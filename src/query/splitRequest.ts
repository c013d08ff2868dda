import type { ScimMeRequestOptions } from "./ScimMeRequestOptions.js";
import { split } from "./split.js";

/** How to reach `/Me`, and whether to wait with it. */
export interface MeRequestOptions extends ScimMeRequestOptions {
  /** The host's own session is still loading: nothing is asked, and the state is `loading`. */
  pending?: boolean | undefined;
}

/** The names of the options that say how to reach `/Me`. */
export const REQUEST_NAMES: readonly (keyof MeRequestOptions)[] = [
  "endpoint",
  "tokenProvider",
  "subject",
  "pending",
  "timeoutMs",
  "attributes",
  "excludedAttributes",
  "scopeHint",
  "fetch",
];

/** Takes the options that say how to reach `/Me` from among others. */
export function splitRequest<T extends MeRequestOptions>(
  options: T,
): [request: MeRequestOptions, others: Omit<T, keyof MeRequestOptions>] {
  return split(options, REQUEST_NAMES) as ReturnType<typeof splitRequest<T>>;
}
