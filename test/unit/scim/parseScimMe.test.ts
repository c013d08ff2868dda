import { expect, test } from "vitest";
import { parseScimMe } from "../../../src/scim/parseScimMe.js";
import { ENTERPRISE, lists, TRAVEL, USER } from "./bodies.js";

test("core attributes are under their own names, as the RFC has them", () => {
  const body = {
    schemas: [USER, ENTERPRISE],
    id: "7f3a",
    externalId: "x-1",
    userName: "kim",
    name: {
      formatted: "Dr. Kim A. Lee Jr.",
      familyName: "Lee",
      givenName: "Kim",
      middleName: "A.",
      honorificPrefix: "Dr.",
      honorificSuffix: "Jr.",
    },
    displayName: "Kim Lee",
    nickName: "Kimmy",
    profileUrl: "https://example.com/kim",
    title: "Pilot",
    userType: "Employee",
    preferredLanguage: "en-GB",
    locale: "en-GB",
    timezone: "Europe/London",
    active: true,
    emails: [
      { value: "kim@example.com", display: "Kim", type: "work", primary: true },
      { value: "kim@example.org", type: "home" },
    ],
    phoneNumbers: [{ value: "tel:+44-20-0000-0000", type: "work" }],
    ims: [{ value: "kim", type: "xmpp" }],
    photos: [{ value: "https://example.com/kim.png", type: "photo" }],
    addresses: [
      {
        formatted: "1 Main Street",
        streetAddress: "1 Main Street",
        locality: "Leeds",
        region: "Yorkshire",
        postalCode: "LS1",
        country: "GB",
        type: "work",
        primary: true,
      },
    ],
    groups: [{ value: "g1", display: "Pilots", type: "direct" }],
    entitlements: [{ value: "fly" }],
    roles: [{ value: "captain", primary: true }],
    x509Certificates: [{ value: "MIIB" }],
    meta: {
      resourceType: "User",
      created: "2026-01-02T03:04:05Z",
      lastModified: "2026-01-02T03:04:05.678+11:00",
      location: "https://example.com/Users/7f3a",
      version: 'W/"1"',
    },
    [ENTERPRISE]: {
      employeeNumber: "77",
      costCenter: "4130",
      organization: "Air",
      division: "North",
      department: "Crew",
      manager: { value: "m1", displayName: "Ada", $ref: "../Users/m1" },
    },
  };
  const { raw, extensions, enterprise, ...core } = parseScimMe(body);
  const { [ENTERPRISE]: sent, ...rest } = body;
  expect(core).toEqual(rest);
  expect(enterprise).toEqual(sent);
  expect(extensions).toEqual({});
  expect(raw).toEqual(body);
});

test("what is not sent is an empty list, or not there", () => {
  const me = parseScimMe({ userName: "kim" });
  const { raw, ...model } = me;
  const empty = Object.fromEntries(lists.map((name) => [name, []]));
  expect(model).toEqual({ schemas: [], userName: "kim", extensions: {}, ...empty });
  expect(Object.values(model)).not.toContain(undefined);
  expect(raw).toEqual({ userName: "kim" });
});

test.each([[null], [""], [{}], [[]]])("%j is the same as absent, everywhere", (nothing) => {
  const names = "externalId displayName nickName profileUrl title userType locale timezone active";
  const body: Record<string, unknown> = { id: "7f3a", [ENTERPRISE]: nothing, [TRAVEL]: nothing };
  for (const name of [...names.split(" "), "schemas", "name", "meta", ...lists]) {
    body[name] = nothing;
  }
  const { raw: _, ...model } = parseScimMe(body);
  const { raw: __, ...expected } = parseScimMe({ id: "7f3a" });
  expect(model).toEqual(expected);
  const inside = parseScimMe({
    id: "7f3a",
    name: { givenName: nothing },
    emails: [nothing, { value: nothing, type: "work" }],
    addresses: [{ locality: nothing }],
    meta: { created: nothing },
    [ENTERPRISE]: { manager: nothing, department: nothing, own: nothing },
  });
  expect({ ...inside, raw: {} }).toEqual({ ...parseScimMe({ id: "7f3a" }), raw: {} });
});

test.each<[unknown, boolean | undefined]>([
  [true, true],
  [false, false],
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["False", false],
  ["yes", undefined],
  ["1", undefined],
  [1, undefined],
  [0, undefined],
  ["", undefined],
  [null, undefined],
])("active %j is %s", (active, expected) => {
  expect(parseScimMe({ id: "1", active }).active).toBe(expected);
  const [email] = parseScimMe({ emails: [{ value: "a", primary: active }] }).emails;
  expect(email?.primary).toBe(expected);
});

test("the exact spelling wins over another, in either order", () => {
  expect(parseScimMe({ username: "other", userName: "kim" }).userName).toBe("kim");
  expect(parseScimMe({ userName: "kim", username: "other" }).userName).toBe("kim");
  expect(parseScimMe({ username: "kim", userName: "" }).userName).toBe("kim");
});

test("attributes under their full URN are the same attributes", () => {
  const me = parseScimMe({
    [`${USER}:userName`]: "kim",
    [`${USER}:emails`]: ["a@example.com"],
    [`${ENTERPRISE}:department`]: "Crew",
    [`${ENTERPRISE}:manager`]: { value: "m1" },
    [`${TRAVEL}:seat`]: "aisle",
    [`${TRAVEL}:miles`]: 0,
    [`${TRAVEL}:cards`]: ["gold"],
  });
  expect(me).toMatchObject({
    userName: "kim",
    emails: [{ value: "a@example.com" }],
    enterprise: { department: "Crew", manager: { value: "m1" } },
    extensions: { [TRAVEL]: { seat: "aisle", miles: 0, cards: ["gold"] } },
  });
});

test("extensions are kept as received under their URN, and so is what a server adds to one", () => {
  const travel = { Seat: "aisle", legs: [{ from: "LBA" }], none: null };
  const me = parseScimMe({
    id: "1",
    [TRAVEL]: travel,
    "urn:scim:wso2:schema": { emailVerified: "true" },
    [ENTERPRISE]: { pendingEmails: [{ value: "new@example.com" }] },
    favouriteColour: "red",
  });
  expect(me.extensions).toEqual({
    [TRAVEL]: travel,
    "urn:scim:wso2:schema": { emailVerified: "true" },
  });
  expect(me.enterprise).toEqual({ pendingEmails: [{ value: "new@example.com" }] });
  expect(me.raw.favouriteColour).toBe("red");
});

test("reading changes nothing in the body", () => {
  const body = {
    userName: "kim",
    password: "s3cret",
    emails: ["a", { value: "b", primary: true }],
  };
  const before = structuredClone(body);
  parseScimMe(body);
  expect(body).toEqual(before);
});

test("of several spellings of a name or a URN it does not matter which was sent first", () => {
  const twice = [
    { USERNAME: "kim", Username: "ana" },
    { "urn:example:OWN:seat": "B", "urn:example:Own": { seat: "A" } },
  ];
  for (const body of twice) {
    const known = { ...body, id: "1" };
    const turned = Object.fromEntries(Object.entries(known).reverse());
    const { raw: _, ...model } = parseScimMe(known);
    expect(parseScimMe(turned)).toMatchObject(model);
  }
  expect(Object.values(parseScimMe({ id: "1", ...twice[1] }).extensions)).toEqual([{ seat: "A" }]);
});

test("text where a schema's object should be is no attribute of another schema", () => {
  const own = "urn:example:schemas:Own";
  expect(parseScimMe({ id: "1", schemas: [own], [own]: "text" }).extensions).toEqual({});
});

test("a value that has a name alone is that name, and a word with blanks around it is a word", () => {
  const { groups, active } = parseScimMe({ groups: [{ display: "Staff" }], active: " TRUE " });
  expect(groups).toEqual([{ value: "Staff", display: "Staff" }]);
  expect(active).toBe(true);
});
