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
export function read(
  source: Json,
  attributes: Table,
  into: Json = {},
  readOther?: (value: unknown, key: string) => unknown,
): Json {
  for (const [key, [name, readAttribute]] of attributes) {
    if (key === name && Object.hasOwn(source, key)) take(into, key, readAttribute(source[key]));
  }
  const others: string[] = [];
  for (const key in source) {
    const isKnown = attributes.get(key)?.[0] === key;
    if (!isKnown && (readOther || attributes.has(key.toLowerCase()))) others.push(key);
  }
  for (const key of others.sort()) {
    const [name, readAttribute = readOther] = attributes.get(key.toLowerCase()) ?? [key];
    take(into, name, readAttribute?.(source[key], key));
  }
  return into;
}

/** Sets what is not there yet. */
export function take(into: Json, name: string, value: unknown): void {
  if (value === undefined) return;
  if (!Object.hasOwn(into, name) || isEmpty(into[name])) into[name] = value;
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

/** A reader of a complex attribute; a primitive in its place is the first of its sub-attributes. */
export function complex(...rows: Rows): (value: unknown) => Json | undefined {
  const attributes = table(...rows);
  const [main] = attributes.keys();
  return (value) => {
    for (const item of Array.isArray(value) ? value : [value]) {
      const source = isObject(item) ? item : { [main as string]: item };
      const found = isPlain(source, attributes) ? { ...source } : read(source, attributes);
      if (!isEmpty(found)) return found;
    }
    return undefined;
  };
}

/** A single value as text, whatever it is wrapped in: `5`, `["a"]`, `{ value: "a" }`. */
export function text(value: unknown): string | undefined {
  if (typeof value === "string") return value || undefined;
  if (Array.isArray(value)) return values(value)[0]?.value;
  if (isObject(value)) return oneValue(value)?.value;
  return isEmpty(value) ? undefined : String(value);
}

/** True or false, also as a word in any case; anything else is undefined. */
export function bool(value: unknown): boolean | undefined {
  const word = text(value)?.trim().toLowerCase();
  return word === "true" ? true : word === "false" ? false : undefined;
}

const VALUE = table(["value display type primary", (value) => value]);

/** One element of a list. There may be 5,000: it is kept short. */
function oneValue(item: unknown): ScimValue | undefined {
  let source = isObject(item) ? item : { value: item };
  for (const key in source) {
    if (VALUE.has(key)) continue;
    source = read(source, VALUE);
    break;
  }
  const display = text(source.display);
  const value = text(source.value) ?? display;
  if (!value) return undefined;
  const type = text(source.type);
  const primary = bool(source.primary);
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
  const preferred: T[] = [];
  let bare: T | undefined;
  let objects = false;
  for (const item of Array.isArray(value) ? value : [value]) {
    const read = one(item);
    if (!read) continue;
    result.push(read);
    if (read.primary) preferred.push(read);
    if (isObject(item)) objects = true;
    else bare ??= read;
  }
  // WSO2 sends the primary value as bare text among objects.
  const only = bare && objects ? bare : preferred[0];
  for (const item of preferred) if (item !== only) delete item.primary;
  if (only) only.primary = true;
  return result;
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
