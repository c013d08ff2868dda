// @vitest-environment node
import { expect, test } from "vitest";
import { parseScimMe } from "../../../src/scim/parseScimMe.js";
import type { ScimMe } from "../../../src/scim/ScimMe.js";
import { ENTERPRISE, TRAVEL, USER } from "./bodies.js";

// Each row is a habit of a real server, told with people of our own.
test.each<[string, Record<string, unknown>, Partial<ScimMe>]>([
  ["emails as bare text", { emails: ["a@example.com"] }, { emails: [{ value: "a@example.com" }] }],
  [
    "bare text among objects is the primary",
    { emails: [{ type: "work", value: "w@example.com", primary: true }, "p@example.com"] },
    {
      emails: [
        { type: "work", value: "w@example.com" },
        { value: "p@example.com", primary: true },
      ],
    },
  ],
  [
    "one value without its list",
    { emails: "a@example.com" },
    { emails: [{ value: "a@example.com" }] },
  ],
  [
    "one object without its list",
    { phoneNumbers: { value: 440, type: "work" } },
    { phoneNumbers: [{ value: "440", type: "work" }] },
  ],
  [
    "primary as text",
    {
      emails: [
        { value: "a", primary: "true" },
        { value: "b", primary: "False" },
      ],
    },
    {
      emails: [
        { value: "a", primary: true },
        { value: "b", primary: false },
      ],
    },
  ],
  [
    "a vendor's comma-joined text",
    { roles: "admin, pilot" },
    { roles: [{ value: "admin" }, { value: "pilot" }] },
  ],
  [
    "a distinguished name is one",
    { groups: "CN=Crew,DC=example" },
    { groups: [{ value: "CN=Crew,DC=example" }] },
  ],
  [
    "a photo's data URL is one",
    { photos: ["data:image/png;base64,AAAA"] },
    { photos: [{ value: "data:image/png;base64,AAAA" }] },
  ],
  ["schemas of an empty text", { schemas: [""] }, { schemas: [] }],
  ["schemas as text", { schemas: USER }, { schemas: [USER] }],
  ["username in lower case", { username: "PRIMARY/kim" }, { userName: "PRIMARY/kim" }],
  ["name as a list", { name: [{ givenName: "Kim" }] }, { name: { givenName: "Kim" } }],
  ["name as text", { name: "Kim Lee" }, { name: { formatted: "Kim Lee" } }],
  ["userName as a list of objects", { userName: [{ value: "kim" }] }, { userName: "kim" }],
  ["a numeric id", { id: 42 }, { id: "42" }],
  [
    "numeric group values",
    { groups: [{ value: 7, display: "Crew" }, 8] },
    {
      groups: [
        { value: "7", display: "Crew" },
        { value: "8", primary: true },
      ],
    },
  ],
  ["version zero", { meta: { version: 0 } }, { meta: { version: "0" } }],
  ["dates as numbers", { meta: { created: 1700000000 } }, { meta: { created: "1700000000" } }],
  [
    "a date without a zone",
    { meta: { created: "2026-01-02T03:04:05" } },
    { meta: { created: "2026-01-02T03:04:05" } },
  ],
  ["a relative location", { meta: { location: "Users/7f" } }, { meta: { location: "Users/7f" } }],
  [
    "an empty formatted name",
    { name: { formatted: "", givenName: "Kim" } },
    { name: { givenName: "Kim" } },
  ],
  [
    "roles with references",
    {
      roles: [
        { display: "pilot", value: "r1", $ref: "https://example.com/r1", audienceType: "org" },
      ],
    },
    { roles: [{ display: "pilot", value: "r1" }] },
  ],
  ["groups with a value alone", { groups: [{ value: "g1" }] }, { groups: [{ value: "g1" }] }],
  [
    "Errors inside a User",
    { Errors: { description: "x", code: 1 }, title: "Pilot" },
    { title: "Pilot" },
  ],
  [
    "manager as a list",
    { [ENTERPRISE]: { manager: [{ value: "m1" }] } },
    { enterprise: { manager: { value: "m1" } } },
  ],
  [
    "manager as text",
    { [ENTERPRISE]: { manager: "m1" } },
    { enterprise: { manager: { value: "m1" } } },
  ],
  [
    "a listed extension without its object",
    { schemas: [USER, ENTERPRISE, TRAVEL] },
    { schemas: [USER, ENTERPRISE, TRAVEL], extensions: {} },
  ],
  [
    "a vendor's URN first",
    { schemas: [TRAVEL, USER], [TRAVEL]: { seat: "aisle" } },
    { schemas: [TRAVEL, USER], extensions: { [TRAVEL]: { seat: "aisle" } } },
  ],
])("%s is accepted", (_, body, expected) => {
  const me = parseScimMe({ id: "7f3a", ...body });
  for (const [name, value] of Object.entries(expected)) {
    expect(me[name as keyof ScimMe], name).toEqual(value);
  }
});

test("a listed Enterprise extension that is not there leaves no enterprise", () => {
  expect(parseScimMe({ schemas: [USER, ENTERPRISE] })).not.toHaveProperty("enterprise");
  expect(parseScimMe({ id: "1", [ENTERPRISE]: { manager: {} } })).not.toHaveProperty("enterprise");
});
