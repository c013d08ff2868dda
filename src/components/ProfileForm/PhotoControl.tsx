"use client";
import type { JSX } from "react";
import { getPrimary } from "../../scim/getPrimary.js";
import type { ScimValue } from "../../scim/ScimMe.js";
import type { ControlProps } from "./FieldControl.js";
import { inputHints } from "./inputHints.js";

/** The photo by its web address. One that is inside the profile is no address to edit, only to remove. */
export function PhotoControl(props: ControlProps): JSX.Element {
  const { field, label, value, onChange, id, words, invalid, describedBy } = props;
  const photos = (Array.isArray(value) ? value : []) as ScimValue[];
  const shown = getPrimary(photos);
  const isInside = /^data:/i.test(shown?.value ?? "");
  const others = photos.filter((photo) => photo !== shown);
  return (
    <div data-part="row">
      <input
        {...inputHints(field.path)}
        id={id}
        data-part="input"
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        value={isInside ? "" : (shown?.value ?? "")}
        onChange={(event) => onChange([{ ...shown, value: event.target.value }, ...others])}
      />
      {shown?.value && (
        <button
          type="button"
          data-part="remove"
          aria-label={`${words.remove}, ${label}`}
          onClick={() => onChange(others)}
        >
          {words.remove}
        </button>
      )}
    </div>
  );
}
