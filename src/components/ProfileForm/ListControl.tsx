"use client";
import { type JSX, useRef } from "react";
import type { ControlProps } from "./FieldControl.js";
import { inputHints } from "./inputHints.js";
import { RowControls } from "./RowControls.js";
import { type Row, useRows } from "./useRows.js";

const VALUE = ["value"];
/** What said the same as the value or the parts, and no longer does. */
const OUTDATED = { display: undefined, formatted: undefined };
const PARTS = ["streetAddress", "postalCode", "locality", "region", "country"];

/** A list of values or addresses: each may be changed, removed, given a type and be preferred. */
export function ListControl(props: ControlProps): JSX.Element {
  const { field, label, value, onChange, words, labelOf, invalid, describedBy } = props;
  const list = useRef<HTMLDivElement>(null);
  const isAddress = field.kind === "addresses";
  const isText = field.kind === "texts";
  const rows = useRows({
    value,
    // A list of bare texts stays one.
    onChange: (next) => onChange(isText ? next.map((row) => row.value ?? "") : next),
    list,
    types: field.choices,
  });
  return (
    <div data-part="list" ref={list}>
      {rows.rows.map((row, index) => {
        const name = rows.rows.length > 1 ? `${label} ${index + 1}` : label;
        return (
          <div
            data-part="row"
            // biome-ignore lint/suspicious/noArrayIndexKey: a value has no identity but its place.
            key={index}
            {...(isAddress && { role: "group", "aria-label": name })}
          >
            {partsOf(row, isAddress).map((part) => {
              const Input = part === "streetAddress" || part === "formatted" ? "textarea" : "input";
              const input = (
                <Input
                  {...inputHints(isAddress ? part : field.path, String(row.type ?? ""))}
                  key={part}
                  data-part="input"
                  aria-label={isAddress ? undefined : name}
                  aria-invalid={invalid || undefined}
                  aria-describedby={describedBy}
                  value={String(row[part] ?? "")}
                  onChange={({ target }) => rows.edit(index, { ...OUTDATED, [part]: target.value })}
                />
              );
              if (!isAddress) return input;
              return (
                // biome-ignore lint/a11y/noLabelWithoutControl: the input is in it.
                <label data-part="address-part" data-name={part} key={part}>
                  <span data-part="label">{labelOf(part)}</span>
                  {input}
                </label>
              );
            })}
            <RowControls {...props} {...{ row, index, rows, name }} />
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

/** The whole address is offered where a server has nothing else. */
function partsOf(row: Row, isAddress: boolean): readonly string[] {
  if (!isAddress) return VALUE;
  const isWhole = row.formatted !== undefined && !PARTS.some((part) => row[part]);
  return isWhole ? ["formatted"] : PARTS;
}
