import { isEmpty } from "../../scim/isEmpty.js";
import { isSame } from "../../scim/isSame.js";
import { isObject } from "../../scim/readValues.js";
import type { ScimMeChanges } from "../../scim/ScimMeChanges.js";
import { ENTERPRISE_URN } from "../../scim/schemaUrns.js";
import { withAt } from "../../scim/writeMe.js";
import type { EditableField } from "./editableFields.js";
import { isSameName, splitPath } from "./splitPath.js";

/** What was entered, by attribute path. */
export type Values = ReadonlyMap<string, unknown>;

/** The change that sets each path to its value; what is empty is cleared. */
export function changesOf(values: Values): ScimMeChanges {
  let changes: unknown = {};
  for (const [path, value] of values) {
    const [urn, name] = splitPath(path);
    const isEnterprise = isSameName(urn, ENTERPRISE_URN);
    const at = isEnterprise ? ["enterprise"] : ["extensions", urn];
    changes = withAt(changes, [...(urn ? at : []), ...name.split(".")], settled(value));
  }
  return changes as ScimMeChanges;
}

/** What was entered, with numbers for what is one; any other text is the server's to refuse. */
export function asWritten(values: Values, fields: readonly EditableField[]): Values {
  const written = new Map(values);
  for (const { path, isNumber } of fields) {
    const value = written.get(path);
    if (isNumber && written.has(path))
      written.set(path, Array.isArray(value) ? value.map(asNumber) : asNumber(value));
  }
  return written;
}

function asNumber(value: unknown): unknown {
  const number = isBlank(value) ? value : Number(value);
  return Number.isFinite(number) ? number : value;
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

/** Whether two values of a field are the same to the server: one that is not true may not be told. */
export function isUnchanged(a: unknown, b: unknown): boolean {
  const [one, other] = [a, b].map((value) => (value === false ? null : settled(value)));
  return isSame(one, other);
}
