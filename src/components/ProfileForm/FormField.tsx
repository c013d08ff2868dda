"use client";
import { type JSX, useId } from "react";
import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import { displayValues } from "../ProfileCard/displayValue.js";
import { type ControlProps, FieldControl, isGroup } from "./FieldControl.js";
import { focusFirst } from "./focusFirst.js";
import type { Problem } from "./problemsOf.js";

const MOST_VALUES = 5;

/** The props of {@link FormField}. */
export interface FormFieldProps
  extends Omit<ControlProps, "id" | "invalid" | "describedBy" | "types"> {
  problem: Problem | undefined;
  /** What is saved now, where it was changed elsewhere meanwhile. */
  meanwhile: { value: unknown } | undefined;
  messages: ScimMeMessages;
  /** Forgets what was entered. */
  onTakeSaved: () => void;
}

/** A label, its control, and what is wrong with it. */
export function FormField(props: FormFieldProps): JSX.Element {
  const { problem, meanwhile, messages, onTakeSaved, ...control } = props;
  const { field, label, words } = control;
  const { path, kind } = field;
  const id = useId();
  const Label = isGroup(field) ? "span" : "label";
  return (
    <div
      data-part="form-field"
      data-kind={kind}
      data-path={path}
      {...(isGroup(field) && { role: "group", "aria-labelledby": `${id}-label` })}
    >
      <Label data-part="label" id={`${id}-label`} {...(Label === "label" && { htmlFor: id })}>
        {label}
      </Label>
      <FieldControl
        {...control}
        id={id}
        types={messages.types}
        invalid={!!problem}
        describedBy={problem || meanwhile ? `${id}-note` : undefined}
      />
      {(problem || meanwhile) && (
        <div id={`${id}-note`}>
          {problem && (
            <div data-part="problem">
              {problem.text}
              {problem.detail && <bdi data-part="detail">{problem.detail}</bdi>}
            </div>
          )}
          {meanwhile && (
            <div data-part="meanwhile">
              <bdi>
                {words.savedMeanwhile.replace(
                  "{value}",
                  // A function, because `$&` in a value is no pattern.
                  () => textOf(path, meanwhile.value, messages) || words.none,
                )}
              </bdi>{" "}
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

function textOf(path: string, value: unknown, messages: ScimMeMessages): string {
  const { shown } = displayValues(path, value, messages, MOST_VALUES);
  return shown.map(({ text }) => text).join(messages.listSeparator);
}
