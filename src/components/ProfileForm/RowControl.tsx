"use client";
import type { JSX } from "react";
import { Choice } from "./Choice.js";
import { settled } from "./changesOf.js";
import type { ControlProps } from "./FieldControl.js";
import { READ, type Row } from "./rowsOf.js";
import { isSameName } from "./splitPath.js";
import { TextInput } from "./TextInput.js";

/** The props of {@link RowControl}. */
export interface RowControlProps extends ControlProps {
  row: Row;
  index: number;
  rows: readonly Row[];
  /** Puts other rows in place of these; the focus goes to that place in what `from` belongs to. */
  change: (rows: Row[], at?: number, from?: Element) => void;
}

const PARTS = ["streetAddress", "postalCode", "locality", "region", "country"];

/** A value, what it is for, whether it is the preferred one, and the button that removes it. */
export function RowControl(props: RowControlProps): JSX.Element {
  const { field, id, note, language, row, index, rows, change } = props;
  const { kind, path, choices, required } = field;
  const { words, messages, labelOf } = language;
  const isAddress = kind === "addresses";
  const isPhoto = kind === "photo";
  const isOne = isPhoto || rows.length < 2;
  const name = isOne ? labelOf(field) : `${labelOf(field)} ${index + 1}`;
  const type = String(row.type ?? "");
  const ofThis = (what: string) => what + messages.listSeparator + name;
  const edit = (part: Row) => change(rows.map((one) => (one === row ? edited(row, part) : one)));
  return (
    <div data-part="row" {...(isAddress && { role: "group", "aria-label": name })}>
      {partsOf(row, isAddress).map((part) => {
        const input = (
          <TextInput
            key={part}
            {...note}
            // One value is enough. Of an address it is no part in particular: its group is marked.
            {...(isPhoto
              ? { id, required }
              : !isAddress && { required: required && !index, "aria-label": name })}
            path={isAddress ? part : path}
            type={type}
            // A photo that is inside the profile is no address to edit, only to remove.
            value={isPhoto && /^data:/i.test(`${row[part]}`) ? "" : row[part]}
            onChange={(text) => edit({ [part]: text })}
          />
        );
        if (!isAddress) return input;
        return (
          // biome-ignore lint/a11y/noLabelWithoutControl: the input is in it.
          <label data-part="address-part" data-name={part} key={part}>
            <span data-part="label">{labelOf({ path: part })}</span>
            {input}
          </label>
        );
      })}
      {!isPhoto && (choices.length > 0 || type) && (
        <Choice
          aria-label={ofThis(words.type)}
          value={choices.find((choice) => isSameName(choice, type)) ?? type}
          onChange={(next) => edit({ type: next })}
          choices={choices}
          names={messages.types}
          none={words.none}
        />
      )}
      {!isOne && kind !== "texts" && (
        <label data-part="choice">
          <input
            type="radio"
            name={id}
            checked={row.primary === true}
            onChange={() =>
              change(
                rows.map(({ primary, ...one }, at) =>
                  at === index ? { ...one, primary: true } : one,
                ),
              )
            }
            aria-label={ofThis(words.primary)}
          />
          {words.primary}
        </label>
      )}
      {/* A blank one that stands alone is nothing to remove. */}
      {(!isOne || !!settled([row])) && (
        <button
          type="button"
          data-part="remove"
          aria-label={ofThis(words.remove)}
          onClick={({ currentTarget }) =>
            change(
              rows.filter((one) => one !== row),
              index,
              currentTarget,
            )
          }
        >
          {words.remove}
        </button>
      )}
    </div>
  );
}

/**
 * A row with another part. What says the same as the value or the parts goes with them, and comes back
 * where they are as they were.
 */
function edited(row: Row, part: Row): Row {
  const { [READ]: read = row } = row;
  const next = { ...row, ...part };
  const isAsRead = ["value", ...PARTS].every((name) => (next[name] ?? "") === (read[name] ?? ""));
  const { display, formatted } = isAsRead ? read : ({} as Row);
  return { ...next, display, formatted, ...part, [READ]: read };
}

/** The whole address is offered where a server has nothing else. */
function partsOf(row: Row, isAddress: boolean): readonly string[] {
  if (!isAddress) return ["value"];
  const isWhole = row.formatted !== undefined && !PARTS.some((part) => row[part]);
  return isWhole ? ["formatted"] : PARTS;
}
