import { CORE, ENTERPRISE } from "../../scim/attributes.js";
import { getAttribute } from "../../scim/getAttribute.js";
import { isEmpty } from "../../scim/isEmpty.js";
import type { ScimAttribute } from "../../scim/readSchemas.js";
import { isObject } from "../../scim/readValues.js";
import type { ScimMe } from "../../scim/ScimMe.js";

/** One attribute in the form. */
export interface EditableField {
  path: string;
  kind: "text" | "boolean" | "choice" | "values" | "texts" | "addresses" | "photo";
  /** What the server calls it. */
  label?: string | undefined;
  required?: boolean;
  /** The values to choose from; of a list, the types. */
  choices?: readonly string[];
}

const ENTERPRISE_URN = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const NAMES = ["givenName", "familyName", "middleName", "honorificPrefix", "honorificSuffix"];
const TYPES: Record<string, readonly string[]> = {
  emails: ["work", "home", "other"],
  phoneNumbers: ["mobile", "work", "home", "fax", "pager", "other"],
  addresses: ["work", "home", "other"],
};
/** Read-only by RFC 7643 §3.1 and §4.1.2, whatever else a server says. */
const READ_ONLY = /^(?:id|meta|schemas|groups|password)(?:\.|$)/i;
/** Another resource is not named by typing its identifier. */
const REFERENCE = /(?:^|[.:])manager$|\.(?:value|\$ref)$/i;
/** What a server keeps for its own security, among what it calls a person's attributes. */
const INTERNAL =
  /pass|lock|mfa|otp|login|secret|challenge|recover|token|verif|pending|attempt|backup|state$/i;

/**
 * The attributes that the form offers: of those that are asked for, or else of what a card shows and
 * what the server has of its own, those that may be written. The server's schemas decide; where there
 * are none, RFC 7643 does.
 */
export function editableFields(
  me: ScimMe,
  asked: readonly string[] | undefined,
  schemas: readonly ScimAttribute[] = [],
): EditableField[] {
  const paths = asked?.flatMap((path) => expand(me, path, schemas)) ?? usual(me, schemas);
  return [...new Set(paths)].flatMap((path) => {
    const field = fieldOf(me, path, schemas);
    return field ? [field] : [];
  });
}

function usual(me: ScimMe, schemas: readonly ScimAttribute[]): string[] {
  const names = me.displayName || !me.name?.formatted ? ["displayName"] : ["name.formatted"];
  const own = schemas.filter(
    ({ path, label, isShown }) =>
      label && isShown !== false && /^urn:(?!ietf:)/i.test(path) && !INTERNAL.test(path),
  );
  return [
    ...["name.givenName", "name.familyName", ...names, "title", "photos", "emails"],
    ...["phoneNumbers", `${ENTERPRISE_URN}:department`, ...own.map(({ path }) => path)],
  ];
}

/** A complex attribute is edited part by part. */
function expand(me: ScimMe, path: string, schemas: readonly ScimAttribute[]): string[] {
  if (/^name$/i.test(path)) return NAMES.map((name) => `name.${name}`);
  const parts = schemas.filter((one) => isBelow(one.path, path));
  if (parts.length) return parts.map((part) => part.path);
  const value = getAttribute(me, path);
  return isObject(value) ? Object.keys(value).map((name) => `${path}.${name}`) : [path];
}

function isBelow(path: string, parent: string): boolean {
  return path.toLowerCase().startsWith(`${parent.toLowerCase()}.`);
}

function fieldOf(
  me: ScimMe,
  path: string,
  schemas: readonly ScimAttribute[],
): EditableField | undefined {
  const value = getAttribute(me, path);
  const lower = path.toLowerCase();
  const schema = schemas.find((one) => one.path.toLowerCase() === lower);
  if (READ_ONLY.test(path) || REFERENCE.test(path) || !isOpen(path, value, schema, schemas)) return;
  const { label, required = false, canonicalValues = [] } = schema ?? {};
  const base = { path: schema?.path ?? path, label, required };
  const [name = ""] = CORE.get(lower) ?? [];
  if (name === "photos" || name === "addresses") {
    const kind = name === "photos" ? "photo" : name;
    return {
      ...base,
      kind,
      choices: canonicalValues.length ? canonicalValues : (TYPES[name] ?? []),
    };
  }
  if (name && Array.isArray(me[name as keyof ScimMe])) {
    const choices = canonicalValues.length ? canonicalValues : (TYPES[name] ?? []);
    return { ...base, kind: "values", choices };
  }
  if (Array.isArray(value) || (schema?.multiValued && isEmpty(value))) {
    const isText = schema?.type !== "complex" && [value].flat().every((one) => !isObject(one));
    return isText ? { ...base, kind: "texts" } : undefined;
  }
  if (isObject(value)) return undefined;
  if (schema?.type === "boolean" || name === "active" || typeof value === "boolean") {
    return { ...base, kind: "boolean" };
  }
  return canonicalValues.length
    ? { ...base, kind: "choice", choices: canonicalValues }
    : { ...base, kind: "text" };
}

/** Whether an attribute may be written now. */
function isOpen(
  path: string,
  value: unknown,
  schema: ScimAttribute | undefined,
  schemas: readonly ScimAttribute[],
): boolean {
  if (schema) {
    const { mutability } = schema;
    return mutability === "readWrite" || (mutability === "immutable" && isEmpty(value));
  }
  // A server that describes the attributes around it would describe it too, if it were there.
  const urn = path.slice(0, path.lastIndexOf(":") + 1).toLowerCase();
  const isDescribed = schemas.some((one) =>
    urn ? one.path.toLowerCase().startsWith(urn) : !one.path.includes(":"),
  );
  if (isDescribed) return false;
  if (!urn) return CORE.has(path.replace(/\..*/, "").toLowerCase()) || !isEmpty(value);
  const isEnterprise = urn === `${ENTERPRISE_URN}:`.toLowerCase();
  return isEnterprise ? ENTERPRISE.has(path.slice(urn.length).toLowerCase()) : !isEmpty(value);
}
