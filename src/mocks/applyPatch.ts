import { isEmpty } from "../scim/isEmpty.js";
import { isSame } from "../scim/isSame.js";
import { memberOf, nameIn } from "../scim/MeEdit.js";
import { isObject, type Json } from "../scim/readValues.js";
import { USER_URN } from "../scim/schemaUrns.js";

/** One operation of a PATCH, as received (RFC 7644 §3.5.2). */
export interface PatchOperation {
  op?: unknown;
  path?: unknown;
  value?: unknown;
}

/** Why a PATCH is refused. */
interface PatchRefusal {
  scimType: string;
  detail: string;
}

/** A person after a PATCH, or the `scimType` and `detail` of its refusal. */
export type PatchResult = { person: Json } | PatchRefusal;

const readOnly = new Set(["id", "meta", "groups", "schemas"]);

/**
 * Applies `add`, `replace` and `remove` to a copy of a person: a value object without a path, or
 * a path of the form `title`, `name.givenName` or `urn:…:User:manager.value` (RFC 7644 §3.5.2), in
 * any case. A path into the values of a list, such as `emails[type eq "work"]`, is refused.
 */
export function applyPatch(person: Readonly<Json>, operations: PatchOperation[]): PatchResult {
  const changed = structuredClone(person) as Json;
  for (const { op, path, value } of operations) {
    const refusal = applyOperation(changed, String(op).toLowerCase(), path, value);
    if (refusal) return refusal;
  }
  return { person: changed };
}

/** The attribute that the first operation is about, as the operation names it. */
export function firstAttribute(operations: PatchOperation[]): string {
  const [first] = operations;
  if (typeof first?.path === "string") return first.path;
  return isObject(first?.value) ? (Object.keys(first.value)[0] ?? "") : "";
}

function applyOperation(
  person: Json,
  op: string,
  path: unknown,
  value: unknown,
): PatchRefusal | undefined {
  if (!["add", "replace", "remove"].includes(op)) {
    return { scimType: "invalidSyntax", detail: `"${op}" is not an operation.` };
  }
  const steps = typeof path === "string" && path ? stepsOf(person, path, value) : [];
  if (steps.length) return write(person, steps, op, op === "remove" ? undefined : value);
  if (op === "remove") return { scimType: "noTarget", detail: "A remove needs a path." };
  if (!isObject(value)) return { scimType: "invalidValue", detail: "A value object is needed." };
  for (const [name, part] of Object.entries(value)) {
    // The core schema's own URN holds what stands beside it.
    const refusal = applyOperation(person, op, name, part);
    if (refusal) return refusal;
  }
  return undefined;
}

function write(
  person: Json,
  steps: string[],
  op: string,
  value: unknown,
): PatchRefusal | undefined {
  const path = steps.join(".");
  if (readOnly.has((steps[0] ?? "").toLowerCase())) {
    return { scimType: "mutability", detail: `Attribute "${path}" is read-only.` };
  }
  if (path.toLowerCase() === "username" && isEmpty(value)) {
    return { scimType: "mutability", detail: `Attribute "${path}" is required.` };
  }
  if (steps.includes("")) return { scimType: "invalidPath", detail: `"${path}" is no path.` };
  if (/[[\]]/.test(path)) {
    return { scimType: "invalidPath", detail: `"${path}" has a filter: the mocks read none.` };
  }
  let at = person;
  for (const step of steps.slice(0, -1)) {
    const member = memberOf(at, step) ?? {};
    if (!isObject(member)) {
      return { scimType: "invalidPath", detail: `"${path}" leads into a value or a list.` };
    }
    at[nameIn(at, step)] = member;
    at = member;
  }
  assign(at, steps.at(-1) ?? "", op, value);
  return undefined;
}

function assign(target: Json, step: string, op: string, value: unknown): void {
  const name = nameIn(target, step);
  const before = memberOf(target, name);
  if (value === undefined || value === null) delete target[name];
  // What it does not name stays, at every depth (RFC 7644 §3.5.2.3).
  else if (isObject(before) && isObject(value)) {
    for (const [part, of] of Object.entries(value)) assign(before, part, op, of);
  } else if (op === "add" && Array.isArray(before)) target[name] = addTo(before, value);
  else target[name] = value;
}

/** A list with more in it: nothing twice, and one primary (RFC 7644 §3.5.2, §3.5.2.1). */
function addTo(list: unknown[], value: unknown): unknown[] {
  const added = [value].flat().filter((item) => !list.some((one) => isSame(one, item)));
  const isPrimary = (item: unknown) => isObject(item) && memberOf(item, "primary") === true;
  if (!added.some(isPrimary)) return [...list, ...added];
  const others = list.map((one) =>
    isObject(one) && isPrimary(one) ? { ...one, [nameIn(one, "primary")]: false } : one,
  );
  return [...others, ...added];
}

/** The names that lead to an attribute; none for the core schema itself. */
function stepsOf(person: Json, path: string, value: unknown): string[] {
  if (!/^urn:/i.test(path)) return path.split(".");
  const isCore = (urn: string) => urn.toLowerCase() === USER_URN.toLowerCase();
  // An extension that the person does not have yet may be called anything.
  const isSchema = (urn: string) => /:user$/i.test(urn) || memberOf(person, urn) !== undefined;
  const colon = path.lastIndexOf(":");
  const schema = path.slice(0, colon);
  if (isCore(path)) return [];
  if (isSchema(path) || (isObject(value) && !isSchema(schema))) return [path];
  const names = path.slice(colon + 1).split(".");
  return isCore(schema) ? names : [schema, ...names];
}
