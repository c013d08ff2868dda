"use client";
import type { JSX } from "react";
import type { EditingMessages } from "../../locales/EditingMessages.js";
import { AddressesControl } from "./AddressesControl.js";
import type { EditableField } from "./editableFields.js";
import { inputHints } from "./inputHints.js";
import { PhotoControl } from "./PhotoControl.js";
import { ValuesControl } from "./ValuesControl.js";

/** The props of every control. */
export interface ControlProps {
  field: EditableField;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
  /** The `id` of the input that the label names. */
  id: string;
  words: EditingMessages;
  /** What a value's type is called. */
  types: Record<string, string>;
  /** The names of the parts of an address. */
  labelOf: (path: string) => string;
  invalid: boolean;
  describedBy: string | undefined;
}

/** The native form element for one attribute. */
export function FieldControl(props: ControlProps): JSX.Element {
  const { field, value, onChange, id, invalid, describedBy, words } = props;
  const { kind, path, required, choices = [] } = field;
  if (kind === "values" || kind === "texts") return <ValuesControl {...props} />;
  if (kind === "addresses") return <AddressesControl {...props} />;
  if (kind === "photo") return <PhotoControl {...props} />;
  const common = {
    id,
    name: path,
    required,
    "aria-invalid": invalid || undefined,
    "aria-describedby": describedBy,
  };
  const text = value === undefined || value === null ? "" : String(value);
  if (kind === "boolean") {
    return (
      <input
        {...common}
        type="checkbox"
        required={false}
        checked={text.toLowerCase() === "true"}
        onChange={(event) => onChange(event.target.checked)}
      />
    );
  }
  if (kind === "choice") {
    return (
      <select
        {...common}
        data-part="input"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{words.none}</option>
        {[...new Set([...choices, text])].filter(Boolean).map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...common}
      {...inputHints(path)}
      data-part="input"
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
