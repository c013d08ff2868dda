import { isObject } from "../../scim/readValues.js";
import type { EditableField } from "./editableFields.js";
import { isSameName } from "./splitPath.js";

/** Where a row that was edited keeps what it was; it is no name, so that nobody sends it. */
export const READ: unique symbol = Symbol();

/** One element of a multi-valued attribute, as it is entered. */
export interface Row {
  type?: string;
  primary?: boolean;
  [READ]?: Row;
  [part: string]: unknown;
}

/** The elements of a list as rows, one blank one where there is none; and a new one. */
export function rowsOf(value: unknown, { choices }: EditableField): [rows: Row[], blank: Row] {
  const all: unknown[] = Array.isArray(value) ? value : [];
  const rows: Row[] = all.map((item) => (isObject(item) ? item : { value: item }));
  // A new one is for the first purpose that is free.
  const type = choices.find((one) => !rows.some((row) => isSameName(one, String(row.type))));
  const blank = type ? { type } : {};
  return [rows.length ? rows : [{ ...blank }], blank];
}
