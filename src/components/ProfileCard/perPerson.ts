import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import type { ScimMe } from "../../scim/ScimMe.js";

/**
 * Makes something of a person, in one catalogue's words and under one key, once: all cards of the
 * person have it then, and so has a card that renders again. It goes when the person goes.
 */
export function perPerson<T>(
  make: (me: ScimMe, messages: ScimMeMessages, key: string) => T,
): typeof make {
  const people = new WeakMap<ScimMe, WeakMap<ScimMeMessages, Map<string, T>>>();
  return (me, messages, key) => {
    const catalogues = people.get(me) ?? new WeakMap<ScimMeMessages, Map<string, T>>();
    const made = catalogues.get(messages) ?? new Map<string, T>();
    let one = made.get(key);
    if (one === undefined) {
      one = make(me, messages, key);
      people.set(me, catalogues.set(messages, made.set(key, one)));
    }
    return one;
  };
}
