import { diffMe } from "../../scim/diffMe.js";
import { getAttribute } from "../../scim/getAttribute.js";
import { pathOf } from "../../scim/MeEdit.js";
import { pendingValues } from "../../scim/pendingValues.js";
import { isObject } from "../../scim/readValues.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { changesOf, settled, type Values } from "./changesOf.js";
import { isAbout } from "./problemsOf.js";

/**
 * The fields that a server left as they were although it answered well; those whose new value it
 * holds back until it is confirmed are not among them.
 */
export function keptPaths(answer: ScimMe, entered: Values): string[] {
  const left = diffMe(answer, changesOf(entered)).map(pathOf);
  const pending = pendingValues(answer).map(bare);
  return Object.keys(entered).filter((path) => {
    if (!left.some((edit) => isAbout(path, edit))) return false;
    const saved = textsOf(getAttribute(answer, path));
    const missing = textsOf(settled(entered[path])).filter((text) => !saved.includes(text));
    return !missing.length || missing.some((text) => !pending.includes(text));
  });
}

function textsOf(value: unknown): string[] {
  return [value].flat().map((item) => bare(isObject(item) ? item.value : item));
}

/** A number means the same however it is spaced. */
function bare(value: unknown): string {
  return String(value ?? "").replace(/[\s().-]/g, "");
}
