"use client";
import type { InputHTMLAttributes, JSX } from "react";
import { getPrimary } from "../../scim/getPrimary.js";
import type { ScimValue } from "../../scim/ScimMe.js";
import type { ControlProps } from "./FieldControl.js";
import { focusFirst } from "./focusFirst.js";
import { inputHints } from "./inputHints.js";

/** The photo by its web address. One that is inside the profile is no address to edit, only to remove. */
export function PhotoControl(
  props: ControlProps & { input: InputHTMLAttributes<HTMLInputElement> },
): JSX.Element {
  const { field, label, value, onChange, words, input } = props;
  const photos = (Array.isArray(value) ? value : []) as ScimValue[];
  const shown = getPrimary(photos);
  const { value: address = "" } = shown ?? {};
  const others = photos.filter((photo) => photo !== shown);
  return (
    <div data-part="row">
      <input
        {...input}
        {...inputHints(field.path)}
        value={/^data:/i.test(address) ? "" : address}
        onChange={(event) => onChange([{ ...shown, value: event.target.value }, ...others])}
      />
      {address && (
        <button
          type="button"
          data-part="remove"
          aria-label={`${words.remove}, ${label}`}
          onClick={(event) => {
            onChange(others);
            focusFirst(event.currentTarget.parentElement);
          }}
        >
          {words.remove}
        </button>
      )}
    </div>
  );
}
