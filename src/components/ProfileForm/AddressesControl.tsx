"use client";
import { type JSX, useRef } from "react";
import type { ControlProps } from "./FieldControl.js";
import { inputHints } from "./inputHints.js";
import { RowControls } from "./RowControls.js";
import { useRows } from "./useRows.js";

const PARTS = ["streetAddress", "postalCode", "locality", "region", "country"];

/** Postal addresses, part by part. The whole one is offered where a server has nothing else. */
export function AddressesControl(props: ControlProps): JSX.Element {
  const { field, label, value, onChange, id, words, types, labelOf, invalid, describedBy } = props;
  const list = useRef<HTMLDivElement>(null);
  const rows = useRows(value, onChange, list);
  return (
    <div data-part="list" ref={list}>
      {rows.rows.map((row, index) => {
        const name = rows.rows.length > 1 ? `${label} ${index + 1}` : label;
        const isWhole = !!row.formatted && !PARTS.some((part) => row[part]);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an address has no identity but its place.
          <fieldset data-part="row" data-kind="address" key={index}>
            <legend data-part="hidden">{name}</legend>
            {(isWhole ? ["formatted"] : PARTS).map((part, at) => {
              const input = {
                ...inputHints(part),
                id: `${id}${index || at ? `-${index}-${part}` : ""}`,
                "data-part": "input",
                "aria-invalid": invalid || undefined,
                "aria-describedby": describedBy,
                value: String(row[part] ?? ""),
                // The whole address said what its parts no longer say.
                onChange: (event: { target: { value: string } }) =>
                  rows.edit(index, { formatted: undefined, [part]: event.target.value }),
              };
              return (
                <div data-part="address-part" data-name={part} key={part}>
                  <label data-part="label" htmlFor={input.id}>
                    {labelOf(part)}
                  </label>
                  {part === "streetAddress" || part === "formatted" ? (
                    <textarea rows={2} {...input} />
                  ) : (
                    <input {...input} />
                  )}
                </div>
              );
            })}
            <RowControls
              {...{ row, index, rows, name, types, words }}
              group={`${id}-primary`}
              choices={field.choices ?? []}
            />
          </fieldset>
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
