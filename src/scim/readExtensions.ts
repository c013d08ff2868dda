import { CORE, ENTERPRISE } from "./attributes.js";
import { isEmpty } from "./isEmpty.js";
import { isObject, type Json, read, type Table } from "./readValues.js";
import type { ScimMe } from "./ScimMe.js";
import { ENTERPRISE_URN, USER_URN } from "./schemaUrns.js";

/** The core User's URN, in lower case. */
export const USER: string = USER_URN.toLowerCase();
const UNKNOWN: Table = new Map();

/**
 * Reads what stands under URNs: an extension as an object, or one attribute under its full name
 * (RFC 7644 §3.10). URNs match without regard to case, and their order does not matter.
 */
export function readExtensions(me: ScimMe & Json): void {
  const { raw, schemas } = me;
  const enterprise: Json = {};
  /** By URN in lower case, how an extension is read, and into what. */
  const readers: Record<string, [Table, Json, ((value: unknown) => unknown)?]> = {
    [USER]: [CORE, me],
    [ENTERPRISE_URN.toLowerCase()]: [ENTERPRISE, enterprise, unlessEmpty],
  };
  const known = new Set([...Object.keys(readers), ...schemas.map((urn) => urn.toLowerCase())]);
  const urns = Object.keys(raw).filter((key) => /^urn:/i.test(key) && !isEmpty(raw[key]));
  // An extension's object comes before its attributes under their full names.
  for (const key of urns.sort().sort((a, b) => a.length - b.length)) {
    let urn = key;
    let source = raw[key];
    const end = key.lastIndexOf(":");
    const owner = key.slice(0, end);
    // An object may be an extension, or an attribute of one: `schemas` can tell.
    if (!known.has(key.toLowerCase()) && (!isObject(source) || known.has(owner.toLowerCase()))) {
      urn = owner;
      source = { [key.slice(end + 1)]: source };
    }
    if (!isObject(source)) continue;
    const lower = urn.toLowerCase();
    // Known, it is there already, under the first of its spellings.
    if (!readers[lower]) {
      const extension = {};
      (me.extensions as Json)[urn] = extension;
      readers[lower] = [UNKNOWN, extension, asSent];
    }
    read(source, ...readers[lower]);
  }
  if (!isEmpty(enterprise)) me.enterprise = enterprise;
}

const asSent = (value: unknown) => value;
const unlessEmpty = (value: unknown) => (isEmpty(value) ? undefined : value);
