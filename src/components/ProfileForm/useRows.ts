import type { RefObject } from "react";

/** One element of a multi-valued attribute, as it is entered. */
export type Row = Record<string, unknown>;

/** The rows of a list, one blank one where there is none, and what can be done with them. */
export interface Rows {
  rows: Row[];
  edit: (index: number, change: Row) => void;
  prefer: (index: number) => void;
  add: () => void;
  remove: (index: number) => void;
}

/** Reads and writes a list by its rows; `blank` is a new one. */
export function useRows(
  value: unknown,
  onChange: (value: unknown) => void,
  list: RefObject<HTMLElement | null>,
): Rows {
  const all = Array.isArray(value) ? value : [];
  const rows: Row[] = all.length
    ? all.map((item) => (typeof item === "object" && item ? item : { value: item }))
    : [{}];
  const focus = (index: number) =>
    // After React has drawn the rows as they are then.
    setTimeout(() => {
      const inputs = list.current?.querySelectorAll<HTMLElement>('[data-part="row"]');
      inputs?.[Math.min(index, inputs.length - 1)]
        ?.querySelector<HTMLElement>("input, textarea")
        ?.focus();
    });
  return {
    rows,
    edit: (index, change) =>
      onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row))),
    prefer: (index) =>
      onChange(
        rows.map(({ primary, ...row }, at) => (at === index ? { ...row, primary: true } : row)),
      ),
    add() {
      onChange([...rows, {}]);
      focus(rows.length);
    },
    remove(index) {
      onChange(rows.filter((_, at) => at !== index));
      focus(index);
    },
  };
}
