import { isEmpty } from "./isEmpty.js";
import { memberOf } from "./MeEdit.js";
import { bool, isObject } from "./readValues.js";

/**
 * Whether a server would hold two values for one: it may write booleans as words, numbers as text
 * and a list as one text with commas, and members in any order and case.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (isObject(a) && isObject(b)) {
    const names = Object.keys({ ...a, ...b });
    return names.every((name) => isSame(memberOf(a, name), memberOf(b, name)));
  }
  if (isObject(a) || isObject(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  }
  if (typeof a === "boolean" || typeof b === "boolean") return bool(a) === bool(b);
  const words = wordsOf(a);
  return words !== undefined && words === wordsOf(b);
}

/** A single value, or a list of them, as one text; an object in it may not even have one. */
function wordsOf(value: unknown): string | undefined {
  const items = [value].flat();
  return items.every((item) => typeof item !== "object") ? items.join(",") : undefined;
}
