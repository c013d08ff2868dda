import type { ScimMeRequestOptions } from "./ScimMeRequestOptions.js";

/** How to reach `/Me`, and whether to wait with it. */
export interface MeRequestOptions extends ScimMeRequestOptions {
  /** The host's own session is still loading: nothing is asked, and the state is `loading`. */
  pending?: boolean | undefined;
}

const NAMES: readonly (keyof MeRequestOptions)[] = [
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
  const request: Record<string, unknown> = {};
  const others = { ...options };
  for (const name of NAMES) {
    if (options[name] !== undefined) request[name] = options[name];
    delete others[name];
  }
  return [request, others];
}
