import { ENTERPRISE, TRAVEL, USER } from "../../unit/scim/bodies.js";
import type { UserRow } from "../UserRow.js";

const server = "the standard";

/** What RFC 7643 and RFC 7644 leave open to any server. */
export const standard: UserRow[] = [
  {
    server,
    deviation: "a User of little more than its name",
    body: { schemas: [USER], id: "7f3a", userName: "kim.lee" },
    expected: { schemas: [USER], id: "7f3a", userName: "kim.lee" },
    name: "kim.lee",
  },
  {
    server,
    deviation: "names and URNs in any case",
    body: {
      SCHEMAS: [USER.toUpperCase()],
      ID: "7f3a",
      DisplayName: "Kim Lee",
      EMAILS: [{ VALUE: "kim@example.com", Primary: true }],
      [ENTERPRISE.toLowerCase()]: { DEPARTMENT: "Crew", Manager: { DISPLAYNAME: "Ada Byrne" } },
    },
    expected: {
      schemas: [USER.toUpperCase()],
      id: "7f3a",
      displayName: "Kim Lee",
      emails: [{ value: "kim@example.com", primary: true }],
      enterprise: { department: "Crew", manager: { displayName: "Ada Byrne" } },
    },
    name: "Kim Lee",
  },
  {
    server,
    deviation: "an answer to attributes=…, without schemas, id and meta, under full names",
    body: {
      displayName: "Kim Lee",
      emails: [{ value: "kim@example.com" }],
      [`${USER}:title`]: "Pilot",
      [`${ENTERPRISE}:department`]: "Crew",
      [`${ENTERPRISE}:manager`]: { value: "m1" },
      [`${TRAVEL}:seat`]: "aisle",
    },
    expected: {
      displayName: "Kim Lee",
      title: "Pilot",
      emails: [{ value: "kim@example.com" }],
      enterprise: { department: "Crew", manager: { value: "m1" } },
      extensions: { [TRAVEL]: { seat: "aisle" } },
    },
    name: "Kim Lee",
  },
  {
    server,
    deviation: "an extension's complex attribute under its full name",
    body: { schemas: [USER, TRAVEL], userName: "kim", [`${TRAVEL}:trip`]: { from: "LBA" } },
    expected: {
      schemas: [USER, TRAVEL],
      userName: "kim",
      extensions: { [TRAVEL]: { trip: { from: "LBA" } } },
    },
    name: "kim",
  },
  {
    server,
    deviation: "core attributes under the User URN",
    body: { [USER]: { userName: "kim", name: { givenName: "Kim" } } },
    expected: { userName: "kim", name: { givenName: "Kim" } },
    name: "Kim",
  },
  {
    server,
    deviation: "multi-valued attributes of primitives",
    body: { id: "7f3a", emails: ["kim@example.com"], roles: ["pilot", "captain"], ims: [7] },
    expected: {
      id: "7f3a",
      emails: [{ value: "kim@example.com" }],
      roles: [{ value: "pilot" }, { value: "captain" }],
      ims: [{ value: "7" }],
    },
    name: "kim@example.com",
  },
  {
    server,
    deviation: "one value, bare or an object, where a list would be",
    body: {
      id: "7f3a",
      emails: "kim@example.com",
      phoneNumbers: { value: 12025550144, type: "work" },
    },
    expected: {
      id: "7f3a",
      emails: [{ value: "kim@example.com" }],
      phoneNumbers: [{ value: "12025550144", type: "work" }],
    },
    name: "kim@example.com",
  },
  {
    server,
    deviation: "several primary values, of which the first counts",
    body: {
      userName: "kim",
      emails: [
        { value: "a@example.com", primary: false },
        { value: "b@example.com", primary: true },
        { value: "c@example.com", primary: true },
      ],
    },
    expected: {
      userName: "kim",
      emails: [
        { value: "a@example.com", primary: false },
        { value: "b@example.com", primary: true },
        { value: "c@example.com" },
      ],
    },
    name: "kim",
  },
  {
    server,
    deviation: "a photo, a group and a manager by relative references",
    body: {
      userName: "kim",
      photos: [{ value: "../photos/7f3a.png", type: "photo" }],
      groups: [{ value: "g1", $ref: "../Groups/g1", display: "Pilots", type: "direct" }],
      [ENTERPRISE]: { manager: { value: "m1", $ref: "../Users/m1" } },
    },
    expected: {
      userName: "kim",
      photos: [{ value: "../photos/7f3a.png", type: "photo" }],
      groups: [{ value: "g1", display: "Pilots", type: "direct" }],
      enterprise: { manager: { value: "m1", $ref: "../Users/m1" } },
    },
    name: "kim",
  },
  {
    server,
    deviation: "unknown attributes and schemas, which are kept",
    body: {
      schemas: [USER, TRAVEL],
      userName: "kim",
      favouriteColour: "red",
      [TRAVEL]: { seat: "aisle", legs: [{ from: "LBA", to: "DUB" }], none: null },
    },
    expected: {
      schemas: [USER, TRAVEL],
      userName: "kim",
      extensions: {
        [TRAVEL]: { seat: "aisle", legs: [{ from: "LBA", to: "DUB" }], none: null },
      },
    },
    name: "kim",
  },
  {
    server,
    deviation: "schemas as text",
    body: { schemas: USER, userName: "kim" },
    expected: { schemas: [USER], userName: "kim" },
    name: "kim",
  },
  {
    server,
    deviation: "the name as one text",
    body: { userName: "kim", name: "Kim Lee" },
    expected: { userName: "kim", name: { formatted: "Kim Lee" } },
    name: "Kim Lee",
  },
  {
    server,
    deviation: "a distinguished name, whose commas separate nothing",
    body: { userName: "kim", groups: "CN=Crew,DC=example,DC=com" },
    expected: { userName: "kim", groups: [{ value: "CN=Crew,DC=example,DC=com" }] },
    name: "kim",
  },
];
