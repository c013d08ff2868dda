import type { ScimMeRequestOptions } from "./ScimMeRequestOptions.js";
import { split } from "./split.js";

/** What a hook or a component takes: how to reach `/Me`, and whether to wait with it. */
export interface ConsumerRequestOptions extends ScimMeRequestOptions {
  /** The host's own session is still loading: nothing is asked, and the state is `loading`. */
  pending?: boolean | undefined;
}

/** The names of all {@link ConsumerRequestOptions}: one left out here goes to the DOM, or nowhere. */
export const REQUEST_NAMES = [
  "endpoint",
  "tokenProvider",
  "subject",
  "pending",
  "timeoutMs",
  "attributes",
  "excludedAttributes",
  "scopeHint",
  "fetch",
] as const;

/** Takes the options that say how to reach `/Me` from among others. */
export function splitRequest<T extends ConsumerRequestOptions>(
  options: T,
): [request: ConsumerRequestOptions, others: Omit<T, keyof ConsumerRequestOptions>] {
  return split(options, REQUEST_NAMES) as ReturnType<typeof splitRequest<T>>;
}
