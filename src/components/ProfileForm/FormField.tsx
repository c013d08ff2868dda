"use client";
import { type JSX, useId } from "react";
import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import { displayValues } from "../ProfileCard/displayValue.js";
import { type ControlProps, FieldControl } from "./FieldControl.js";
import type { Problem } from "./problemsOf.js";

const MOST_VALUES = 5;

/** The props of {@link FormField}. */
export interface FormFieldProps
  extends Omit<ControlProps, "id" | "invalid" | "describedBy" | "onChange"> {
  onChange: (path: string, value: unknown) => void;
  problem: Problem | undefined;
  /** What is saved now, where it was changed elsewhere meanwhile. */
  meanwhile: { value: unknown } | undefined;
  messages: ScimMeMessages;
  /** Forgets what was entered. */
  onTakeSaved: (path: string) => void;
}

/** A label, its control, and what is wrong with it. */
export function FormField(props: FormFieldProps): JSX.Element {
  const { problem, meanwhile, messages, onTakeSaved, ...control } = props;
  const { field, label, words } = control;
  const id = useId();
  const problemId = `${id}-problem`;
  const isGroup = field.kind === "values" || field.kind === "texts" || field.kind === "addresses";
  return (
    <div
      data-part="form-field"
      data-kind={field.kind}
      data-path={field.path}
      {...(isGroup && { role: "group", "aria-labelledby": `${id}-label` })}
    >
      {isGroup ? (
        <span data-part="label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label data-part="label" htmlFor={id}>
          {label}
        </label>
      )}
      <FieldControl
        {...control}
        id={id}
        invalid={!!problem}
        describedBy={problem || meanwhile ? problemId : undefined}
        onChange={(value) => control.onChange(field.path, value)}
      />
      {(problem || meanwhile) && (
        <div data-part="problem" id={problemId}>
          {problem && <div>{problem.text}</div>}
          {problem?.detail && <bdi data-part="detail">{problem.detail}</bdi>}
          {meanwhile && (
            <div data-part="meanwhile">
              <bdi>
                {words.savedMeanwhile.replace(
                  "{value}",
                  // A function, because `$&` in a value is no pattern.
                  () => textOf(field.path, meanwhile.value, messages) || words.none,
                )}
              </bdi>{" "}
              <button type="button" data-part="take" onClick={() => onTakeSaved(field.path)}>
                {words.takeSaved}
              </button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function textOf(path: string, value: unknown, messages: ScimMeMessages): string {
  const { shown } = displayValues(path, value, messages, MOST_VALUES);
  return shown.map(({ text }) => text).join(messages.listSeparator);
}
