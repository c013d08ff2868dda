import { isEmpty } from "./isEmpty.js";
import type { ScimMe } from "./ScimMe.js";
import { ENTERPRISE_URN, USER_URN } from "./schemaUrns.js";

/**
 * Reads an attribute by its path in RFC 7644 §3.10 notation, without regard to case: `userName`,
 * `name.givenName`, `emails.value` (one of each element), `urn:…:User:department`, or a URN alone
 * for the whole extension. Undefined where there is none.
 *
 * @summary An attribute by its SCIM path, such as `name.givenName`.
 */
export function getAttribute(me: ScimMe, path: string): unknown {
  if (path.includes(":")) {
    const lower = path.toLowerCase();
    let [schema, object] = ["", undefined as unknown];
    for (const [urn, resource] of [
      [USER_URN, me] as const,
      [ENTERPRISE_URN, me.enterprise] as const,
      ...Object.entries(me.extensions),
    ]) {
      // A complex attribute may stand under its full name, like an extension.
      const isPrefix =
        lower.startsWith(urn.toLowerCase()) && /^[:.]?$/.test(lower.charAt(urn.length));
      // The longest URN wins: one may be the beginning of another.
      if (isPrefix && urn.length > schema.length) [schema, object] = [urn, resource];
    }
    if (schema.length === path.length) return object;
    if (schema) return walk(object, path.slice(schema.length + 1));
  }
  if (/^(?:raw|extensions|enterprise)$/i.test(path)) return undefined;
  const known = walk(me, path);
  if (!isEmpty(known)) return known;
  // A server's own attributes at the top level, and parts of its own, are in the body only.
  const own = walk(me.raw, path);
  return isEmpty(own) ? known : own;
}

function walk(value: unknown, path: string): unknown {
  let current = value;
  for (const name of path.split(".")) {
    current = Array.isArray(current)
      ? current.map((item) => member(item, name)).filter((item) => item !== undefined)
      : member(current, name);
  }
  return current;
}

function member(object: unknown, name: string): unknown {
  if (!object || typeof object !== "object") return undefined;
  const key = Object.hasOwn(object, name)
    ? name
    : Object.keys(object).find((other) => other.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : (object as Record<string, unknown>)[key];
}
