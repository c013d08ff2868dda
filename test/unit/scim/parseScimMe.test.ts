// @vitest-environment node
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

test("names and URNs match in any case, at every level", () => {
  const me = parseScimMe({
    SCHEMAS: [USER.toUpperCase()],
    ID: "1",
    UserName: "kim",
    NAME: { GIVENNAME: "Kim" },
    Emails: [{ VALUE: "a@example.com", Type: "work", PRIMARY: "TRUE" }],
    ADDRESSES: [{ Locality: "Leeds" }],
    META: { RESOURCETYPE: "User" },
    [ENTERPRISE.toUpperCase()]: { DEPARTMENT: "Crew", Manager: { DisplayName: "Ada" } },
  });
  expect(me).toMatchObject({
    id: "1",
    userName: "kim",
    name: { givenName: "Kim" },
    emails: [{ value: "a@example.com", type: "work", primary: true }],
    addresses: [{ locality: "Leeds" }],
    meta: { resourceType: "User" },
    enterprise: { department: "Crew", manager: { displayName: "Ada" } },
    extensions: {},
  });
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

test("core attributes inside the User URN are found too", () => {
  const me = parseScimMe({ [USER]: { userName: "kim", name: { givenName: "Kim" } } });
  expect(me).toMatchObject({ userName: "kim", name: { givenName: "Kim" }, extensions: {} });
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

test("the model is plain JSON: copies of it are equal", () => {
  const me = parseScimMe({
    schemas: [USER],
    id: 1,
    active: "maybe",
    emails: ["a", { value: "b", primary: "no" }],
    name: { formatted: null },
    [TRAVEL]: { a: [null, 1, "x"] },
  });
  expect(structuredClone(me)).toStrictEqual(me);
  expect(JSON.parse(JSON.stringify(me))).toStrictEqual(me);
});

test("reading raw again gives the same model", () => {
  const me = parseScimMe({
    username: "PRIMARY/kim",
    password: "s3cret",
    emails: [{ value: "w", primary: true }, "p"],
    roles: "a,b",
    [`${TRAVEL}:seat`]: "aisle",
    [ENTERPRISE]: { manager: ["m1"], own: 1 },
  });
  expect(parseScimMe(me.raw)).toEqual(me);
  expect(parseScimMe(JSON.parse(JSON.stringify(me.raw)))).toEqual(me);
});
