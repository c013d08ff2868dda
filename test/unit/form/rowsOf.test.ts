import { expect, test } from "vitest";
import type { EditableField } from "../../../src/components/ProfileForm/editableFields.js";
import { rowsOf } from "../../../src/components/ProfileForm/rowsOf.js";

function field(kind: EditableField["kind"], ...choices: string[]): EditableField {
  return { path: "some", kind, label: undefined, isNumber: false, required: false, choices };
}

test("a list without values has one blank row, for the first purpose", () => {
  for (const value of [undefined, null, [], "text"]) {
    expect(rowsOf(value, field("values", "work", "home"))[0]).toEqual([{ type: "work" }]);
  }
  expect(rowsOf([], field("texts"))).toEqual([[{}], {}]);
});

test("a new row is for the first purpose that is free, in any case", () => {
  const rows = [{ value: "a", type: "WORK" }, { value: "b" }];
  expect(rowsOf(rows, field("values", "work", "home"))).toEqual([rows, { type: "home" }]);
  expect(rowsOf(rows, field("values", "work"))[1]).toEqual({});
});

test("a bare text is a row as well", () => {
  expect(rowsOf(["a", { value: "b" }], field("texts"))[0]).toEqual([
    { value: "a" },
    { value: "b" },
  ]);
});
