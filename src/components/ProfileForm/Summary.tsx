"use client";
import type { JSX } from "react";
import type { ScimMeError } from "../../scim/ScimMeError.js";
import type { Problem } from "./problemsOf.js";
import type { FormMessages } from "./useFormMessages.js";

/** The props of {@link Summary}. */
export interface SummaryProps {
  problems: readonly Problem[];
  language: FormMessages;
  /** What the fields are called, by path. */
  labels: ReadonlyMap<string | undefined, string>;
  onSignIn: ((error: ScimMeError) => void) | undefined;
}

/** Why nothing was saved, read out at once; what is beside a field too is here by its name. */
export function Summary(props: SummaryProps): JSX.Element | null {
  const { problems, language, labels, onSignIn } = props;
  const { messages, words } = language;
  const signIn = problems[0]?.signIn;
  if (!problems.length) return null;
  return (
    <div role="alert" data-part="summary" tabIndex={-1}>
      <strong>{words.notSaved}</strong>
      {problems.map(({ path, text }) => {
        const label = labels.get(path);
        return <div key={path ?? text}>{label ? `${label}: ${text}` : text}</div>;
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
