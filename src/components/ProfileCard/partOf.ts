import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import type { ScimMe } from "../../scim/ScimMe.js";

/** What was made of each person in the words of the catalogue that was used last. */
const people = new WeakMap<ScimMe, { messages: ScimMeMessages; parts: Map<string, unknown> }>();

/**
 * Makes a part of a card once: all cards of a person have it then, and so has a card that renders
 * again. It goes when the person goes.
 */
export function partOf<T>(
  me: ScimMe,
  messages: ScimMeMessages,
  key: string,
  make: (me: ScimMe, messages: ScimMeMessages, key: string) => T,
): T {
  let made = people.get(me);
  if (made?.messages !== messages) {
    made = { messages, parts: new Map() };
    people.set(me, made);
  }
  const { parts } = made;
  if (!parts.has(key)) parts.set(key, make(me, messages, key));
  return parts.get(key) as T;
}
