import { expect, test } from "vitest";
import {
  asWritten,
  changesOf,
  isUnchanged,
} from "../../../src/components/ProfileForm/changesOf.js";
import type { EditableField } from "../../../src/components/ProfileForm/editableFields.js";
import { ENTERPRISE, TRAVEL } from "../scim/bodies.js";

const of = (values: object) => changesOf(new Map(Object.entries(values)));

test("each path is set where the model has it", () => {
  const changes = of({
    title: "Captain",
    "name.givenName": "Ana",
    "name.familyName": "Okafor",
    [`${ENTERPRISE.toLowerCase()}:department`]: "Tours",
    [`${TRAVEL}:badgeColor`]: "blue",
    [`${TRAVEL}:shift.gate`]: 4,
  });
  expect(changes).toEqual({
    title: "Captain",
    name: { givenName: "Ana", familyName: "Okafor" },
    enterprise: { department: "Tours" },
    extensions: { [TRAVEL]: { badgeColor: "blue", shift: { gate: 4 } } },
  });
});

test.each([
  ["", null],
  ["  ", null],
  [[], null],
  [[{ type: "work", primary: true }], null],
  [[{ value: " ", type: "work" }], null],
  [["", "a", " "], ["a"]],
  [[{ value: "a", type: "", primary: false }, { type: "home" }], [{ value: "a" }]],
  [[{ locality: "Exampleton", formatted: undefined }], [{ locality: "Exampleton" }]],
  [false, false],
  [0, 0],
  [" a ", " a "],
])("what is left blank in %j is no value", (value, expected) => {
  expect(of({ seat: value })).toEqual({ seat: expected });
});

test.each([
  ["", undefined, true],
  [[], undefined, true],
  ["a", "a ", false],
  ["true", true, true],
  ["4", 4, true],
  [[{ value: "a", type: "work" }], [{ type: "work", value: "a", primary: false }], true],
  [[{ value: "a" }], [{ value: "a", primary: true }], false],
  [false, undefined, true],
  [false, true, false],
  [[{ value: "a" }, { type: "home" }], [{ value: "a" }], true],
  [["a", "b"], ["b", "a"], false],
])("%j and %j are the same to a server: %s", (a, b, expected) => {
  expect(isUnchanged(a, b)).toBe(expected);
  expect(isUnchanged(b, a)).toBe(expected);
});

test.each([
  ["12", 12],
  ["-1.5", -1.5],
  [" 7 ", 7],
  ["", ""],
  ["1,5", "1,5"],
  ["1e999", "1e999"],
  ["B", "B"],
])("%j in a number's place is written as %j", (text, expected) => {
  const seat = { path: "seat", kind: "number", isNumber: true, label: "" } as const;
  const field = { ...seat, required: false, choices: [] };
  const entered = new Map(Object.entries({ seat: text, title: "12" }));
  expect(Object.fromEntries(asWritten(entered, [field]))).toEqual({ seat: expected, title: "12" });
  const list = new Map([["seat", [text, 2]]]);
  expect(Object.fromEntries(asWritten(list, [field]))).toEqual({ seat: [expected, 2] });
});

test("a number that nobody has touched is no part of what is written", () => {
  const seat = { path: "seat", isNumber: true } as EditableField;
  expect([...asWritten(new Map([["title", "Captain"]]), [seat])]).toEqual([["title", "Captain"]]);
});
