/** @summary One value of a multi-valued attribute, such as an email or a group (RFC 7643 §2.4). */
export interface ScimValue {
  /** The value itself, always text: an address, a number, an identifier. */
  value: string;
  /** A name for people, e.g. of a group. */
  display?: string;
  /** What the value is for, e.g. `work`, `home`, `mobile`. */
  type?: string;
  /** The preferred one; at most one of a list. */
  primary?: boolean;
}

/** @summary The parts of a person's name (RFC 7643 §4.1.1). */
export interface ScimName {
  formatted?: string;
  familyName?: string;
  givenName?: string;
  middleName?: string;
  honorificPrefix?: string;
  honorificSuffix?: string;
}

/** @summary A postal address (RFC 7643 §4.1.2). */
export interface ScimAddress {
  formatted?: string;
  streetAddress?: string;
  locality?: string;
  region?: string;
  postalCode?: string;
  country?: string;
  type?: string;
  primary?: boolean;
}

/** @summary Who a person reports to (RFC 7643 §4.3). */
export interface ScimManager {
  /** The manager's `id`, or their name where that is all a server knows. */
  value?: string;
  displayName?: string;
  $ref?: string;
}

/**
 * @summary The Enterprise User extension (RFC 7643 §4.3); what a server adds to it is kept as
 * received.
 */
export interface ScimEnterprise {
  employeeNumber?: string;
  costCenter?: string;
  organization?: string;
  division?: string;
  department?: string;
  manager?: ScimManager;
  [attribute: string]: unknown;
}

/** @summary Resource metadata (RFC 7643 §3.1). Dates are text as the server sent them. */
export interface ScimMeta {
  resourceType?: string;
  created?: string;
  lastModified?: string;
  location?: string;
  version?: string;
}

/**
 * The extensions your server sends, by schema URN. Augment it to have them typed.
 *
 * @summary Your server's extensions by schema URN, typed by augmentation.
 * @example
 * declare module "react-scim-me" {
 *   interface ScimMeExtensions {
 *     "urn:example:schema:1.0:User"?: { badge?: string };
 *   }
 * }
 */
export interface ScimMeExtensions {
  [urn: `urn:${string}`]: object | undefined;
}

/**
 * The signed-in person: the core User attributes of RFC 7643 §4.1 under their own names, as plain
 * JSON. Absent, `null`, `""`, `{}` and `[]` are one: a single attribute is missing, a list is empty.
 *
 * @summary The signed-in person, as plain JSON.
 */
export interface ScimMe {
  schemas: string[];
  id?: string;
  externalId?: string;
  userName?: string;
  name?: ScimName;
  displayName?: string;
  nickName?: string;
  profileUrl?: string;
  title?: string;
  userType?: string;
  preferredLanguage?: string;
  locale?: string;
  timezone?: string;
  active?: boolean;
  emails: ScimValue[];
  phoneNumbers: ScimValue[];
  ims: ScimValue[];
  photos: ScimValue[];
  addresses: ScimAddress[];
  groups: ScimValue[];
  entitlements: ScimValue[];
  roles: ScimValue[];
  x509Certificates: ScimValue[];
  meta?: ScimMeta;
  /** The Enterprise User extension, if the server sent it. */
  enterprise?: ScimEnterprise;
  /** Every other extension, by its schema URN as received. */
  extensions: ScimMeExtensions;
  /** The body as received, less `password`. */
  raw: Record<string, unknown>;
}
