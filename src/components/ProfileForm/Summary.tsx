"use client";
import type { JSX } from "react";
import type { ScimMeError } from "../../scim/ScimMeError.js";
import type { EditableField } from "./editableFields.js";
import type { Problem } from "./problemsOf.js";
import type { FormMessages } from "./useFormMessages.js";

/** The props of {@link Summary}. */
export interface SummaryProps {
  problems: readonly Problem[];
  language: FormMessages;
  fields: readonly EditableField[];
  onSignIn: ((error: ScimMeError) => void) | undefined;
  /** Whether something else was saved. */
  isPart: boolean;
}

/** Why it was not saved, read out at once; what is beside a field too is here by its name. */
export function Summary(props: SummaryProps): JSX.Element {
  const { problems, language, fields, onSignIn, isPart } = props;
  const { messages, words, labelOf } = language;
  const signIn = problems[0]?.signIn;
  return (
    <div role="alert" data-part="summary" tabIndex={-1}>
      {!isPart && <strong>{words.notSaved}</strong>}
      {problems.map(({ path, say }) => {
        const field = fields.find((one) => one.path === path);
        const name = field ? labelOf(field) : "";
        return (
          <div key={path ?? ""}>
            {field?.label && <bdi>{name}</bdi>}
            {(field?.label ? "" : name) + (name && words.colon) + say(words)}
          </div>
        );
      })}
      {signIn && onSignIn && (
        <button
          type="button"
          data-part="action"
          data-view="unauthorized"
          onClick={() => onSignIn(signIn)}
        >
          {messages.unauthorized.action}
        </button>
      )}
    </div>
  );
}
