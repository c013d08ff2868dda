import { isEmpty } from "./isEmpty.js";
import { bool, isObject, type Json, many, splitValues, text, values } from "./readValues.js";
import type { ScimAddress } from "./ScimMe.js";

type Read = (value: unknown) => unknown;
type Row = readonly [name: string, read: Read];
/** How to read each attribute, in the order of the schema, by its own and its lower-cased name. */
export type Table = Map<string, Row>;

function table(...rows: [names: string, read: Read][]): Table {
  const result: Table = new Map();
  for (const [names, read] of rows) {
    for (const name of names.split(" ")) {
      const row: Row = [name, read];
      result.set(name, row).set(name.toLowerCase(), row);
    }
  }
  return result;
}

/**
 * Reads the attributes of a table from an object; what `into` holds already stays. The order in
 * which they were sent never matters: of several spellings the exact one wins.
 */
export function read(source: Json, attributes: Table, into: Json = {}): Json {
  const respelled = Object.keys(source)
    .filter((key) => attributes.get(key)?.[0] !== key && attributes.has(key.toLowerCase()))
    .sort();
  const take = (key: string, [name, readAttribute]: Row) => {
    if (!Object.hasOwn(source, key) || !isEmpty(into[name])) return;
    const value = readAttribute(source[key]);
    if (value !== undefined) into[name] = value;
  };
  for (const [name, row] of attributes) {
    if (row[0] !== name) continue;
    take(name, row);
    for (const key of respelled) if (attributes.get(key.toLowerCase()) === row) take(key, row);
  }
  return into;
}

/** A reader of a complex attribute; a primitive in its place is the sub-attribute `main`. */
function complex(attributes: Table, main: string): (value: unknown) => Json | undefined {
  return (value) => {
    for (const item of Array.isArray(value) ? value : [value]) {
      const result = read(isObject(item) ? item : { [main]: item }, attributes);
      if (Object.keys(result).length) return result;
    }
    return undefined;
  };
}

const NAME = table([
  "formatted familyName givenName middleName honorificPrefix honorificSuffix",
  text,
]);
const META = table(["resourceType created lastModified location version", text]);
const MANAGER = table(["value displayName $ref", text]);
const ADDRESS = table(
  ["formatted streetAddress locality region postalCode country type", text],
  ["primary", bool],
);
/** The Enterprise User extension (RFC 7643 §4.3). */
export const ENTERPRISE: Table = table(
  ["employeeNumber costCenter organization division department", text],
  ["manager", complex(MANAGER, "value")],
);
const oneAddress = complex(ADDRESS, "formatted") as (item: unknown) => ScimAddress | undefined;
/** The core User attributes (RFC 7643 §4.1). */
export const CORE: Table = table(
  ["id externalId userName displayName nickName profileUrl title userType", text],
  ["preferredLanguage locale timezone", text],
  ["active", bool],
  ["name", complex(NAME, "formatted")],
  ["emails phoneNumbers ims groups entitlements roles", splitValues],
  ["photos x509Certificates", values],
  ["addresses", (value) => many(value, oneAddress)],
);
/** The attributes of every resource beside `id` and `externalId` (RFC 7643 §3.1). */
export const COMMON: Table = table(
  ["schemas", (value) => values(value).map((item) => item.value)],
  ["meta", complex(META, "resourceType")],
);
