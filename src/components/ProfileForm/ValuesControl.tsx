"use client";
import { type JSX, useRef } from "react";
import type { ControlProps } from "./FieldControl.js";
import { inputHints } from "./inputHints.js";
import { RemoveButton, RowControls } from "./RowControls.js";
import { useRows } from "./useRows.js";

/** A list of values: each may be changed, removed, given a type and be the preferred one. */
export function ValuesControl(props: ControlProps): JSX.Element {
  const { field, label, value, onChange, id, words, types, invalid, describedBy } = props;
  const list = useRef<HTMLDivElement>(null);
  const isText = field.kind === "texts";
  const rows = useRows(
    value,
    // A list of bare texts stays one.
    (next) =>
      onChange(isText ? (next as { value?: unknown }[]).map((row) => row.value ?? "") : next),
    list,
  );
  return (
    <div data-part="list" ref={list}>
      {rows.rows.map((row, index) => {
        const name = rows.rows.length > 1 ? `${label} ${index + 1}` : label;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a value has no identity but its place.
          <div data-part="row" key={index}>
            <input
              {...inputHints(field.path, String(row.type ?? ""))}
              {...(index === 0 && { id })}
              data-part="input"
              aria-label={name}
              aria-invalid={invalid || undefined}
              aria-describedby={describedBy}
              value={String(row.value ?? "")}
              onChange={(event) => rows.edit(index, { value: event.target.value })}
            />
            {isText ? (
              <RemoveButton {...{ row, index, rows, name, words }} />
            ) : (
              <RowControls
                {...{ row, index, rows, name, types, words }}
                group={`${id}-primary`}
                choices={field.choices ?? []}
              />
            )}
          </div>
        );
      })}
      <button
        type="button"
        data-part="add"
        aria-label={`${words.add}, ${label}`}
        onClick={rows.add}
      >
        {words.add}
      </button>
    </div>
  );
}
