import { parseScimMe } from "../../../src/index.js";

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** A body in which every text but the standard's own URNs holds the person's name. */
export function bodyOf(name: string): Record<string, unknown> {
  const of = (...attributes: string[]) =>
    Object.fromEntries(attributes.map((attribute) => [attribute, `${name} ${attribute}`]));
  const list = (attribute: string) => [
    { value: `${name} ${attribute} 1`, display: `${name} ${attribute} one`, type: `${name} type` },
    { value: `${name} ${attribute} 2`, primary: true },
  ];
  return {
    schemas: [USER, ENTERPRISE, `urn:example:${name}:2.0:User`],
    ...of("id", "externalId", "displayName", "nickName", "title", "userType"),
    ...of("preferredLanguage", "locale", "timezone", "vendorAttribute"),
    userName: `${name}@example.com`,
    name: of("formatted", "familyName", "givenName", "middleName", "honorificPrefix"),
    profileUrl: `https://people.example.com/${name}`,
    active: true,
    emails: [{ value: `${name}.work@example.com`, type: `${name} work`, primary: true }],
    phoneNumbers: list("phoneNumbers"),
    ims: list("ims"),
    photos: [{ value: `https://photos.example.com/${name}.png`, type: `${name} photo` }],
    addresses: [of("formatted", "streetAddress", "locality", "postalCode", "country", "type")],
    groups: list("groups"),
    entitlements: list("entitlements"),
    roles: list("roles"),
    x509Certificates: list("x509Certificates"),
    meta: of("resourceType", "created", "lastModified", "location", "version"),
    [ENTERPRISE]: {
      ...of("employeeNumber", "costCenter", "organization", "division", "department"),
      manager: of("value", "displayName", "$ref"),
    },
    [`urn:example:${name}:2.0:User`]: of("badge"),
  };
}

/** Every text of the person's model, its own names of attributes and the standard's URNs apart. */
export function stringsOf(body: Record<string, unknown>): string[] {
  const found = new Set<string>();
  JSON.stringify(parseScimMe(body), (key, value: unknown) => {
    if (key.startsWith("urn:")) found.add(key);
    if (typeof value === "string") found.add(value);
    return value;
  });
  return [...found].filter((text) => !text.startsWith("urn:ietf:"));
}
