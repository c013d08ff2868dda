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
  const { extensions, enterprise } = me;
  const schemas: [urn: string, object: unknown][] = [
    [USER_URN, me],
    [ENTERPRISE_URN, enterprise],
    ...Object.entries(extensions),
  ];
  const lower = path.toLowerCase();
  // The longest URN wins: one may be the beginning of another.
  schemas.sort(([a], [b]) => b.length - a.length);
  for (const [urn, object] of schemas) {
    if (lower === urn.toLowerCase()) return object;
    const rest = lower.startsWith(urn.toLowerCase()) && lower.charAt(urn.length);
    // A complex attribute may stand under its full name, like an extension.
    if (rest === ":" || rest === ".") return walk(object, path.slice(urn.length + 1));
  }
  if (lower === "raw" || lower === "extensions" || lower === "enterprise") return undefined;
  // A server's own attributes at the top level are in the body only.
  const own = walk(me.raw, path);
  return walk(me, path) ?? (isEmpty(own) ? undefined : own);
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
