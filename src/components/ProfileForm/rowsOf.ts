import { getPrimary } from "../../scim/getPrimary.js";
import { isObject } from "../../scim/readValues.js";
import type { EditableField } from "./editableFields.js";
import { isSameName } from "./splitPath.js";

/** One element of a multi-valued attribute, as it is entered. */
export interface Row {
  type?: string;
  primary?: boolean;
  [part: string]: unknown;
}

/** The elements of a list as rows, one blank one where there is none; and a new one. */
export function rowsOf(
  value: unknown,
  { kind, choices }: EditableField,
): [rows: Row[], blank: Row] {
  const all: unknown[] = Array.isArray(value) ? value : [];
  const rows: Row[] = all.map((item) => (isObject(item) ? item : { value: item }));
  // The photo that is shown is the first of them, and the one to edit.
  const shown = kind === "photo" && getPrimary(rows);
  if (shown) rows.unshift(...rows.splice(rows.indexOf(shown), 1));
  // A new one is for the first purpose that is free.
  const type = choices.find((one) => !rows.some((row) => isSameName(one, String(row.type))));
  const blank = type ? { type } : {};
  return [rows.length ? rows : [blank], blank];
}
