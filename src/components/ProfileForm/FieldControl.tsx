"use client";
import type { JSX } from "react";
import type { EditingMessages } from "../../locales/EditingMessages.js";
import type { EditableField } from "./editableFields.js";
import { inputHints } from "./inputHints.js";
import { ListControl } from "./ListControl.js";
import { PhotoControl } from "./PhotoControl.js";

/** The props of every control. */
export interface ControlProps {
  field: EditableField;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
  /** The `id` of the input that the label names, and of what belongs together. */
  id: string;
  words: EditingMessages;
  /** What a value's type is called. */
  types: Record<string, string>;
  /** The names of the parts of an address. */
  labelOf: (path: string) => string;
  invalid: boolean;
  describedBy: string | undefined;
}

/** Whether an attribute has several inputs, which a label cannot name. */
export function isGroup({ kind }: EditableField): boolean {
  return kind === "values" || kind === "texts" || kind === "addresses";
}

/** The native form element for one attribute. */
export function FieldControl(props: ControlProps): JSX.Element {
  const { field, value, onChange, id, invalid, describedBy, words } = props;
  const { kind, path, required, choices } = field;
  if (isGroup(field)) return <ListControl {...props} />;
  const common = {
    id,
    "data-part": "input",
    required,
    "aria-invalid": invalid || undefined,
    "aria-describedby": describedBy,
  };
  if (kind === "photo") return <PhotoControl {...props} input={common} />;
  const text = value === undefined || value === null ? "" : String(value);
  const setText = (event: { target: { value: string } }) => onChange(event.target.value);
  if (kind === "boolean") {
    return (
      <input
        {...common}
        data-part="check"
        type="checkbox"
        // A box that has to be ticked is something else than a value that has to be known.
        required={false}
        checked={text.toLowerCase() === "true"}
        onChange={(event) => onChange(event.target.checked)}
      />
    );
  }
  if (kind !== "choice") {
    return <input {...common} {...inputHints(path)} value={text} onChange={setText} />;
  }
  return (
    <select {...common} value={text} onChange={setText}>
      <option value="">{words.none}</option>
      {[...new Set([...choices, text])].filter(Boolean).map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  );
}
