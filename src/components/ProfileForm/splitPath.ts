/** The schema that a path begins with, without which it is of the core schema; and what it names there. */
export function splitPath(path: string): [urn: string, name: string] {
  const end = path.lastIndexOf(":");
  return [path.slice(0, Math.max(end, 0)), path.slice(end + 1)];
}

/** Whether two names or URNs are one: SCIM minds no case (RFC 7643 §2.1). */
export function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
