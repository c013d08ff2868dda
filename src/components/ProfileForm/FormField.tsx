"use client";
import { type JSX, useId } from "react";
import { displayValues } from "../ProfileCard/displayValue.js";
import { type ControlProps, FieldControl, isGroup } from "./FieldControl.js";
import { focusFirst } from "./focusFirst.js";
import type { Problem } from "./problemsOf.js";
import type { FormMessages } from "./useFormMessages.js";

const MOST_VALUES = 5;

/** The props of {@link FormField}. */
export interface FormFieldProps extends Omit<ControlProps, "id" | "note"> {
  problem: Problem | undefined;
  /** What is saved now, where it was changed elsewhere meanwhile. */
  meanwhile: { value: unknown } | undefined;
  /** Forgets what was entered. */
  onTakeSaved: () => void;
}

/** A label, its control, and what is wrong with it. */
export function FormField(props: FormFieldProps): JSX.Element {
  const { problem, meanwhile, onTakeSaved, ...control } = props;
  const { field, language } = control;
  const { words } = language;
  const id = useId();
  const [before, after] = words.savedMeanwhile.split("{value}");
  const labelId = `${id}-label`;
  const noteId = problem || meanwhile ? `${id}-note` : undefined;
  const [Label, tied, group] = isGroup(field)
    ? (["span", {}, { role: "group", "aria-labelledby": labelId }] as const)
    : (["label", { htmlFor: id }, {}] as const);
  return (
    <div data-part="form-field" data-kind={field.kind} data-path={field.path} {...group}>
      <Label data-part="label" id={labelId} {...tied}>
        <bdi>{language.labelOf(field)}</bdi>
        {field.required && field.kind === "addresses" && " *"}
      </Label>
      <FieldControl
        {...control}
        id={id}
        note={{ "aria-invalid": !!problem || undefined, "aria-describedby": noteId }}
      />
      {noteId && (
        <div id={noteId}>
          {problem && (
            <div data-part="problem">
              {problem.say(words)}
              {problem.detail && <bdi data-part="detail">{problem.detail}</bdi>}
            </div>
          )}
          {meanwhile && (
            <div data-part="meanwhile">
              {before}
              <bdi>{textOf(field.path, meanwhile.value, language) || words.none}</bdi>
              {after}{" "}
              <button
                type="button"
                data-part="take"
                onClick={({ currentTarget }) => {
                  // The button goes with what it does.
                  focusFirst(currentTarget.closest('[data-part="form-field"]'));
                  onTakeSaved();
                }}
              >
                {words.takeSaved}
              </button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function textOf(path: string, value: unknown, { messages }: FormMessages): string {
  const { shown } = displayValues(path, value, messages, MOST_VALUES, (text) => text);
  return shown.join(messages.listSeparator);
}
