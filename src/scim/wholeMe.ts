import { COMMON, CORE } from "./attributes.js";
import { completeList, withOthers } from "./completeList.js";
import { isEmpty } from "./isEmpty.js";
import { memberOf, nameIn } from "./MeEdit.js";
import { isObject, type Json } from "./readValues.js";
import type { ScimMe } from "./ScimMe.js";
import { ENTERPRISE_URN, USER_URN } from "./schemaUrns.js";

/**
 * Everything that is known of a person, as RFC 7643 writes it whatever the server's dialect: the
 * model's attributes, with what else the server said, and no attribute in two places.
 */
export function wholeMe({ raw, enterprise, extensions, ...core }: ScimMe): Json {
  const body: Json = {};
  for (const [name, value] of Object.entries(core)) {
    const sent =
      memberOf(raw, name) ??
      memberOf(raw, `${USER_URN}:${name}`) ??
      memberOf(memberOf(raw, USER_URN), name);
    if (isEmpty(value)) continue;
    if (!CORE.has(name) || !Array.isArray(value)) body[name] = withOthers(value, sent);
    else body[name] = completeList(name, value, sent);
  }
  for (const [name, value] of Object.entries(raw)) {
    const lower = name.toLowerCase();
    const isOther = !CORE.has(lower) && !COMMON.has(lower) && !lower.startsWith("urn:");
    // One such as 1 is none to the model: left out of a PUT, it could lock the person out.
    const isUnread = lower === "active" && core.active === undefined && !isEmpty(value);
    if (isOther || isUnread) body[name] = value;
  }
  if (enterprise) {
    const sent = memberOf(raw, ENTERPRISE_URN);
    // The model reads an extension from an object only.
    body[nameIn(raw, ENTERPRISE_URN)] = isObject(sent) ? withOthers(enterprise, sent) : enterprise;
  }
  return { ...body, ...extensions };
}
