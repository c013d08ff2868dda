import { getPrimary } from "./getPrimary.js";
import { isVisible } from "./isVisible.js";
import type { ScimMe } from "./ScimMe.js";

/**
 * What to call a person: `displayName`, the formatted name, given and family name, `nickName`, the
 * `userName` without its user store (`PRIMARY/kim` is "kim"), the primary email; `""` where a
 * server tells none of them that can be seen.
 *
 * @summary The best name of a person that their server gave.
 */
export function getDisplayName(me: ScimMe): string {
  const { displayName, name, nickName, userName, emails } = me;
  const names = [
    displayName,
    name?.formatted,
    [name?.givenName, name?.familyName].filter(Boolean).join(" "),
    nickName,
    userName?.replace(/^[A-Z][A-Z\d._-]*\/(?=.)/, ""),
    getPrimary(emails)?.value,
  ];
  return names.find(isVisible)?.trim() ?? "";
}
