import { isEmpty } from "../../scim/isEmpty.js";
import { isSame } from "../../scim/isSame.js";
import { isObject, type Json } from "../../scim/readValues.js";
import type { ScimMeChanges } from "../../scim/ScimMeChanges.js";
import { ENTERPRISE_URN } from "../../scim/schemaUrns.js";
import type { EditableField } from "./editableFields.js";

/** What was entered, by attribute path. */
export type Values = Readonly<Record<string, unknown>>;

/** The change that sets each path to its value; what is empty is cleared. */
export function changesOf(values: Values): ScimMeChanges {
  const changes: Json = {};
  for (const [path, value] of Object.entries(values)) {
    const end = path.lastIndexOf(":");
    const urn = path.slice(0, Math.max(end, 0));
    const names = path.slice(end + 1).split(".");
    const at = !urn ? [] : isEnterprise(urn) ? ["enterprise"] : ["extensions", urn];
    setIn(changes, [...at, ...names], settled(value));
  }
  return changes as ScimMeChanges;
}

/** What was entered, with numbers for what is one; any other text is the server's to refuse. */
export function asWritten(values: Values, fields: readonly EditableField[]): Values {
  const written = Object.entries(values).map(([path, value]) => {
    const isNumber = fields.some((field) => field.path === path && field.kind === "number");
    const number = isNumber && !isBlank(value) ? Number(value) : Number.NaN;
    return [path, Number.isFinite(number) ? number : value];
  });
  return Object.fromEntries(written);
}

/** A value without what was left blank; null where nothing is left. */
export function settled(value: unknown): unknown {
  const whole = Array.isArray(value)
    ? value.map(withoutBlanks).filter((one) => one !== null)
    : value;
  return isBlank(whole) ? null : whole;
}

function isBlank(value: unknown): boolean {
  return typeof value === "string" ? !value.trim() : isEmpty(value);
}

/** An element with a type, or preferred, and nothing else says nothing. */
function withoutBlanks(item: unknown): unknown {
  if (!isObject(item)) return isBlank(item) ? null : item;
  const kept = Object.entries(item).filter(([, part]) => !isBlank(part) && part !== false);
  const says = kept.some(([name]) => !/^(?:type|primary|display)$/.test(name));
  return says ? Object.fromEntries(kept) : null;
}

/** Whether two values of a field are the same to the server. */
export function isUnchanged(a: unknown, b: unknown): boolean {
  return isSame(settled(a), settled(b));
}

function setIn(root: Json, path: readonly string[], value: unknown): void {
  let at = root;
  for (const name of path.slice(0, -1)) {
    if (!Object.hasOwn(at, name)) at[name] = {};
    at = at[name] as Json;
  }
  at[path.at(-1) ?? ""] = value;
}

function isEnterprise(urn: string): boolean {
  return urn.toLowerCase() === ENTERPRISE_URN.toLowerCase();
}
