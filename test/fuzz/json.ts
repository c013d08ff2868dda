import fc from "fast-check";
import { ENTERPRISE, lists, TRAVEL, USER } from "../unit/scim/bodies.js";

/** The core attributes that hold one value. */
export const singles = [
  ..."schemas id externalId userName name displayName nickName profileUrl title userType".split(
    " ",
  ),
  ..."preferredLanguage locale timezone active meta".split(" "),
];
export const attributes = [...singles, ...lists];
const parts = [
  ..."value display type primary $ref formatted familyName givenName streetAddress".split(" "),
  ..."locality country created version manager displayName department".split(" "),
];
const urns = [USER, ENTERPRISE, TRAVEL, "urn:", "urn:x", "urn::y", "urn:a:b:"];
const traps = ["__proto__", "constructor", "prototype", "toString", "toJSON", "then", "length", ""];
const claims = [
  "sub",
  "scope",
  "exp",
  "status",
  "detail",
  "Errors",
  "password",
  "raw",
  "extensions",
];

/** Text of any UTF-16 units, lone surrogates and control characters among them. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

/** Text that has broken something somewhere. */
export const trickyText: fc.Arbitrary<string> = fc.constantFrom(
  ...traps,
  ...[
    "null",
    "undefined",
    "[object Object]",
    "NaN",
    "true",
    "False",
    " ",
    "\u0000",
    "\u202e\u200f",
  ],
  ...["<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "{{7*7}}", "%00%zz"],
  ...[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:x",
    "java\nscript:x",
    "vbscript:x",
  ],
  ...["data:text/html,<b>", "data:image/svg+xml,<svg/>", "data:image/png;base64,AA==", "blob:x"],
  ...[
    "//evil.example",
    "http://a.example/x",
    "https://a.example/x",
    "https://u:p@a.example/",
    "file:///",
  ],
  ...[
    "a@example.com",
    "a@example.com?bcc=b@example.com",
    "mailto:a@example.com",
    "tel:javascript:1",
  ],
  ...[
    "+1 202 555 0144",
    "tel:+12025550144;ext=4",
    "1700000000000",
    "2026-13-45T99:99",
    "CN=a,DC=b",
  ],
  ...[
    "PRIMARY/kim",
    "DEFAULT/",
    "a,b,,c",
    "\ud800",
    "\udc00x",
    "\ufeff",
    "👩🏽‍🚀",
    "é".repeat(300),
  ],
);

export const anyText: fc.Arbitrary<string> = fc.oneof(fc.string(), anyUnits, trickyText);

const anyKey = fc.oneof(
  { arbitrary: fc.constantFrom(...attributes, ...parts), weight: 5 },
  { arbitrary: fc.constantFrom(...urns, ...traps, ...claims), weight: 2 },
  fc
    .tuple(fc.constantFrom(...urns), fc.constantFrom(...attributes, ...parts, ...traps))
    .map((names) => names.join(":")),
  anyText,
);

/** Stands for a number that JSON can write and that no double can hold. */
const HUGE = "<huge number>";
const anyNumber = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(2 ** 53 + 2, 1e21, 1e308, 5e-324, HUGE),
);

/** Any JSON value, its keys those of a User more often than not. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: "small", withCrossShrink: true },
    anyText,
    fc.oneof(fc.constant(null), fc.boolean(), anyNumber),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(anyKey, tie("value"), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

const part = fc.oneof({ arbitrary: anyText, weight: 3 }, anyValue);
const flag = fc.constantFrom(true, false, "True", "false", "maybe", null);
const some = { requiredKeys: [] as [], noNullPrototype: true };
const element = fc.oneof(
  {
    arbitrary: fc.record({ value: part, display: part, type: part, primary: flag }, some),
    weight: 4,
  },
  anyText,
  anyValue,
);
const list = fc.oneof({ arbitrary: fc.array(element, { maxLength: 4 }), weight: 4 }, element);
const name = fc.record({ formatted: part, givenName: part, familyName: part }, some);
const address = fc.record({ formatted: part, locality: part, type: part, primary: flag }, some);
const manager = fc.record({ value: part, displayName: part, $ref: part }, some);

/** The attributes of a User as they are meant to be, or nearly. */
const likely = fc.record(
  {
    ...{ id: part, userName: part, displayName: part, nickName: part, title: part, active: flag },
    ...{ emails: list, phoneNumbers: list, photos: list, groups: list, roles: list, ims: list },
    ...{ name, addresses: fc.array(address, { maxLength: 3 }) },
    [ENTERPRISE]: fc.record({ department: part, manager, own: anyValue }, some),
    [`${ENTERPRISE}:department`]: part,
    [`${USER}:title`]: part,
    [TRAVEL]: fc.dictionary(anyKey, anyValue, { maxKeys: 3, noNullPrototype: true }),
  },
  some,
);

/** Any body that makes a User more often than not. */
const anyUser = fc
  .tuple(
    fc.constantFrom<Record<string, unknown>>(
      { id: "7f3a" },
      { userName: "kim" },
      { schemas: [USER] },
      {},
    ),
    fc.dictionary(anyKey, anyValue, { maxKeys: 6, noNullPrototype: true }),
    likely,
  )
  .map(([sure, rest, core]) => ({ ...rest, ...core, ...sure }));

/** The text of a JSON body, as a server could send it. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll(`"${HUGE}"`, "1e400");
}

export const userBody: fc.Arbitrary<string> = anyUser.map(jsonText);
export const anyBody: fc.Arbitrary<string> = fc.oneof(userBody, anyValue.map(jsonText));
