import { cleanJson } from "./cleanJson.js";
import { isEmpty } from "./isEmpty.js";
import type { ScimAddress, ScimEnterprise, ScimMe, ScimValue } from "./ScimMe.js";
import { ScimMeError } from "./ScimMeError.js";

type Json = Record<string, unknown>;
type Read = (value: unknown) => unknown;
/** How to read each attribute, by its own name and by its lower-cased one. */
type Table = Map<string, readonly [name: string, read: Read]>;

const USER = "urn:ietf:params:scim:schemas:core:2.0:user";
const ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user";
const NOT_A_USER = /^urn:(?:ietf:params:)?scim:(?:api:messages:|schemas:core:[\d.]+:group$)/i;
/** Claims of a token (RFC 7662, RFC 7519), which share `username` and `groups` with a User. */
const CLAIMS = ["sub", "client_id", "token_type", "scope", "iss", "aud", "exp", "iat"];

/** A single value as text, whatever it is wrapped in: `5`, `["a"]`, `{ value: "a" }`. */
function text(value: unknown): string | undefined {
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

function bool(value: unknown): boolean | undefined {
  const word = text(value)?.trim().toLowerCase();
  return word === "true" ? true : word === "false" ? false : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `value`, `display`, `type` and `primary` of one element; a loop, because there may be 5,000. */
function readValue(source: Json): ScimValue | undefined {
  let value: string | undefined;
  let display: string | undefined;
  let type: string | undefined;
  let primary: boolean | undefined;
  for (const key of Object.keys(source)) {
    const member = source[key];
    switch (key.toLowerCase()) {
      case "value":
        value ??= text(member);
        break;
      case "display":
        display ??= text(member);
        break;
      case "type":
        type ??= text(member);
        break;
      case "primary":
        primary ??= bool(member);
    }
  }
  value ??= display;
  if (!value) return undefined;
  const result: ScimValue = { value };
  if (display) result.display = display;
  if (type) result.type = type;
  if (primary !== undefined) result.primary = primary;
  return result;
}

/** Reads a list, also where one value stands alone, with `one` for each element. */
function many<T extends { primary?: boolean }>(
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
  if (bare && objects) {
    for (const item of result) delete item.primary;
    bare.primary = true;
  }
  return result;
}

function oneValue(item: unknown): ScimValue | undefined {
  if (isObject(item)) return readValue(item);
  const value = text(item);
  return value ? { value } : undefined;
}

function values(value: unknown): ScimValue[] {
  return many(value, oneValue);
}

/** As {@link values}, and text with commas is several; a distinguished name is not. */
function splitValues(value: unknown): ScimValue[] {
  const joined = typeof value === "string" && !value.includes("=");
  return values(joined ? value.split(",").map((item) => item.trim()) : value);
}

function table(...rows: [names: string, read: Read][]): Table {
  const result: Table = new Map();
  for (const [names, read] of rows) {
    for (const name of names.split(" ")) {
      result.set(name, [name, read]).set(name.toLowerCase(), [name, read]);
    }
  }
  return result;
}

/** Reads the attributes of a table from an object; the exact spelling wins over another case. */
function read(source: Json, attributes: Table, into: Json = {}): Json {
  for (const key of Object.keys(source)) {
    const entry = attributes.get(key) ?? attributes.get(key.toLowerCase());
    if (!entry) continue;
    const [name, readAttribute] = entry;
    const old = into[name];
    if (old !== undefined && key !== name && !(Array.isArray(old) && !old.length)) continue;
    const value = readAttribute(source[key]);
    if (value !== undefined) into[name] = value;
  }
  return into;
}

/** A reader of a complex attribute; a primitive in its place is the sub-attribute `main`. */
function complex(attributes: Table, main: string): (value: unknown) => Json | undefined {
  return (value) => {
    for (const item of Array.isArray(value) ? value : [value]) {
      const result = read(isObject(item) ? item : { [main]: item }, attributes);
      if (Object.keys(result).length) return result;
    }
    return undefined;
  };
}

const NAME = table([
  "formatted familyName givenName middleName honorificPrefix honorificSuffix",
  text,
]);
const META = table(["resourceType created lastModified location version", text]);
const MANAGER = table(["value displayName $ref", text]);
const ADDRESS = table(
  ["formatted streetAddress locality region postalCode country type", text],
  ["primary", bool],
);
const ENTERPRISE = table(
  ["employeeNumber costCenter organization division department", text],
  ["manager", complex(MANAGER, "value")],
);
const oneAddress = complex(ADDRESS, "formatted") as (item: unknown) => ScimAddress | undefined;
const CORE = table(
  ["id externalId userName displayName nickName profileUrl title userType", text],
  ["preferredLanguage locale timezone", text],
  ["active", bool],
  ["name", complex(NAME, "formatted")],
  ["emails phoneNumbers ims groups entitlements roles", splitValues],
  ["photos x509Certificates", values],
  ["addresses", (value) => many(value, oneAddress)],
);
const COMMON = table(
  ["schemas", (value) => values(value).map((item) => item.value)],
  ["meta", complex(META, "resourceType")],
);

/**
 * Reads the body of a `/Me` answer, in any of the dialects that servers speak, into one model
 * (RFC 7643 §4.1). Names match without regard to case.
 *
 * @throws {ScimMeError} `malformed`, and nothing else, for what is not a User.
 */
export function parseScimMe(body: unknown): ScimMe {
  if (!isObject(body)) throw notAUser();
  const raw = cleanJson(body);
  const me: ScimMe = {
    schemas: [],
    emails: [],
    phoneNumbers: [],
    ims: [],
    photos: [],
    addresses: [],
    groups: [],
    entitlements: [],
    roles: [],
    x509Certificates: [],
    extensions: {},
    raw,
  };
  read(raw, COMMON, me as unknown as Json);
  read(raw, CORE, me as unknown as Json);
  for (const key of Object.keys(raw)) {
    if (/^urn:/i.test(key)) readExtension(me, key, raw[key]);
  }
  const enterprise = readEnterprise(me.enterprise ?? {});
  if (isEmpty(enterprise)) delete me.enterprise;
  else me.enterprise = enterprise;
  if (me.schemas.some((urn) => NOT_A_USER.test(urn)) || !isUser(me)) throw notAUser();
  return me;
}

function notAUser(): ScimMeError {
  return new ScimMeError("malformed", "the answer is JSON, but not a SCIM User.");
}

function isUser({ id, schemas, userName, raw }: ScimMe): boolean {
  if (id || schemas.some((urn) => urn.toLowerCase() === USER)) return true;
  if (CLAIMS.some((claim) => Object.hasOwn(raw, claim))) return false;
  return (
    !!userName ||
    Object.keys(raw).some((key) => {
      const value = raw[key];
      if (typeof value !== "object" || isEmpty(value)) return false;
      return CORE.has(key.toLowerCase()) || key.toLowerCase() === USER;
    })
  );
}

/** An extension as an object under its URN, or one attribute under its full name (RFC 7644 §3.10). */
function readExtension(me: ScimMe, key: string, value: unknown): void {
  const lower = key.toLowerCase();
  const attributeOf = (urn: string) =>
    lower === urn ? value : lower.startsWith(`${urn}:`) && { [key.slice(urn.length + 1)]: value };
  const core = attributeOf(USER);
  const enterprise = attributeOf(ENTERPRISE_USER);
  if (core) {
    if (isObject(core)) read(core, CORE, me as unknown as Json);
  } else if (enterprise) {
    if (isObject(enterprise)) me.enterprise = { ...me.enterprise, ...enterprise };
  } else if (!isEmpty(value)) {
    const extensions = me.extensions as Json;
    const end = isObject(value) ? key.length : key.lastIndexOf(":");
    const urn = key.slice(0, end);
    const attributes = isObject(value) ? value : { [key.slice(end + 1)]: value };
    const known = extensions[urn] as Json | undefined;
    extensions[urn] = known ? { ...known, ...attributes } : attributes;
  }
}

function readEnterprise(source: ScimEnterprise): ScimEnterprise {
  const result = read(source, ENTERPRISE);
  for (const key of Object.keys(source)) {
    if (!ENTERPRISE.has(key.toLowerCase()) && !isEmpty(source[key])) result[key] = source[key];
  }
  return result;
}
