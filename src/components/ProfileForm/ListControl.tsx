"use client";
import type { JSX } from "react";
import { getPrimary } from "../../scim/getPrimary.js";
import type { ControlProps } from "./FieldControl.js";
import { focusFirst } from "./focusFirst.js";
import { RowControl } from "./RowControl.js";
import { type Row, rowsOf } from "./rowsOf.js";

/**
 * A list of values or addresses: each may be changed, removed, given a type and be preferred. Of
 * photos the one that is shown.
 */
export function ListControl(props: ControlProps): JSX.Element {
  const { field, value, onChange, language } = props;
  const { words, messages, labelOf } = language;
  const [rows, blank] = rowsOf(value, field);

  function change(next: Row[], at = 0, from?: Element) {
    // A list of bare texts stays one.
    onChange(field.kind === "texts" ? next.map((row) => row.value ?? "") : next);
    const whole = from?.closest('[data-part="form-field"]');
    if (!whole) return;
    // After React has drawn the rows as they are then.
    setTimeout(() => {
      const drawn = whole.querySelectorAll('[data-part="row"]');
      focusFirst(drawn[Math.min(at, drawn.length - 1)]);
    });
  }

  const draw = (row: Row, index: number) => (
    <RowControl key={index} {...props} {...{ row, index, rows, change }} />
  );
  if (field.kind === "photo") {
    // The one that is shown.
    const row = getPrimary(rows) ?? blank;
    return draw(row, rows.indexOf(row));
  }
  return (
    <div data-part="list">
      {rows.map(draw)}
      <button
        type="button"
        data-part="add"
        aria-label={words.add + messages.listSeparator + labelOf(field)}
        onClick={({ currentTarget }) => change([...rows, blank], rows.length, currentTarget)}
      >
        {words.add}
      </button>
    </div>
  );
}
