const MOST = 20;

/**
 * Names of attributes and schemas, in one line. One that could not be a name (RFC 7643 §2.1) may be
 * somebody's address, and is counted only.
 */
export function names(all: readonly string[]): string {
  const proper = all.filter((name) => /^(?:[a-z][\w$-]{0,59}|urn:[\w:.-]{1,120})$/i.test(name));
  const more = all.length - Math.min(proper.length, MOST);
  const shown = proper.slice(0, MOST).join(", ");
  if (!more) return shown || "none";
  return shown ? `${shown} and ${more} more` : `${more} whose names are no attribute names`;
}
