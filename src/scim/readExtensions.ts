import { CORE, ENTERPRISE } from "./attributes.js";
import { isEmpty } from "./isEmpty.js";
import { isObject, type Json, read, type Table, table } from "./readValues.js";
import type { ScimMe } from "./ScimMe.js";
import { ENTERPRISE_URN, USER_URN } from "./schemaUrns.js";

/** The core User's URN, in lower case. */
export const USER: string = USER_URN.toLowerCase();
const ENTERPRISE_USER = ENTERPRISE_URN.toLowerCase();
const UNKNOWN: Table = table();

/**
 * Reads what stands under URNs: an extension as an object, or one attribute under its full name
 * (RFC 7644 §3.10). URNs match without regard to case, and their order does not matter.
 */
export function readExtensions(me: ScimMe, urns: string[]): void {
  const enterprise: Json = {};
  const extensions = new Map<string, Json>();
  const schemas = new Set([USER, ENTERPRISE_USER, ...me.schemas.map((urn) => urn.toLowerCase())]);
  // An extension's object comes before its attributes under their full names.
  for (const key of urns.sort((a, b) => a.length - b.length)) {
    const value = me.raw[key];
    const end = key.lastIndexOf(":");
    // An object may be an extension, or an attribute of one: `schemas` can tell.
    const isWhole =
      schemas.has(key.toLowerCase()) ||
      (isObject(value) && !schemas.has(key.slice(0, end).toLowerCase()));
    const source = isWhole ? value : { [key.slice(end + 1)]: value };
    if (!isObject(source)) continue;
    const urn = isWhole ? key : key.slice(0, end);
    const lower = urn.toLowerCase();
    if (lower === USER) read(source, CORE, me as unknown as Json);
    else if (lower === ENTERPRISE_USER) read(source, ENTERPRISE, enterprise, unlessEmpty);
    else {
      const extension = extensions.get(lower) ?? {};
      // Known, it is there already, under the first of its spellings.
      if (!extensions.has(lower)) (me.extensions as Json)[urn] = extension;
      extensions.set(lower, extension);
      read(source, UNKNOWN, extension, asSent);
    }
  }
  if (!isEmpty(enterprise)) me.enterprise = enterprise;
}

const asSent = (value: unknown) => value;
const unlessEmpty = (value: unknown) => (isEmpty(value) ? undefined : value);
