"use client";
import type { JSX } from "react";
import type { EditingMessages } from "../../locales/EditingMessages.js";
import { settled } from "./changesOf.js";
import type { Row, Rows } from "./useRows.js";

/** The props of {@link RowControls}. */
export interface RowControlsProps {
  row: Row;
  index: number;
  rows: Rows;
  /** What the row is called, e.g. "Email 2". */
  name: string;
  /** The group of radio buttons that the row's belongs to. */
  group: string;
  choices: readonly string[];
  types: Record<string, string>;
  words: EditingMessages;
}

/** What a value is for, whether it is the preferred one, and the button that removes it. */
export function RowControls(props: RowControlsProps): JSX.Element {
  const { row, index, rows, name, group, choices, types, words } = props;
  const type = typeof row.type === "string" ? row.type : "";
  // A server's own type is kept, in its own spelling.
  const known = choices.find((choice) => choice.toLowerCase() === type.toLowerCase());
  const shown = [...new Set([...choices, known ? "" : type])].filter(Boolean);
  return (
    <>
      {shown.length > 0 && (
        <select
          data-part="input"
          aria-label={`${words.type}, ${name}`}
          value={known ?? type}
          onChange={(event) => rows.edit(index, { type: event.target.value })}
        >
          <option value="">{words.none}</option>
          {shown.map((choice) => {
            const key = choice.toLowerCase();
            return (
              <option key={choice} value={choice}>
                {Object.hasOwn(types, key) ? types[key] : choice}
              </option>
            );
          })}
        </select>
      )}
      {rows.rows.length > 1 && (
        <label data-part="choice">
          <input
            type="radio"
            name={group}
            checked={row.primary === true}
            onChange={() => rows.prefer(index)}
            aria-label={`${words.primary}, ${name}`}
          />
          {words.primary}
        </label>
      )}
      <RemoveButton {...props} />
    </>
  );
}

/** Takes a row away; a blank one that stands alone is nothing to remove. */
export function RemoveButton(
  props: Pick<RowControlsProps, "row" | "index" | "rows" | "name" | "words">,
): JSX.Element | null {
  const { row, index, rows, name, words } = props;
  if (rows.rows.length === 1 && settled([row]) === null) return null;
  return (
    <button
      type="button"
      data-part="remove"
      aria-label={`${words.remove}, ${name}`}
      onClick={() => rows.remove(index)}
    >
      {words.remove}
    </button>
  );
}
