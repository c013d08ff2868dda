import type { ScimMeRequestOptions } from "./ScimMeRequestOptions.js";

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
  const request: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  for (const name in options) {
    const value = options[name];
    if (!REQUEST_NAMES.includes(name as keyof MeRequestOptions)) others[name] = value;
    else if (value !== undefined) request[name] = value;
  }
  return [request, others as Omit<T, keyof MeRequestOptions>];
}
