import type { Json } from "./readValues.js";

/** Deeper than any real resource, shallow enough for every recursive reader of the model. */
const MAX_DEPTH = 32;

/**
 * Names that never enter a model, under their URN neither, however a server splits it: a secret, and
 * the one that would set a copy's prototype. With `u`, because Java takes `ſ` for an `S`.
 */
function isForbidden(key: string): boolean {
  // Most names are shorter than both; the pattern is for the others.
  return key.length > 7 && /(?:^|[:./])(?:__proto__|password)$/iu.test(key);
}

function isClean(value: unknown, depth: number): boolean {
  // JSON can write `1e400`; read, it is infinite, which JSON cannot write.
  if (!value || typeof value !== "object")
    return typeof value !== "number" || Number.isFinite(value);
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => isClean(item, depth + 1));
  for (const key in value) {
    if (isForbidden(key) || !isClean((value as Json)[key], depth + 1)) return false;
  }
  return true;
}

/**
 * A JSON object without passwords, without `__proto__` members, without numbers that are infinite,
 * and without what is nested too deep to be read recursively. The same object comes back where there
 * is nothing to remove.
 */
export function cleanJson<T>(value: T, depth = 0): T {
  return isClean(value, depth) ? value : (copy(value, depth) as T);
}

/** What is not clean, with what in it can stay. */
function copy(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, depth + 1));
  const kept = Object.entries(value as Json).filter(([key]) => !isForbidden(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, cleanJson(member, depth + 1)]));
}
