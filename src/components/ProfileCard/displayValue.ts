import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import { isEmpty } from "../../scim/isEmpty.js";
import { isVisible } from "../../scim/isVisible.js";
import { shorten } from "./shorten.js";

const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/**
 * What `show` makes of the first `limit` values of an attribute, the primary one before all; and how
 * many more there are.
 */
export function displayValues<T>(
  path: string,
  value: unknown,
  messages: ScimMeMessages,
  limit: number,
  show: (text: string, item: unknown, index: number) => T,
): { shown: T[]; hidden: number } {
  const given = Array.isArray(value) ? value : [value];
  // Of groups none is primary (RFC 7643 §4.1.2), and there may be 5,000.
  const all =
    given.length < 2 || /(?:^|:)groups$/i.test(path)
      ? given
      : given
          .filter((item) => !isEmpty(item))
          .sort((a, b) => +(b.primary === true) - +(a.primary === true));
  const shown: T[] = [];
  let at = 0;
  for (; at < all.length && shown.length < limit; at++) {
    const text = textOf(all[at], messages);
    if (isVisible(text)) {
      shown.push(show(shorten(text.replace(/^tel:/i, "")), all[at], shown.length));
    }
  }
  return { shown, hidden: all.length - at };
}

function textOf(item: unknown, messages: ScimMeMessages): string {
  if (typeof item === "boolean") return item ? messages.yes : messages.no;
  if (!item || typeof item !== "object") {
    const text = String(item ?? "").trim();
    if (!ISO_DATE.test(text)) return text;
    const date = new Date(/(?:z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
    if (Number.isNaN(date.getTime())) return text;
    return date.toLocaleString([messages.tag, "en"], { dateStyle: "medium", timeZone: "UTC" });
  }
  const { displayName, display, formatted, value } = item as Record<string, unknown>;
  for (const name of [displayName, display, formatted, value]) {
    const text = textOf(name, messages);
    if (isVisible(text)) return text;
  }
  return Object.entries(item)
    .filter(([name, part]) => typeof part !== "object" && !/^(?:primary|type)$/.test(name))
    .map(([, part]) => textOf(part, messages))
    .filter(isVisible)
    .join(messages.listSeparator);
}
