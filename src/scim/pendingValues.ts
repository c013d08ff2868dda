import { values } from "./readValues.js";
import type { ScimMe } from "./ScimMe.js";

/**
 * New addresses and numbers that a server holds back until they are confirmed: it answers a change
 * with the old value, and names the new one in an attribute such as `pendingEmails`.
 */
export function pendingValues({ enterprise, extensions }: ScimMe): string[] {
  const found = [enterprise, ...Object.values(extensions)]
    .flatMap((extension) => Object.entries(extension ?? {}))
    .flatMap(([name, value]) => (/^pending/i.test(name) ? values(value) : []));
  return [...new Set(found.map(({ value }) => value))];
}
