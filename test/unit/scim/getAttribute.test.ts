import { expect, test } from "vitest";
import { getAttribute } from "../../../src/scim/getAttribute.js";
import { parseScimMe } from "../../../src/scim/parseScimMe.js";
import { ENTERPRISE, TRAVEL, USER } from "./bodies.js";

const me = parseScimMe({
  id: "1",
  userName: "kim",
  active: "false",
  title: "",
  nickName: null,
  name: { givenName: "Kim" },
  emails: [
    { value: "a@example.com", type: "work", verified: true },
    { value: "b@example.com", verified: false },
  ],
  favouriteColour: "red",
  shoes: { size: 0 },
  nothing: [],
  password: "s3cret",
  [ENTERPRISE]: { department: "Crew", manager: { displayName: "Ada" }, badge: 7 },
  [TRAVEL]: { seat: "aisle", legs: [{ from: "LBA" }, { from: "LHR" }], "a.b": 1 },
  [`${TRAVEL}:Plus`]: { tier: "gold" },
});

test.each<[string, unknown]>([
  ["userName", "kim"],
  ["USERNAME", "kim"],
  ["active", false],
  ["name", { givenName: "Kim" }],
  ["name.givenName", "Kim"],
  ["Name.GivenName", "Kim"],
  ["emails.value", ["a@example.com", "b@example.com"]],
  ["emails.type", ["work"]],
  ["phoneNumbers", []],
  ["phoneNumbers.value", []],
  [`${USER}:userName`, "kim"],
  [`${USER}:name.givenName`, "Kim"],
  [`${ENTERPRISE}:department`, "Crew"],
  [`${ENTERPRISE.toLowerCase()}:DEPARTMENT`, "Crew"],
  [`${ENTERPRISE}:manager.displayName`, "Ada"],
  [`${ENTERPRISE}:badge`, 7],
  [`${TRAVEL}:seat`, "aisle"],
  [`${TRAVEL}:legs.from`, ["LBA", "LHR"]],
  [`${TRAVEL}:Plus:tier`, "gold"],
  [`${TRAVEL}:Plus.tier`, "gold"],
  ["favouriteColour", "red"],
  ["favouritecolour", "red"],
  ["shoes.size", 0],
  ["emails.verified", [true, false]],
])("%s is found", (path, expected) => {
  expect(getAttribute(me, path)).toEqual(expected);
});

test.each([
  "title",
  "nickName",
  "nothing",
  "locale",
  "name.familyName",
  "name.givenName.length",
  "userName.length",
  "emails.0",
  "password",
  `${USER}:password`,
  `${ENTERPRISE}:costCenter`,
  `${TRAVEL}:missing`,
  "urn:example:unknown:2.0:User:seat",
  "constructor",
  "__proto__",
  "name.__proto__",
  "emails.constructor",
  "toString",
  "",
  ".",
  "..",
  ":",
])("%j is not there", (path) => {
  const found = getAttribute(me, path);
  expect(Array.isArray(found) ? found.length || undefined : found).toBeUndefined();
});

test("a URN alone is the whole extension", () => {
  expect(getAttribute(me, TRAVEL)).toBe(me.extensions[TRAVEL]);
  expect(getAttribute(me, ENTERPRISE.toUpperCase())).toBe(me.enterprise);
  expect(getAttribute(parseScimMe({ id: "1" }), ENTERPRISE)).toBeUndefined();
});
