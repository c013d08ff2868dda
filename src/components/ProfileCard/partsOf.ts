import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import type { CardLook } from "./CardFrame.js";
import { type Field, fieldOf } from "./fieldOf.js";
import { makeParts, type Parts } from "./makeParts.js";
import { shownFields } from "./shownFields.js";

let messagesOfLast: ScimMeMessages | undefined;
let lookOfLast: string | undefined;
/** What is the same for all people, in one language. */
let fields: Field[];
/** Of whoever was shown last: to keep everybody's would keep the garbage collector busy. */
let last: WeakMap<ScimMe, Parts>;

/**
 * Makes the parts of a card once: all cards of a person that look the same, one after the other,
 * have them then. They go when the person goes.
 */
export function partsOf(me: ScimMe, messages: ScimMeMessages, look: CardLook, key: string): Parts {
  if (messages !== messagesOfLast || key !== lookOfLast) {
    messagesOfLast = messages;
    lookOfLast = key;
    fields = shownFields(look.fields, look.size).map((path) => fieldOf(path, messages));
    last = new WeakMap();
  }
  let parts = last.get(me);
  if (!parts) {
    parts = makeParts(me, messages, look.size, fields);
    last = new WeakMap<ScimMe, Parts>().set(me, parts);
  }
  return parts;
}
