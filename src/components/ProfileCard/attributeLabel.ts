import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import { CORE, ENTERPRISE } from "../../scim/attributes.js";

/** What to call an attribute: the catalogue's word, else its own name made readable. */
export function attributeLabel(path: string, { attributes }: ScimMeMessages): string {
  // `urn:…:User:emails.value` is "emails".
  const given = path.replace(/^urn:.*:|\.(?:value|display|displayName|formatted)$/gi, "");
  const lower = given.toLowerCase();
  const [name] = CORE.get(lower) ?? ENTERPRISE.get(lower) ?? [given];
  // An attribute may be called `constructor`, which every object has.
  const known = [path, name].find((key) => Object.hasOwn(attributes, key));
  return (known && attributes[known]) ?? readable(name.replace(/^.*\./, ""));
}

/** `preferredMFAOption` is "Preferred MFA option". */
function readable(name: string): string {
  const words = name.match(/[A-Z\d]+(?![a-z])|[A-Z]?[^A-Z\s_-]+/g) ?? [];
  return words
    .map((word) => (word.length > 1 && word === word.toUpperCase() ? word : word.toLowerCase()))
    .join(" ")
    .replace(/^./u, (first) => first.toUpperCase());
}
