/** The names that bodies of these tests share. */
export const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
export const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
export const TRAVEL = "urn:example:params:scim:schemas:extension:travel:2.0:User";
export const MESSAGES = "urn:ietf:params:scim:api:messages:2.0";

/** The multi-valued attributes of a User. */
export const lists = [
  "emails",
  "phoneNumbers",
  "ims",
  "photos",
  "addresses",
  "groups",
  "entitlements",
  "roles",
  "x509Certificates",
] as const;
