const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const DEFAULT_FIELDS = [
  "emails",
  "phoneNumbers",
  `${ENTERPRISE}:department`,
  `${ENTERPRISE}:manager`,
  "groups",
];

/** The attributes that a card shows if the person has them: what was asked for, else a few. */
export function shownFields(
  fields: readonly string[] | undefined,
  size: "default" | "compact",
): readonly string[] {
  return fields ?? (size === "compact" ? [] : DEFAULT_FIELDS);
}
