"use client";
import type { InputHTMLAttributes, JSX } from "react";
import { Choice } from "./Choice.js";
import type { EditableField } from "./editableFields.js";
import { ListControl } from "./ListControl.js";
import { TextInput } from "./TextInput.js";
import type { FormMessages } from "./useFormMessages.js";

/** The props of every control. */
export interface ControlProps {
  field: EditableField;
  value: unknown;
  onChange: (value: unknown) => void;
  language: FormMessages;
  /** What the label names, and what belongs together. */
  id: string;
  /** What every input of the field is told of what is wrong with it. */
  note: Pick<InputHTMLAttributes<HTMLInputElement>, "aria-invalid" | "aria-describedby">;
}

/** Whether an attribute has several inputs, which a label cannot name: its kind is a plural then. */
export function isGroup({ kind }: EditableField): boolean {
  return kind.endsWith("s");
}

/** The native form element for one attribute. */
export function FieldControl(props: ControlProps): JSX.Element {
  const { field, value, onChange, id, note, language } = props;
  const { kind, path, required, choices } = field;
  if (kind === "photo" || isGroup(field)) return <ListControl {...props} />;
  const text = String(value ?? "");
  const common = { ...note, id, required, onChange };
  if (kind === "choice") {
    return <Choice {...common} {...{ choices }} value={text} none={language.words.none} />;
  }
  if (kind !== "boolean") return <TextInput {...common} {...{ path, value }} />;
  return (
    <input
      {...common}
      data-part="check"
      type="checkbox"
      // A box that has to be ticked is something else than a value that has to be known.
      required={false}
      checked={text.toLowerCase() === "true"}
      onChange={({ target }) => onChange(target.checked)}
    />
  );
}
