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
  return split(options, REQUEST_NAMES) as ReturnType<typeof splitRequest<T>>;
}

/** Takes what has one of these names from among others; what is undefined is left out. */
export function split<T extends object, Name extends keyof T>(
  options: T,
  names: readonly Name[],
): [named: Pick<T, Name>, others: Omit<T, Name>] {
  const named: Partial<T> = {};
  const others: Partial<T> = {};
  for (const name in options) {
    const target = (names as readonly PropertyKey[]).includes(name) ? named : others;
    if (options[name] !== undefined) target[name] = options[name];
  }
  return [named, others] as [Pick<T, Name>, Omit<T, Name>];
}
