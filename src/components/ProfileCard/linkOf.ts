import { httpsUrl } from "../../scim/httpsUrl.js";
import { isObject } from "../../scim/readValues.js";

/** Longer than any address or number; a search through a longer text could take minutes. */
const LONGEST_LINK = 2000;
const EMAIL = /^[^\s@:?&<>"]+@[^\s@:?&<>"]+\.[^\s@:?&<>"]+$/;
const PHONE = /^(tel:)?\+?(?=\D*\d)[\d\s().-]{3,30}(?:;ext=\d+)?$/i;

/** `mailto:`, `tel:` and https, and nothing else: a profile is not to be trusted with a link. */
export function linkOf(item: unknown, isPhones: boolean): string | undefined {
  const value = isObject(item) ? item.value : item;
  if (typeof value !== "string" || value.length > LONGEST_LINK) return undefined;
  // Most values are no link: it takes less to see that than to look for each kind.
  if (!isPhones && !/[@:]/.test(value)) return undefined;
  if (EMAIL.test(value) && (/^[!-~]*$/.test(value) || !/\p{C}/u.test(value))) {
    return `mailto:${encodeURIComponent(value).replace("%40", "@")}`;
  }
  // Other numbers, such as an employee's, look alike.
  const phone = PHONE.exec(value);
  if (phone && (isPhones || phone[1])) {
    // Behind a country's code the zero in "+49 (0)89" is not dialled, except in Italy.
    return `tel:${value.replace(/(\+(?!39)\d+)\D+0\)|^tel:|[\s().-]/gi, "$1")}`;
  }
  return httpsUrl(value);
}
