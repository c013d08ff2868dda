"use client";
import type { JSX, SelectHTMLAttributes } from "react";
import { memberOf } from "../../scim/MeEdit.js";

/** The props of {@link Choice}. */
export interface ChoiceProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange"> {
  value: string;
  onChange: (value: string) => void;
  choices: readonly string[];
  /** What to call those that are not called by their own name. */
  names?: Record<string, string>;
  /** What to call none of them. */
  none: string;
}

/** One of several, or none; one that a server has beside them is kept, in its own spelling. */
export function Choice(props: ChoiceProps): JSX.Element {
  const { value, onChange, choices, names = {}, none, ...others } = props;
  return (
    <select
      data-part="input"
      {...others}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{none}</option>
      {[...new Set([...choices, value])].filter(Boolean).map((choice) => (
        <option key={choice} value={choice}>
          {String(memberOf(names, choice) ?? choice)}
        </option>
      ))}
    </select>
  );
}
