import fc from "fast-check";
import { ENTERPRISE, TRAVEL, USER } from "../unit/scim/bodies.js";
import { trickyText } from "./json.js";

type Json = Record<string, unknown>;

/** Text that says something: none is as good as absent. */
const text = fc.oneof(fc.string({ minLength: 1 }), trickyText.filter(Boolean));
const url = fc.webUrl();
const some = { requiredKeys: [] as [], noNullPrototype: true };
const elements = (one: fc.Arbitrary<Json>) =>
  fc.array(one, { maxLength: 4 }).map((list) => {
    // Preferred is one of them at most (RFC 7643 §2.4).
    const first = list.findIndex(({ primary }) => primary);
    return list.map(({ primary, ...rest }, at) => (at === first ? { ...rest, primary } : rest));
  });
const values = (type: fc.Arbitrary<unknown>, vendor: object, value = text) =>
  elements(
    fc.record(
      { value, display: text, type, primary: fc.constant(true), ...vendor },
      { requiredKeys: ["value"], noNullPrototype: true },
    ),
  );
const names = "formatted familyName givenName middleName honorificPrefix honorificSuffix".split(
  " ",
);
const places = "formatted streetAddress locality region postalCode country".split(" ");
const texts = (keys: string[]) =>
  fc.record(
    Object.fromEntries(keys.map((key) => [key, text])) as Record<string, typeof text>,
    some,
  );
const name = texts(names);
const address = (type: fc.Arbitrary<unknown>) =>
  fc
    .tuple(texts(places), fc.option(type), fc.boolean())
    .map(([parts, kind, primary]): Json => {
      return { ...parts, ...(kind !== null && { type: kind }), ...(primary && { primary }) };
    })
    .filter((one) => Object.keys(one).some((key) => key !== "primary"));

/** The core attributes; `only` is the types that a server has for a list, undefined where it takes any. */
const core = (vendor: object, only: (types: string) => fc.Arbitrary<unknown>) => ({
  ...{ displayName: text, nickName: text, profileUrl: url, title: text, userType: text },
  ...{ preferredLanguage: text, locale: text, timezone: text, externalId: text },
  ...{ active: fc.boolean(), name, addresses: elements(address(only("work home other"))) },
  emails: values(only("work home other"), vendor),
  phoneNumbers: values(only("work home mobile fax pager other"), vendor),
  ims: values(only("aim gtalk icq xmpp msn skype qq yahoo"), vendor),
  photos: values(only("photo thumbnail"), vendor, url),
  entitlements: values(only(""), vendor),
  roles: values(only(""), vendor),
});
const department = texts([
  "employeeNumber",
  "costCenter",
  "organization",
  "division",
  "department",
]);
const manager = fc.record({ value: text }, some);

/** A writable part of a person, as the standard has it and every server with it. */
export const standardPerson: fc.Arbitrary<Json> = fc.record(
  {
    ...core({}, (types) => fc.constantFrom(...(types ? types.split(" ") : [undefined]))),
    [ENTERPRISE]: fc
      .record({ manager }, some)
      .chain((m) => department.map((d) => ({ ...d, ...m }))),
  },
  some,
);

/** The same with what vendors add: sub-attributes, attributes, extensions with nested objects. */
export const anyPerson: fc.Arbitrary<Json> = fc.record(
  {
    ...core({ audienceType: text, $ref: text }, () => text),
    ...{ vendorText: text, vendorList: fc.array(text, { minLength: 1, maxLength: 3 }) },
    [ENTERPRISE]: department,
    [TRAVEL]: fc.record(
      {
        ...{ seat: text, miles: fc.integer(), trained: fc.boolean() },
        languages: fc.array(text, { minLength: 1, maxLength: 3 }),
        shift: fc.record(
          { begins: text, gate: fc.integer(), desk: fc.record({ floor: text }, some) },
          some,
        ),
        stops: fc.array(fc.record({ city: text, nights: fc.nat() }, some), { maxLength: 3 }),
      },
      some,
    ),
  },
  some,
);

/** Who it is stays: the server's own attributes. */
export const fixed = { schemas: [USER, ENTERPRISE, TRAVEL], id: "7f3a", userName: "kim" };
