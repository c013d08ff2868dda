import { ENTERPRISE, USER } from "../../unit/scim/bodies.js";
import type { UserRow } from "../UserRow.js";

const PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==";
const groups = Array.from({ length: 5_000 }, (_, index) => ({
  value: `g-${index}`,
  display: `Group ${index}`,
}));

/** Services, smaller servers, and what any of them may do. */
export const others: UserRow[] = [
  {
    server: "Kaiten",
    deviation: "a numeric id",
    body: { id: 42, userName: "tomas" },
    expected: { id: "42", userName: "tomas" },
    name: "tomas",
  },
  {
    server: "Kaiten",
    deviation: "numeric group values",
    body: { userName: "tomas", groups: [{ value: 7, display: "Crew" }, { value: 0 }] },
    expected: { userName: "tomas", groups: [{ value: "7", display: "Crew" }, { value: "0" }] },
    name: "tomas",
  },
  {
    server: "Kaiten",
    deviation: "a location that is no URL",
    body: { userName: "tomas", meta: { location: "users 42" } },
    expected: { userName: "tomas", meta: { location: "users 42" } },
    name: "tomas",
  },
  {
    server: "i2scim",
    deviation: "the manager is a list",
    body: { userName: "tomas", [ENTERPRISE]: { manager: [{ displayName: "Ada Byrne" }] } },
    expected: { userName: "tomas", enterprise: { manager: { displayName: "Ada Byrne" } } },
    name: "tomas",
  },
  {
    server: "i2scim",
    deviation: "the manager is a bare id",
    body: { userName: "tomas", [ENTERPRISE]: { manager: "m1" } },
    expected: { userName: "tomas", enterprise: { manager: { value: "m1" } } },
    name: "tomas",
  },
  {
    server: "i2scim",
    deviation: "a password in the body",
    body: { schemas: [USER], userName: "tomas", password: "{SSHA}c2FsdGVk" },
    expected: { schemas: [USER], userName: "tomas" },
    name: "tomas",
  },
  {
    server: "GitHub",
    deviation: "groups with a value alone",
    body: { userName: "tomas", groups: [{ value: "g1" }, { value: "g2" }] },
    expected: { userName: "tomas", groups: [{ value: "g1" }, { value: "g2" }] },
    name: "tomas",
  },
  {
    server: "GitHub",
    deviation: "dates with an offset",
    body: { userName: "tomas", meta: { lastModified: "2026-01-02T03:04:05.000-06:00" } },
    expected: { userName: "tomas", meta: { lastModified: "2026-01-02T03:04:05.000-06:00" } },
    name: "tomas",
  },
  {
    server: "Slack",
    deviation: "Errors inside a User",
    body: { id: "U1", userName: "tomas", Errors: { description: "field_unknown", code: 400 } },
    expected: { id: "U1", userName: "tomas" },
    name: "tomas",
  },
  {
    server: "Slack",
    deviation: "empty text everywhere",
    body: {
      id: "U1",
      externalId: "",
      userName: "tomas",
      nickName: "",
      displayName: "",
      profileUrl: "",
      title: "",
      timezone: "",
      name: { givenName: "", familyName: "" },
      emails: [{ value: "tomas@example.com", type: "", primary: true }],
      phoneNumbers: [{ value: "", type: "work" }],
      photos: [{ value: "https://example.com/t.png", type: "photo" }],
      addresses: [{ formatted: "", locality: "" }],
      [ENTERPRISE]: { department: "", manager: { displayName: "", value: "" } },
    },
    expected: {
      id: "U1",
      userName: "tomas",
      emails: [{ value: "tomas@example.com", primary: true }],
      photos: [{ value: "https://example.com/t.png", type: "photo" }],
    },
    name: "tomas",
  },
  {
    server: "OSIAM",
    deviation: "a photo as a data URL, whose comma separates nothing",
    body: { userName: "tomas", photos: [{ value: PIXEL }, PIXEL] },
    expected: {
      userName: "tomas",
      photos: [{ value: PIXEL }, { value: PIXEL, primary: true }],
    },
    name: "tomas",
  },
  {
    server: "Curity",
    deviation: "values without a type, and no name of any kind",
    body: {
      id: "VVNFUjo3ZjNh",
      userName: "tomas",
      phoneNumbers: [{ value: "202-555-0144", primary: true }],
      meta: { created: "1970-01-01T00:00:07Z" },
    },
    expected: {
      id: "VVNFUjo3ZjNh",
      userName: "tomas",
      phoneNumbers: [{ value: "202-555-0144", primary: true }],
      meta: { created: "1970-01-01T00:00:07Z" },
    },
    name: "tomas",
  },
  {
    server: "any",
    deviation: "five thousand groups",
    body: { userName: "tomas", groups },
    expected: { userName: "tomas", groups },
    name: "tomas",
  },
  {
    server: "any",
    deviation: "dates as epoch numbers",
    body: { userName: "tomas", meta: { created: 1767323045, lastModified: 1767323045678 } },
    expected: {
      userName: "tomas",
      meta: { created: "1767323045", lastModified: "1767323045678" },
    },
    name: "tomas",
  },
  {
    server: "any",
    deviation: "dates as text of digits",
    body: { userName: "tomas", meta: { created: "1767323045" } },
    expected: { userName: "tomas", meta: { created: "1767323045" } },
    name: "tomas",
  },
];
