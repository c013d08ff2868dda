"use client";
import type { RefObject } from "react";
import { focusFirst } from "./focusFirst.js";

/** One element of a multi-valued attribute, as it is entered. */
export type Row = Record<string, unknown>;

/** The rows of a list, one blank one where there is none, and what can be done with them. */
export interface Rows {
  rows: readonly Row[];
  edit: (index: number, change: Row) => void;
  prefer: (index: number) => void;
  add: () => void;
  remove: (index: number) => void;
}

/** What {@link useRows} works on. */
export interface RowsOptions {
  value: unknown;
  onChange: (rows: Row[]) => void;
  list: RefObject<HTMLElement | null>;
  /** What a value can be for; a new one is for the first that is free. */
  types: readonly string[];
}

/** Reads and writes a list by its rows. */
export function useRows({ value, onChange, list, types }: RowsOptions): Rows {
  const all = Array.isArray(value) ? value : [];
  const given: Row[] = all.map((item) =>
    typeof item === "object" && item ? item : { value: item },
  );
  const taken = given.map(({ type }) => String(type).toLowerCase());
  const type = types.find((one) => !taken.includes(one.toLowerCase()));
  const blank: Row = type ? { type } : {};
  const rows = given.length ? given : [blank];
  const change = (next: Row[], at: number) => {
    onChange(next);
    // After React has drawn the rows as they are then.
    setTimeout(() => {
      const drawn = list.current?.querySelectorAll('[data-part="row"]') ?? [];
      focusFirst(drawn[Math.min(at, drawn.length - 1)]);
    });
  };
  return {
    rows,
    edit: (index, edit) =>
      onChange(rows.map((row, at) => (at === index ? { ...row, ...edit } : row))),
    prefer: (index) =>
      onChange(
        rows.map(({ primary, ...row }, at) => (at === index ? { ...row, primary: true } : row)),
      ),
    add: () => change([...rows, blank], rows.length),
    remove: (index) =>
      change(
        rows.filter((_, at) => at !== index),
        index,
      ),
  };
}
