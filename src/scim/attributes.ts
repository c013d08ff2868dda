import { bool, complex, many, splitValues, type Table, table, text, values } from "./readValues.js";
import type { ScimAddress } from "./ScimMe.js";

const NAME = complex([
  ["formatted familyName givenName middleName honorificPrefix honorificSuffix", text],
]);
const META = complex([["resourceType created lastModified location version", text]]);
const MANAGER = complex([["value displayName $ref", text]]);
const ADDRESS = complex<ScimAddress>([
  ["formatted streetAddress locality region postalCode country type", text],
  ["primary", bool],
]);
/** The Enterprise User extension (RFC 7643 §4.3). */
export const ENTERPRISE: Table = table(
  ["employeeNumber costCenter organization division department", text],
  ["manager", MANAGER],
);
/** The core User attributes (RFC 7643 §4.1). */
export const CORE: Table = table(
  ["id externalId userName displayName nickName profileUrl title userType", text],
  ["preferredLanguage locale timezone", text],
  ["active", bool],
  ["name", NAME],
  ["emails phoneNumbers ims groups entitlements roles", splitValues],
  ["photos x509Certificates", values],
  ["addresses", many(ADDRESS)],
);
/** The attributes of every resource beside `id` and `externalId` (RFC 7643 §3.1). */
export const COMMON: Table = table(
  ["schemas", (value) => values(value).map((item) => item.value)],
  ["meta", META],
);
