"use client";
import type { InputHTMLAttributes, JSX } from "react";
import { inputHints } from "./inputHints.js";

/** The props of {@link TextInput}. */
export interface TextInputProps
  extends Omit<
    InputHTMLAttributes<HTMLInputElement & HTMLTextAreaElement>,
    "onChange" | "type" | "value"
  > {
  /** The attribute, or the part of an address. */
  path: string;
  /** What the value is for, such as `work`. */
  type?: string;
  value: unknown;
  onChange: (value: string) => void;
}

/** A text that nobody checks while it is typed. */
export function TextInput({ path, type, value, onChange, ...others }: TextInputProps): JSX.Element {
  const Input = path === "streetAddress" || path === "formatted" ? "textarea" : "input";
  return (
    <Input
      {...inputHints(path, type)}
      data-part="input"
      {...others}
      value={String(value ?? "")}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
