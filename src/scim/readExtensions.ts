import { CORE, ENTERPRISE, read } from "./attributes.js";
import { isEmpty } from "./isEmpty.js";
import { isObject, type Json } from "./readValues.js";
import type { ScimEnterprise, ScimMe } from "./ScimMe.js";
import { ENTERPRISE_URN, USER_URN } from "./schemaUrns.js";

/** The core User's URN, in lower case. */
export const USER: string = USER_URN.toLowerCase();
const ENTERPRISE_USER = ENTERPRISE_URN.toLowerCase();

/**
 * Reads what stands under URNs: an extension as an object, or one attribute under its full name
 * (RFC 7644 §3.10). URNs match without regard to case, and their order does not matter.
 */
export function readExtensions(me: ScimMe, raw: Json): void {
  const enterprise: ScimEnterprise = {};
  const extensions = me.extensions as Record<string, Json>;
  const schemas = new Set([USER, ENTERPRISE_USER, ...me.schemas.map((urn) => urn.toLowerCase())]);
  const spellings = new Map<string, string>();
  const keys = Object.keys(raw).filter((key) => /^urn:/i.test(key) && !isEmpty(raw[key]));
  // An extension's object comes before its attributes under their full names.
  for (const key of keys.sort().sort((a, b) => a.length - b.length)) {
    const value = raw[key];
    const end = key.lastIndexOf(":");
    // An object may be an extension, or an attribute of one: `schemas` can tell.
    const isWhole =
      schemas.has(key.toLowerCase()) ||
      (isObject(value) && !schemas.has(key.slice(0, end).toLowerCase()));
    const attributes = isWhole ? value : { [key.slice(end + 1)]: value };
    if (!isObject(attributes)) continue;
    const sent = isWhole ? key : key.slice(0, end);
    const lower = sent.toLowerCase();
    if (lower === USER) read(attributes, CORE, me as unknown as Json);
    else if (lower === ENTERPRISE_USER) readEnterprise(attributes, enterprise);
    else {
      const urn = spellings.get(lower) ?? sent;
      spellings.set(lower, urn);
      extensions[urn] = { ...attributes, ...extensions[urn] };
    }
  }
  if (!isEmpty(enterprise)) me.enterprise = enterprise;
}

function readEnterprise(source: Json, into: ScimEnterprise): void {
  read(source, ENTERPRISE, into);
  for (const key of Object.keys(source)) {
    if (ENTERPRISE.has(key.toLowerCase()) || isEmpty(source[key])) continue;
    if (!Object.hasOwn(into, key)) into[key] = source[key];
  }
}
