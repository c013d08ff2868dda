import { expect, test } from "vitest";
import { parseScimMe } from "../../../src/scim/parseScimMe.js";
import { ScimMeError } from "../../../src/scim/ScimMeError.js";
import { MESSAGES, USER } from "./bodies.js";

test.each<[string, unknown]>([
  ["a userName", { userName: "kim" }],
  ["a username", { username: "kim" }],
  ["an id", { id: "1" }],
  ["the User URN", { schemas: [USER] }],
  ["the User URN in other letters", { schemas: [USER.toLowerCase()] }],
  ["a core attribute that is a list", { emails: ["a@example.com"] }],
  ["a core attribute that is an object", { name: { givenName: "Kim" } }],
])("%s makes a User", (_, body) => {
  expect(() => parseScimMe(body)).not.toThrow();
});

test.each<[string, unknown]>([
  ["undefined", undefined],
  ["null", null],
  ["a text", "kim"],
  ["a number", 7],
  ["true", true],
  ["a list", [{ userName: "kim" }]],
  ["an empty object", {}],
  ["an Error", { schemas: [`${MESSAGES}:Error`], status: "404", id: "1" }],
  ["an Error with schemas as text", { schemas: `${MESSAGES}:Error`, userName: "kim" }],
  ["an Error in other letters", { Schemas: [`${MESSAGES}:Error`.toLowerCase()], id: "1" }],
  ["an Error that also names User", { schemas: [USER, `${MESSAGES}:Error`], userName: "kim" }],
  [
    "a Group",
    { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], id: "1", displayName: "Crew" },
  ],
  ["an inactive token", { active: false }],
  ["a text where a name would be", { displayName: "Kim", title: "Pilot" }],
  ["empty core attributes", { emails: [], name: {}, id: "", userName: null }],
  ["a User URN with nothing under it", { [USER]: [], active: true }],
  ["other things", { ok: true, data: { user: { userName: "kim" } } }],
])("%s is not a User", (_, body) => {
  let thrown: unknown;
  try {
    parseScimMe(body);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(ScimMeError);
  expect(thrown).toMatchObject({ reason: "malformed" });
});
