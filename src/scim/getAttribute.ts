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
    const resources = { ...me.extensions, [USER_URN]: me, [ENTERPRISE_URN]: me.enterprise };
    let schema = "";
    for (const urn in resources) {
      // A complex attribute may stand under its full name, like an extension.
      const isPrefix =
        ":.".includes(path.charAt(urn.length)) && path.toLowerCase().startsWith(urn.toLowerCase());
      // The longest URN wins: one may be the beginning of another.
      if (isPrefix && urn.length > schema.length) schema = urn;
    }
    const object = resources[schema as keyof typeof resources];
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
