import { getAttribute } from "../../scim/getAttribute.js";
import { pendingValues } from "../../scim/pendingValues.js";
import { isObject } from "../../scim/readValues.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { isUnchanged, settled, type Values } from "./changesOf.js";

/**
 * The fields that a server left as they were although it answered well, and those whose new value it
 * holds back until it is confirmed.
 */
export function leftPaths(answer: ScimMe, entered: Values): { kept: string[]; waiting: string[] } {
  const pending = pendingValues(answer).map(bare);
  const kept: string[] = [];
  const waiting: string[] = [];
  for (const [path, value] of entered) {
    const saved = getAttribute(answer, path);
    if (isUnchanged(value, saved)) continue;
    const there = textsOf(saved);
    const missing = textsOf(settled(value)).filter((text) => !there.includes(text));
    const isWaiting = missing.length && missing.every((text) => pending.includes(text));
    (isWaiting ? waiting : kept).push(path);
  }
  return { kept, waiting };
}

function textsOf(value: unknown): string[] {
  return [value].flat().map((item) => bare(isObject(item) ? item.value : item));
}

/** A number means the same however it is spaced. */
function bare(value: unknown): string {
  return String(value ?? "").replace(/[\s().-]/g, "");
}
