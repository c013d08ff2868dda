import type { Json } from "./readValues.js";

/** One attribute to set or to clear. */
export interface MeEdit {
  /** In RFC 7644 §3.10 notation. */
  path: string;
  /** The names that lead to it: of an extension its URN first, as the server spells it. */
  steps: readonly string[];
  /** What to set; undefined clears. */
  value?: unknown;
}

/** The member's own name in an object that may spell it in another case; itself where it is new. */
export function nameIn(object: object, name: string): string {
  if (Object.hasOwn(object, name)) return name;
  const lower = name.toLowerCase();
  return Object.keys(object).find((key) => key.toLowerCase() === lower) ?? name;
}

/** The member of that name, in whatever case; never an inherited one. */
export function memberOf(object: unknown, name: string): unknown {
  if (!object || typeof object !== "object") return undefined;
  const key = nameIn(object, name);
  return Object.hasOwn(object, key) ? (object as Json)[key] : undefined;
}
