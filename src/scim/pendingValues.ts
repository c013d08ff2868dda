import { type Json, values } from "./readValues.js";
import type { ScimMe } from "./ScimMe.js";

/**
 * New addresses and numbers that a server holds back until they are confirmed: it answers a change
 * with the old value, and names the new one in an attribute such as `pendingEmails`.
 */
export function pendingValues({ enterprise, extensions }: ScimMe): string[] {
  const found = new Set<string>();
  for (const extension of [enterprise, ...Object.values(extensions)]) {
    for (const name in extension) {
      if (!/^pending_?(?:e-?mail|mobile|phone)/i.test(name)) continue;
      for (const { value } of values((extension as Json)[name])) found.add(value);
    }
  }
  return [...found];
}
