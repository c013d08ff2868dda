import { ENTERPRISE_URN } from "../../scim/schemaUrns.js";

/** Said again at `fields` of `ProfileCardProps`, whose `@default` Storybook shows. */
const DEFAULT_FIELDS = [
  "emails",
  "phoneNumbers",
  `${ENTERPRISE_URN}:department`,
  `${ENTERPRISE_URN}:manager`,
  "groups",
];

/** The attributes that a card shows if the person has them: what was asked for, else a few. */
export function shownFields(
  fields: readonly string[] | undefined,
  size: "default" | "compact",
): readonly string[] {
  return fields ?? (size === "compact" ? [] : DEFAULT_FIELDS);
}
