import { isEmpty } from "./isEmpty.js";
import type { ScimValue } from "./ScimMe.js";

/** A JSON object. */
export type Json = Record<string, unknown>;
type Read = (value: unknown) => unknown;
type Row = readonly [name: string, read: Read];
type Rows = (readonly [names: string, read: Read])[];
/** How to read each attribute, in the order of the schema, by its own and its lower-cased name. */
export type Table = Map<string, Row>;

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Makes a table of rows, each of several names and how they are read. */
export function table(...rows: Rows): Table {
  const result: Table = new Map();
  for (const [names, read] of rows) {
    for (const name of names.split(" ")) {
      const row: Row = [name, read];
      result.set(name, row).set(name.toLowerCase(), row);
    }
  }
  return result;
}

/**
 * Reads the attributes of a table from an object, and with `readOther` those that it does not name;
 * what `into` holds already stays. The order in which they were sent never matters: of several
 * spellings the exact one wins.
 */
export function read(source: Json, attributes: Table, into: Json = {}, readOther?: Read): Json {
  const others: string[] = [];
  for (const key in source) {
    const row = attributes.get(key);
    if (row?.[0] === key) take(into, key, row[1](source[key]));
    else others.push(key);
  }
  for (const key of others.sort()) {
    const [name, readAttribute = readOther] = attributes.get(key.toLowerCase()) ?? [key];
    take(into, name, readAttribute?.(source[key]));
  }
  return into;
}

/** Sets what is not there yet. */
export function take(into: Json, name: string, value: unknown): void {
  if (value !== undefined && (isEmpty(into[name]) || !Object.hasOwn(into, name)))
    into[name] = value;
}

/** Whether an object is as a table would read it, as most are: copying one whole is far quicker. */
function isPlain(source: Json, attributes: Table): boolean {
  for (const key in source) {
    const row = attributes.get(key);
    const value = source[key];
    // An object is not tried: where it is not plain it would be read twice, on each level of many.
    if (row?.[0] !== key || typeof value === "object" || row[1](value) !== value) return false;
  }
  return true;
}

/**
 * A reader of a complex attribute, also where it stands in a list; a primitive in its place is the
 * first of its sub-attributes.
 */
export function complex<T extends object = Json>(
  rows: Rows,
  /** What comes of an element; of one that says nothing, nothing. */
  finish: (found: Json) => T | undefined = (found) => (isEmpty(found) ? undefined : (found as T)),
): (value: unknown) => T | undefined {
  const attributes = table(...rows);
  const [main] = attributes.keys();
  return (value) => {
    for (const item of Array.isArray(value) ? value : [value]) {
      const source = isObject(item) ? item : { [main as string]: item };
      const found = finish(isPlain(source, attributes) ? { ...source } : read(source, attributes));
      if (found) return found;
    }
    return undefined;
  };
}

/** A single value as text, whatever it is wrapped in: `5`, `["a"]`, `{ value: "a" }`. */
export function text(value: unknown): string | undefined {
  if (isEmpty(value)) return undefined;
  return typeof value === "object" ? oneValue(value)?.value : String(value);
}

/** True or false, also as a word in any case; anything else is undefined. */
export function bool(value: unknown): boolean | undefined {
  const word = text(value)?.trim().toLowerCase();
  return word === "true" ? true : word === "false" ? false : undefined;
}

/** One element of a list; one that has a name alone is that name. */
const oneValue = complex<ScimValue>(
  [
    ["value display type", text],
    ["primary", bool],
  ],
  (found) => {
    if (found.display) found.value ??= found.display;
    return found.value ? (found as unknown as ScimValue) : undefined;
  },
);

/** A reader of a list, also where one value stands alone, with `one` for each element. */
export function many<T extends { primary?: boolean }>(
  one: (item: unknown) => T | undefined,
): (value: unknown) => T[] {
  return (value) => {
    const result: T[] = [];
    let objects = false;
    let bare: T | undefined;
    let marked: T | undefined;
    for (const item of Array.isArray(value) ? value : [value]) {
      const read = one(item);
      if (!read) continue;
      result.push(read);
      if (read.primary) marked ??= read;
      if (isObject(item)) objects = true;
      else bare ??= read;
    }
    // WSO2 sends the primary value as bare text among objects.
    const only = (objects && bare) || marked;
    if (only) {
      for (const item of result) if (item.primary) delete item.primary;
      only.primary = true;
    }
    return result;
  };
}

/** A multi-valued attribute: always a list. */
export const values: (value: unknown) => ScimValue[] = many(oneValue);

/** As {@link values}, and text with commas is several; a distinguished name is not. */
export function splitValues(value: unknown): ScimValue[] {
  const joined = typeof value === "string" && !value.includes("=");
  return values(joined ? value.split(",").map((item) => item.trim()) : value);
}
