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
  const pending = new Set(pendingValues(answer).map(bare));
  const kept: string[] = [];
  const waiting: string[] = [];
  for (const [path, value] of entered) {
    const saved = getAttribute(answer, path);
    if (isUnchanged(value, saved)) continue;
    const known = getAttribute(before, path);
    const [had, there, wanted] = [wordsOf(known), wordsOf(saved), wordsOf(settled(value))];
    const missing = [...wanted].filter((words) => !there.has(words));
    const others = [...there].filter((words) => !wanted.has(words));
    if (missing.length && missing.every((words) => pending.has(words.split(" ")[0] as string)))
      waiting.push(path);
    // For each that is missing there is one that nobody knew: the same, in the server's own writing.
    else if (
      isUnchanged(known, saved) ||
      missing.length > others.length ||
      others.some((words) => had.has(words))
    )
      kept.push(path);
  }
  return { kept, waiting };
}

const PLACE = ["streetAddress", "postalCode", "locality", "region", "country"];

/** Of each value what it says and, after a space, what it is for: whatever else a server adds. */
function wordsOf(value: unknown): Set<string> {
  const rows = [value].flat().map((item) => {
    const row = isObject(item) ? item : { value: item };
    const text = row.value ?? (PLACE.map((part) => row[part]).join("") || row.formatted);
    return `${bare(text)} ${bare(row.type)}`;
  });
  return new Set(rows.filter((words) => !words.startsWith(" ")));
}

/** A number means the same however it is spaced, and most names in any case. */
function bare(value: unknown): string {
  return String(value ?? "")
    .replace(/[\s().-]/g, "")
    .toLowerCase();
}
