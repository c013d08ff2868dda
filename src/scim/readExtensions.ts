import { CORE, ENTERPRISE, read } from "./attributes.js";
import { isEmpty } from "./isEmpty.js";
import { isObject, type Json } from "./readValues.js";
import type { ScimEnterprise, ScimMe } from "./ScimMe.js";

/** The core User's URN, in lower case. */
export const USER = "urn:ietf:params:scim:schemas:core:2.0:user";
const ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user";

/**
 * Reads what stands under URNs: an extension as an object, or one attribute under its full name
 * (RFC 7644 §3.10). URNs match without regard to case, and their order does not matter.
 */
export function readExtensions(me: ScimMe, raw: Json): void {
  const enterprise: ScimEnterprise = {};
  const extensions = me.extensions as Json;
  const schemas = new Set(me.schemas.map((urn) => urn.toLowerCase()));
  const spellings = new Map<string, string>();
  const keys = Object.keys(raw).filter((key) => /^urn:/i.test(key));
  // An extension's object comes before its attributes under their full names.
  keys.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const key of keys) {
    const value = raw[key];
    const core = attributesOf(USER, key, value);
    const ofEnterprise = attributesOf(ENTERPRISE_USER, key, value);
    if (core) read(core, CORE, me as unknown as Json);
    else if (ofEnterprise) readEnterprise(ofEnterprise, enterprise);
    else if (!isEmpty(value)) {
      const owner = key.slice(0, key.lastIndexOf(":"));
      // An object may be an extension, or an attribute of one: `schemas` can tell.
      const isAttribute =
        !isObject(value) || (schemas.has(owner.toLowerCase()) && !schemas.has(key.toLowerCase()));
      const sent = isAttribute ? owner : key;
      const lower = sent.toLowerCase();
      const urn = spellings.get(lower) ?? sent;
      spellings.set(lower, urn);
      extensions[urn] = { ...attributesOf(lower, key, value), ...(extensions[urn] as Json) };
    }
  }
  if (!isEmpty(enterprise)) me.enterprise = enterprise;
}

/** What a member says of a schema, whose URN is given in lower case; undefined where it is another's. */
function attributesOf(urn: string, key: string, value: unknown): Json | undefined {
  const lower = key.toLowerCase();
  if (lower.startsWith(`${urn}:`)) return { [key.slice(urn.length + 1)]: value };
  if (lower !== urn) return undefined;
  return isObject(value) ? value : {};
}

function readEnterprise(source: Json, into: ScimEnterprise): void {
  read(source, ENTERPRISE, into);
  for (const key of Object.keys(source)) {
    if (ENTERPRISE.has(key.toLowerCase()) || isEmpty(source[key])) continue;
    if (!Object.hasOwn(into, key)) into[key] = source[key];
  }
}
