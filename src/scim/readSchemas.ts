import { cleanJson } from "./cleanJson.js";
import { bool, isObject, type Json, text } from "./readValues.js";

/** An attribute as a server's schema describes it (RFC 7643 §7). */
export interface ScimAttribute {
  /** In RFC 7644 §3.10 notation: `name.givenName`, `emails`, `urn:…:User:department`. */
  path: string;
  /** What the server calls it for people, where it is its own and it says so. */
  label: string | undefined;
  /** In lower case: `string`, `boolean`, `decimal`, `integer`, `datetime`, `reference`, `complex` … */
  type: string;
  multiValued: boolean;
  required: boolean;
  /** In lower case: whether it may be set at all, and once it has a value. */
  mutability: string;
  /** The values to choose from; of a complex list, those of its `type`. */
  canonicalValues: readonly string[];
  /** Whether the server means it for people; undefined where it does not say. */
  isShown: boolean | undefined;
}

/** Longer than any real path. */
const MAX_LENGTH = 500;
const CORE_USER = /^urn:ietf:params:scim:schemas:core:[\d.]+:user$/i;

/**
 * Reads the body of `/Schemas` (RFC 7644 §4) into the attributes of a User: a list response, or the
 * bare array that some servers send, with enumerations in any case. What cannot be read is left out.
 */
export function readSchemas(body: unknown): ScimAttribute[] {
  // What is nested too deep to be read recursively is no schema.
  const clean = cleanJson(Object(body)) as Json;
  return objectsIn(clean.Resources ?? clean).flatMap((schema) => {
    const urn = text(schema.id) ?? "";
    // Groups and the service's own resources are nobody's profile.
    if (!/:user$/i.test(urn) && /^urn:ietf:/i.test(urn)) return [];
    return attributesOf(schema.attributes, CORE_USER.test(urn) ? "" : `${urn}:`);
  });
}

function attributesOf(attributes: unknown, prefix: string): ScimAttribute[] {
  return objectsIn(attributes).flatMap((attribute) => {
    const name = text(attribute.name);
    // Thousands of attributes may share one long name of a schema: that would be gigabytes of paths.
    if (!name || prefix.length + name.length > MAX_LENGTH) return [];
    const one = read(attribute, prefix + name);
    if (one.type !== "complex" || one.multiValued) return [one];
    const parts = attributesOf(attribute.subAttributes, `${prefix}${name}.`);
    // What holds for the whole holds for its parts.
    return one.mutability === "readonly"
      ? parts.map((part) => ({ ...part, mutability: "readonly" }))
      : parts;
  });
}

function read(attribute: Json, path: string): ScimAttribute {
  const kind = objectsIn(attribute.subAttributes).find(({ name }) => name === "type");
  return {
    path,
    // What RFC 7643 defines has a name in every language.
    label: /^urn:(?!ietf:)/i.test(path) ? text(attribute.displayName) : undefined,
    type: word(attribute.type),
    multiValued: bool(attribute.multiValued) ?? false,
    required: bool(attribute.required) ?? false,
    mutability: word(attribute.mutability),
    canonicalValues: [(kind ?? attribute).canonicalValues].flat().flatMap((one) => text(one) ?? []),
    isShown: bool(attribute.supportedByDefault),
  };
}

function objectsIn(list: unknown): Json[] {
  return [list].flat().filter(isObject);
}

/** `READ_ONLY`, `readOnly` and `read-only` are one. */
function word(value: unknown): string {
  return (text(value) ?? "").replace(/[\s_-]/g, "").toLowerCase();
}
