type Attributes = Record<string, unknown>;

/** One operation of a PATCH, as received (RFC 7644 §3.5.2). */
export interface PatchOperation {
  op?: unknown;
  path?: unknown;
  value?: unknown;
}

/** A person after a PATCH, or the `scimType` and `detail` of its refusal. */
export type PatchResult = { person: Attributes } | { scimType: string; detail: string };

const readOnly = new Set(["id", "meta", "groups", "schemas"]);

/**
 * Applies `add`, `replace` and `remove` to a copy of a person: a value object without a path, or
 * a path of the form `title`, `name.givenName` or `urn:…:User:department` (RFC 7644 §3.5.2).
 */
export function applyPatch(
  person: Readonly<Attributes>,
  operations: PatchOperation[],
): PatchResult {
  const changed = structuredClone(person) as Attributes;
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

function applyOperation(person: Attributes, op: string, path: unknown, value: unknown) {
  if (!["add", "replace", "remove"].includes(op)) {
    return { scimType: "invalidSyntax", detail: `"${op}" is not an operation.` };
  }
  if (typeof path === "string") return write(person, path, op === "remove" ? undefined : value);
  if (op === "remove") return { scimType: "noTarget", detail: "A remove needs a path." };
  if (!isObject(value)) return { scimType: "invalidValue", detail: "A value object is needed." };
  for (const [name, part] of Object.entries(value)) {
    const refusal = write(person, name, part);
    if (refusal) return refusal;
  }
  return undefined;
}

function write(person: Attributes, path: string, value: unknown) {
  const [top = path, ...rest] = splitPath(person, path);
  if (readOnly.has(top)) {
    return { scimType: "mutability", detail: `Attribute "${path}" is read-only.` };
  }
  const sub = rest.join(".");
  if (sub !== "") {
    const parent = isObject(person[top]) ? person[top] : {};
    person[top] = parent;
    assign(parent, sub, value);
  } else {
    assign(person, top, value);
  }
  return undefined;
}

// A complex attribute keeps the sub-attributes that a replace does not name (RFC 7644 §3.5.2.3).
function assign(target: Attributes, name: string, value: unknown): void {
  const before = target[name];
  if (value === undefined || value === null) delete target[name];
  else if (isObject(before) && isObject(value)) Object.assign(before, value);
  else target[name] = value;
}

function splitPath(person: Attributes, path: string): string[] {
  if (!path.startsWith("urn:")) return path.split(".");
  if (Object.hasOwn(person, path)) return [path];
  const colon = path.lastIndexOf(":");
  const schema = path.slice(0, colon);
  const name = path.slice(colon + 1);
  return schema.endsWith(":core:2.0:User") ? name.split(".") : [schema, name];
}

function isObject(value: unknown): value is Attributes {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
