import { CORE, ENTERPRISE } from "../../scim/attributes.js";
import { getAttribute } from "../../scim/getAttribute.js";
import { isEmpty } from "../../scim/isEmpty.js";
import type { ScimAttribute } from "../../scim/readSchemas.js";
import { isObject } from "../../scim/readValues.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { ENTERPRISE_URN } from "../../scim/schemaUrns.js";
import { isSameName, splitPath } from "./splitPath.js";

/** One attribute in the form. */
export interface EditableField {
  path: string;
  kind: "text" | "number" | "boolean" | "choice" | "values" | "texts" | "addresses" | "photo";
  /** Numbers are meant by what is entered. */
  isNumber: boolean;
  /** What the server calls it, where it is the server's own. */
  label: string | undefined;
  required: boolean;
  /** The values to choose from; of a list, the types. */
  choices: readonly string[];
}

/** What the form may offer. */
export interface EditableOptions {
  /** The attributes that are asked for; by default what a card shows and what the server has of its own. */
  asked?: readonly string[] | undefined;
  /** Whether the app asks for them in order to have them edited, and not only shown. */
  isNamed?: boolean;
  /** What the server says of its attributes; nothing where it does not say. */
  schemas?: readonly ScimAttribute[];
}

const CORE_PREFIX = /^urn:ietf:params:scim:schemas:core:2\.0:User(?::|$)/i;
const NAMES = ["givenName", "familyName", "middleName", "honorificPrefix", "honorificSuffix"];
/** More of a server's own attributes than these are no form; each can be asked for by its name. */
const MOST_OWN = 100;
const PLACES = ["work", "home", "other"];
const TYPES: Record<string, readonly string[]> = {
  emails: PLACES,
  phoneNumbers: ["mobile", ...PLACES, "fax", "pager"],
  addresses: PLACES,
};
/** Never a person's own to write (RFC 7643 §3.1, §4.1), and what names another resource. */
const CLOSED =
  /^(?:id|meta|schemas|groups|password)(?:\.|$)|(?:^|[.:])manager(?:\.|$)|\.(?:value|\$ref)$/i;
/** RFC 7643 lets these be written, but hardly a server lets people write their own. */
const ASSIGNED =
  /^(?:externalId|userName|userType|active|roles|entitlements|x509Certificates)(?:\.|$)/i;
/** What a server keeps for itself, among what it calls a person's attributes. */
const INTERNAL =
  /account|attempt|backup|challenge|credential|disabled|idp|lock|log[io]n|managed|mfa|otp|pass|pending|readonly|recover|secret|source|token|verif|state$/i;

/**
 * The attributes that the form offers: of those that are asked for, the ones that may be written. The
 * server's schemas decide; where there are none, RFC 7643 does.
 */
export function editableFields(me: ScimMe, options: EditableOptions = {}): EditableField[] {
  // The core schema alone is what is usual.
  const { schemas = [], asked = [""], isNamed } = options;
  const paths = asked.flatMap((path) => expand(me, path.replace(CORE_PREFIX, ""), schemas));
  // There may be thousands: each is found at once, and of two with one name the first.
  const known = new Map<string, ScimAttribute>();
  for (const one of [...schemas].reverse()) known.set(one.path.toLowerCase(), one);
  const described = new Set([...known.keys()].map((path) => splitPath(path)[0]));
  return [...new Set(paths)].flatMap((path) => {
    const schema = known.get(path.toLowerCase());
    const isGone = !schema && described.has(splitPath(path)[0].toLowerCase());
    // A server that describes the attributes around it would describe it too, if it were there.
    return isGone ? [] : (fieldOf(me, path, schema, isNamed) ?? []);
  });
}

function usual(me: ScimMe, schemas: readonly ScimAttribute[]): string[] {
  const names = me.displayName || !me.name?.formatted ? ["displayName"] : ["name.formatted"];
  const own = schemas.filter(
    ({ path, label, isShown, mutability }) =>
      label && isShown !== false && !/only$/.test(mutability) && !INTERNAL.test(path),
  );
  return [
    ...["name.givenName", "name.familyName", ...names, "title", "photos", "emails"],
    ...["phoneNumbers", `${ENTERPRISE_URN}:department`],
    ...own.slice(0, MOST_OWN).map(({ path }) => path),
  ];
}

/** A complex attribute is edited part by part, and so is what stands under a URN. */
function expand(me: ScimMe, path: string, schemas: readonly ScimAttribute[]): string[] {
  if (!path) return usual(me, schemas);
  if (/^name$/i.test(path)) return NAMES.map((name) => `name.${name}`);
  const isUrn = [ENTERPRISE_URN, ...Object.keys(me.extensions)].some((urn) =>
    isSameName(urn, path),
  );
  const start = path + (isUrn || schemas.some((one) => isUnder(one.path, `${path}:`)) ? ":" : ".");
  const parts = schemas.filter((one) => isUnder(one.path, start));
  if (parts.length) return parts.map((part) => part.path);
  const value = getAttribute(me, path);
  if (!isSameName(path, ENTERPRISE_URN)) return isObject(value) ? pathsIn(value, start) : [path];
  // As of a name: those of RFC 7643, also where the person has none.
  const usually = [...ENTERPRISE.values()].map(([name]) => start + name);
  return [...usually, ...pathsIn(me.enterprise ?? {}, start)];
}

/** The path of each member of an object, and of their members. */
function pathsIn(object: object, start: string): string[] {
  return Object.entries(object).flatMap(([name, value]) =>
    isObject(value) ? pathsIn(value, `${start}${name}.`) : start + name,
  );
}

function isUnder(path: string, start: string): boolean {
  return isSameName(path.slice(0, start.length), start);
}

function fieldOf(
  me: ScimMe,
  path: string,
  schema?: ScimAttribute,
  isNamed?: boolean,
): EditableField | undefined {
  const value = getAttribute(me, path);
  if (CLOSED.test(path) || !isOpen(path, value, schema, isNamed)) return undefined;
  // A list is edited whole: a part of its elements would be all that is left of them.
  const whole = path.replace(/\.[^.:]*$/, "");
  if (whole !== path && Array.isArray(getAttribute(me, whole))) return undefined;
  const { label, required = false, canonicalValues: choices = [] } = schema ?? {};
  const [name = ""] = CORE.get(path.toLowerCase()) ?? [];
  const isList = Array.isArray(me[name as keyof ScimMe]);
  const kind = isList ? (LISTS[name] ?? "values") : kindOf(value, schema);
  if (!kind) return undefined;
  const types = (!choices.length && TYPES[name]) || choices;
  const isNumber = NUMBER.test(typesOf(value, schema));
  return { path: schema?.path ?? path, kind, isNumber, label, required, choices: types };
}

const NUMBER = /integer|decimal|number/;
const LISTS: Record<string, EditableField["kind"]> = { photos: "photo", addresses: "addresses" };

function kindOf(value: unknown, schema?: ScimAttribute): EditableField["kind"] | undefined {
  const type = typesOf(value, schema);
  if (/complex/.test(type) || [value].flat().some(isObject)) return undefined;
  if (Array.isArray(value) || (schema?.multiValued && isEmpty(value))) return "texts";
  if (/boolean/.test(type)) return "boolean";
  if (NUMBER.test(type)) return "number";
  return schema?.canonicalValues.length ? "choice" : "text";
}

/** What the server says that a value is, and what it is. */
function typesOf(value: unknown, schema?: ScimAttribute): string {
  return [schema?.type, ...[value].flat().map((one) => typeof one)].join(" ");
}

/** Whether an attribute may be written now. */
function isOpen(path: string, value: unknown, schema?: ScimAttribute, isNamed?: boolean): boolean {
  if (schema) {
    const { mutability } = schema;
    return mutability === "immutable" ? isEmpty(value) : !/only$/.test(mutability);
  }
  const [urn, name] = splitPath(path);
  if (ASSIGNED.test(path)) return !!isNamed;
  const known = urn
    ? isSameName(urn, ENTERPRISE_URN) && ENTERPRISE.has(name.toLowerCase())
    : CORE.has(name.replace(/\..*/, "").toLowerCase());
  return known || !isEmpty(value);
}
