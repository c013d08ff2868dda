"use client";
import type { JSX, RefObject } from "react";
import type { EditingMessages } from "../../locales/EditingMessages.js";

/** The props of {@link FormActions}. */
export interface FormActionsProps {
  words: EditingMessages;
  saving: boolean;
  /** Whether to ask before what was entered is thrown away. */
  isAsking: boolean;
  /** The button that cancels; it holds the focus while it is asked. */
  cancel: RefObject<HTMLButtonElement | null>;
  onCancel: (from: HTMLElement) => void;
  onStay: () => void;
  onDiscard: () => void;
}

/** Save and Cancel, or the question whether to discard. */
export function FormActions(props: FormActionsProps): JSX.Element {
  const { words, saving, isAsking, cancel, onCancel, onStay, onDiscard } = props;
  const { title, confirm, stay } = words.discard;
  const busy = saving || undefined;
  return (
    <div data-part="actions">
      {isAsking && (
        <span role="alert" data-part="question">
          {title}
        </span>
      )}
      <button
        type="button"
        ref={cancel}
        data-part="action"
        data-view={isAsking ? undefined : "quiet"}
        aria-disabled={busy}
        onClick={({ currentTarget }) => {
          if (isAsking) onStay();
          else if (!saving) onCancel(currentTarget);
        }}
      >
        {isAsking ? stay : words.cancel}
      </button>
      {isAsking ? (
        <button
          type="button"
          key="discard"
          data-part="action"
          data-view="discard"
          onClick={onDiscard}
        >
          {confirm}
        </button>
      ) : (
        <button
          type="submit"
          key="save"
          data-part="action"
          data-view="save"
          aria-disabled={busy}
          aria-busy={busy}
        >
          {/* Both labels are there, so that the button is as wide as the wider one throughout. */}
          <span data-part="idle" hidden={saving}>
            {words.save}
          </span>
          <span data-part="pending" hidden={!saving}>
            {words.saving}
          </span>
        </button>
      )}
    </div>
  );
}
