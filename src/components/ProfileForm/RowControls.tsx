"use client";
import type { JSX } from "react";
import { settled } from "./changesOf.js";
import type { ControlProps } from "./FieldControl.js";
import type { Row, Rows } from "./useRows.js";

/** The props of {@link RowControls}. */
export interface RowControlsProps extends ControlProps {
  row: Row;
  index: number;
  rows: Rows;
  /** What the row is called, e.g. "Email 2". */
  name: string;
}

/** What a value is for, whether it is the preferred one, and the button that removes it. */
export function RowControls(props: RowControlsProps): JSX.Element {
  const { field, id, row, index, rows, name, types, words } = props;
  const { choices } = field;
  const type = typeof row.type === "string" ? row.type : "";
  // A server's own type is kept, in its own spelling.
  const known = choices.find((choice) => choice.toLowerCase() === type.toLowerCase());
  const offered = known || !type ? choices : [...choices, type];
  const isOne = rows.rows.length < 2;
  return (
    <>
      {offered.length > 0 && (
        <select
          data-part="input"
          aria-label={`${words.type}, ${name}`}
          value={known ?? type}
          onChange={(event) => rows.edit(index, { type: event.target.value })}
        >
          <option value="">{words.none}</option>
          {offered.map((choice) => {
            const key = choice.toLowerCase();
            return (
              <option key={choice} value={choice}>
                {Object.hasOwn(types, key) ? types[key] : choice}
              </option>
            );
          })}
        </select>
      )}
      {!isOne && field.kind !== "texts" && (
        <label data-part="choice">
          <input
            type="radio"
            name={id}
            checked={row.primary === true}
            onChange={() => rows.prefer(index)}
            aria-label={`${words.primary}, ${name}`}
          />
          {words.primary}
        </label>
      )}
      {/* A blank one that stands alone is nothing to remove. */}
      {(!isOne || settled([row]) !== null) && (
        <button
          type="button"
          data-part="remove"
          aria-label={`${words.remove}, ${name}`}
          onClick={() => rows.remove(index)}
        >
          {words.remove}
        </button>
      )}
    </>
  );
}
