import { isEmpty } from "./isEmpty.js";
import type { ScimValue } from "./ScimMe.js";

/** A JSON object. */
export type Json = Record<string, unknown>;

/** A single value as text, whatever it is wrapped in: `5`, `["a"]`, `{ value: "a" }`. */
export function text(value: unknown): string | undefined {
  if (typeof value === "string") return value || undefined;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = text(item);
      if (found) return found;
    }
    return undefined;
  }
  return isObject(value) ? readValue(value)?.value : undefined;
}

/** True or false, also as a word in any case; anything else is undefined. */
export function bool(value: unknown): boolean | undefined {
  const word = text(value)?.trim().toLowerCase();
  return word === "true" ? true : word === "false" ? false : undefined;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members under lower-cased names; of several spellings the lower-cased one wins. */
function folded(source: Json): Json {
  for (const key in source) if (key !== key.toLowerCase()) return fold(source);
  return source;
}

function fold(source: Json): Json {
  const result: Json = {};
  // In this order capitals come first and are written over.
  for (const key of Object.keys(source).sort()) {
    if (!isEmpty(source[key])) result[key.toLowerCase()] = source[key];
  }
  return result;
}

/** `value`, `display`, `type` and `primary` of one element. There may be 5,000: it is kept short. */
function readValue(source: Json): ScimValue | undefined {
  const members = folded(source);
  const display = text(members.display);
  const value = text(members.value) ?? display;
  if (!value) return undefined;
  const type = text(members.type);
  const primary = members.primary === undefined ? undefined : bool(members.primary);
  const result: ScimValue = { value };
  if (display) result.display = display;
  if (type) result.type = type;
  if (primary !== undefined) result.primary = primary;
  return result;
}

/** Reads a list, also where one value stands alone, with `one` for each element. */
export function many<T extends { primary?: boolean }>(
  value: unknown,
  one: (item: unknown) => T | undefined,
): T[] {
  const result: T[] = [];
  let bare: T | undefined;
  let objects = false;
  for (const item of Array.isArray(value) ? value : [value]) {
    const read = one(item);
    if (!read) continue;
    result.push(read);
    if (isObject(item)) objects = true;
    else bare ??= read;
  }
  // WSO2 sends the primary value as bare text among objects.
  const only = bare && objects ? bare : result.find((item) => item.primary);
  for (const item of result) if (item.primary && item !== only) delete item.primary;
  if (only) only.primary = true;
  return result;
}

function oneValue(item: unknown): ScimValue | undefined {
  if (isObject(item)) return readValue(item);
  const value = text(item);
  return value ? { value } : undefined;
}

/** A multi-valued attribute: always a list. */
export function values(value: unknown): ScimValue[] {
  return many(value, oneValue);
}

/** As {@link values}, and text with commas is several; a distinguished name is not. */
export function splitValues(value: unknown): ScimValue[] {
  const joined = typeof value === "string" && !value.includes("=");
  return values(joined ? value.split(",").map((item) => item.trim()) : value);
}
