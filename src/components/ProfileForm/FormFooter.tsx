"use client";
import { type JSX, useEffect, useRef } from "react";
import type { EditingMessages } from "../../locales/EditingMessages.js";

/** The props of {@link FormFooter}. */
export interface FormFooterProps {
  words: EditingMessages;
  saving: boolean;
  /** Whether to ask before what was entered is thrown away. */
  asking: boolean;
  onCancel: () => void;
  onDiscard: () => void;
  onStay: () => void;
}

/** Save and Cancel, or the question whether to discard. */
export function FormFooter(props: FormFooterProps): JSX.Element {
  const { words, saving, asking, onCancel, onDiscard, onStay } = props;
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) stay.current?.focus();
  }, [asking]);
  if (asking) {
    return (
      <div data-part="actions">
        <span role="alert" data-part="question">
          {words.discard.title}
        </span>
        <button type="button" data-part="action" data-view="discard" onClick={onDiscard}>
          {words.discard.confirm}
        </button>
        <button type="button" data-part="action" ref={stay} onClick={onStay}>
          {words.discard.stay}
        </button>
      </div>
    );
  }
  return (
    <div data-part="actions">
      <button
        type="button"
        data-part="action"
        data-view="quiet"
        aria-disabled={saving || undefined}
        onClick={saving ? undefined : onCancel}
      >
        {words.cancel}
      </button>
      {/* Both labels are there, so that the button is as wide as the wider one throughout. */}
      <button
        type="submit"
        data-part="action"
        data-view="save"
        aria-disabled={saving || undefined}
        aria-busy={saving || undefined}
      >
        <span data-part="idle" hidden={saving}>
          {words.save}
        </span>
        <span data-part="pending" hidden={!saving}>
          {words.saving}
        </span>
      </button>
    </div>
  );
}
