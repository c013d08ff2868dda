import { diffMe } from "../../scim/diffMe.js";
import { getAttribute } from "../../scim/getAttribute.js";
import { pathOf } from "../../scim/MeEdit.js";
import { pendingValues } from "../../scim/pendingValues.js";
import { isObject } from "../../scim/readValues.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { changesOf, settled, type Values } from "./changesOf.js";
import { isAbout } from "./problemsOf.js";

/**
 * The fields that a server left as they were although it answered well, and those whose new value it
 * holds back until it is confirmed.
 */
export function leftPaths(answer: ScimMe, entered: Values): { kept: string[]; waiting: string[] } {
  const edits = diffMe(answer, changesOf(entered)).map(pathOf);
  const pending = pendingValues(answer).map(bare);
  const left = Object.keys(entered).filter((path) => edits.some((edit) => isAbout(path, edit)));
  const waiting = left.filter((path) => {
    const saved = textsOf(getAttribute(answer, path));
    const missing = textsOf(settled(entered[path])).filter((text) => !saved.includes(text));
    return missing.length && missing.every((text) => pending.includes(text));
  });
  return { kept: left.filter((path) => !waiting.includes(path)), waiting };
}

function textsOf(value: unknown): string[] {
  return [value].flat().map((item) => bare(isObject(item) ? item.value : item));
}

/** A number means the same however it is spaced. */
function bare(value: unknown): string {
  return String(value ?? "").replace(/[\s().-]/g, "");
}
