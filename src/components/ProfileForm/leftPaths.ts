import { getAttribute } from "../../scim/getAttribute.js";
import { pendingValues } from "../../scim/pendingValues.js";
import { isObject } from "../../scim/readValues.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { isUnchanged, settled, type Values } from "./changesOf.js";

/**
 * The fields that a server left as they were although it answered well, and those whose new value it
 * holds back until it is confirmed. What a server adds to a value, or writes in its own way, is saved.
 */
export function leftPaths(
  before: ScimMe,
  answer: ScimMe,
  entered: Values,
): { kept: string[]; waiting: string[] } {
  const pending = pendingValues(answer).map(bare);
  const kept: string[] = [];
  const waiting: string[] = [];
  for (const [path, value] of entered) {
    const saved = getAttribute(answer, path);
    if (isUnchanged(value, saved)) continue;
    const known = getAttribute(before, path);
    const there = textsOf(saved);
    const wanted = textsOf(settled(value));
    const missing = wanted.filter((text) => !there.includes(text));
    // For each that is missing there is one that nobody knew: the same, in the server's own writing.
    const had = [...wanted, ...textsOf(known)];
    const rewritten = there.filter((text) => !had.includes(text));
    if (missing.length && missing.every((text) => pending.includes(text))) waiting.push(path);
    else if (isUnchanged(known, saved) || missing.length > rewritten.length) kept.push(path);
  }
  return { kept, waiting };
}

function textsOf(value: unknown): string[] {
  const texts = [value].flat().map((item) => bare(isObject(item) ? item.value : item));
  return texts.filter(Boolean);
}

/** A number means the same however it is spaced. */
function bare(value: unknown): string {
  return String(value ?? "").replace(/[\s().-]/g, "");
}
