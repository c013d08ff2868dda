import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import { CORE, ENTERPRISE } from "../../scim/attributes.js";

/** What to call an attribute: the catalogue's word, else its own name made readable. */
export function attributeLabel(path: string, { attributes }: ScimMeMessages): string {
  // `urn:…:User:emails.value` is "emails".
  const given = path
    .slice(/^urn:/i.test(path) ? path.lastIndexOf(":") + 1 : 0)
    .replace(/\.(?:value|display|displayName|formatted)$/i, "");
  const lower = given.toLowerCase();
  const [name] = CORE.get(lower) ?? ENTERPRISE.get(lower) ?? [given];
  // An attribute may be called `constructor`, which every object has.
  const known = [path, name].find((key) => Object.hasOwn(attributes, key));
  return (known && attributes[known]) ?? readable(name.replace(/^.*\./, ""));
}

/** `preferredMFAOption` is "Preferred MFA option". */
function readable(name: string): string {
  return name
    .replace(/[a-z\d](?=[A-Z])|[A-Z](?=[A-Z][a-z])/g, "$& ")
    .split(/[\s_-]+/)
    .filter(Boolean)
    .map((word) => (word.length > 1 && word === word.toUpperCase() ? word : word.toLowerCase()))
    .join(" ")
    .replace(/^./u, (first) => first.toUpperCase());
}
