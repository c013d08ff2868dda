import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import type { ScimMe } from "../../scim/ScimMe.js";

/** Makes a part of a card, or hands out what was made before. */
export type PartOf = <T>(
  key: string,
  make: (me: ScimMe, messages: ScimMeMessages, key: string) => T,
) => T;

/** Of whoever was shown last: to keep everybody's would keep the garbage collector busy. */
let last = new WeakMap<ScimMe, PartOf>();
let words: ScimMeMessages | undefined;

/**
 * Makes the parts of a card once: all cards of a person, one after the other, have them then. They
 * go when the person goes.
 */
export function partsOf(me: ScimMe, messages: ScimMeMessages): PartOf {
  const known = words === messages && last.get(me);
  if (known) return known;
  const parts = new Map<string, unknown>();
  const partOf: PartOf = (key, make) => {
    if (!parts.has(key)) parts.set(key, make(me, messages, key));
    return parts.get(key) as ReturnType<typeof make>;
  };
  last = new WeakMap([[me, partOf]]);
  words = messages;
  return partOf;
}
