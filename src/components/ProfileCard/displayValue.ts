import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import { httpsUrl } from "../../scim/httpsUrl.js";
import { isEmpty } from "../../scim/isEmpty.js";
import { isVisible } from "../../scim/isVisible.js";
import { shorten } from "./shorten.js";

/** One value, ready to show. */
export interface DisplayValue {
  text: string;
  /** What the value is for, e.g. `work`. */
  type: string | false;
  href?: string | undefined;
  /** It stands on a line of its own: what can be followed, and what has lines itself. */
  isLine: boolean;
}

/** Longer than any address or number; a search through a longer text could take minutes. */
const LONGEST_LINK = 2000;
const EMAIL = /^[^\s@:?&<>"]+@[^\s@:?&<>"]+\.[^\s@:?&<>"]+$/;
const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** The first `limit` values of an attribute as text and link; and how many more there are. */
export function displayValues(
  path: string,
  value: unknown,
  messages: ScimMeMessages,
  limit: number,
): { shown: DisplayValue[]; hidden: number } {
  // Of groups none is primary (RFC 7643 §4.1.2), and there may be 5,000.
  const isGroups = /(?:^|:)groups$/i.test(path);
  const isPhones = /phoneNumbers/i.test(path);
  const given = Array.isArray(value) ? value : [value];
  const all = isGroups ? given : given.filter((item) => !isEmpty(item));
  const shown: DisplayValue[] = [];
  let hidden = all.length;
  // The primary value first.
  const primary = !isGroups && all.find((item) => item?.primary === true);
  const order = primary ? [primary, ...all.filter((item) => item !== primary)] : all;
  for (const item of order) {
    if (shown.length >= limit) break;
    hidden--;
    const text = textOf(item, messages);
    if (!isVisible(text)) continue;
    const href = linkOf(item, isPhones);
    const isLine =
      !!href || (Array.isArray(value) && typeof item === "object" && !("value" in item));
    const type = typeof item?.type === "string" && shorten(item.type);
    shown.push({ text: shorten(text.replace(/^tel:/i, "")), type, href, isLine });
  }
  return { shown, hidden };
}

function textOf(item: unknown, messages: ScimMeMessages): string {
  if (typeof item === "boolean") return item ? messages.yes : messages.no;
  if (typeof item === "string" && ISO_DATE.test(item)) {
    const date = new Date(/(?:z|[+-]\d\d:?\d\d)$/i.test(item) ? item : `${item}Z`);
    if (Number.isNaN(date.getTime())) return item;
    return date.toLocaleString([messages.tag, "en"], { dateStyle: "medium", timeZone: "UTC" });
  }
  if (!item || typeof item !== "object") return String(item ?? "").trim();
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

/** `mailto:`, `tel:` and https, and nothing else: a profile is not to be trusted with a link. */
function linkOf(item: unknown, isPhones: boolean): string | undefined {
  const value = typeof item === "string" ? item : (item as { value?: unknown } | null)?.value;
  if (typeof value !== "string" || value.length > LONGEST_LINK) return undefined;
  if (EMAIL.test(value) && (/^[!-~]*$/.test(value) || !/\p{C}/u.test(value))) {
    return `mailto:${encodeURIComponent(value).replace("%40", "@")}`;
  }
  const phone = /^(tel:)?\+?(?=\D*\d)[\d\s().-]{3,30}(;ext=\d+)?$/i.exec(value);
  // Other numbers, such as an employee's, look alike.
  if (phone && (isPhones || phone[1])) {
    // Behind a country's code the zero in "+49 (0)89" is not dialled, except in Italy.
    return `tel:${value.replace(/(\+(?!39)\d+)\D+0\)|^tel:|[\s().-]/gi, "$1")}`;
  }
  return httpsUrl(value);
}
