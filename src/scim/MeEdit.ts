import type { Json } from "./readValues.js";

/** One attribute to set or to clear. */
export interface MeEdit {
  /** The extension's URN as the server spells it; undefined in the core schema. */
  urn?: string | undefined;
  /** The attribute, and below it the sub-attribute where only that changes. */
  names: readonly string[];
  /** What to set; undefined clears. */
  value?: unknown;
  /** How many of the names lead to an object that is not there yet; a path cannot lead into it. */
  newAt?: number | undefined;
}

/** The attribute's path in RFC 7644 §3.10 notation. */
export function pathOf({ urn, names }: MeEdit): string {
  return `${urn ? `${urn}:` : ""}${names.join(".")}`;
}

/** The member's own name in an object that may spell it in another case; itself where it is new. */
export function nameIn(object: object | undefined, name: string): string {
  if (!object || Object.hasOwn(object, name)) return name;
  const lower = name.toLowerCase();
  return Object.keys(object).find((key) => key.toLowerCase() === lower) ?? name;
}

/** The member of that name, in whatever case; never an inherited one. */
export function memberOf(object: unknown, name: string): unknown {
  if (!object || typeof object !== "object") return undefined;
  const key = nameIn(object, name);
  return Object.hasOwn(object, key) ? (object as Json)[key] : undefined;
}
