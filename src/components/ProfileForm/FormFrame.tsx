"use client";
import {
  type FormEventHandler,
  type JSX,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import type { FormMessages } from "./useFormMessages.js";

/** The props of {@link FormFrame}. */
export interface FormFrameProps {
  form: RefObject<HTMLFormElement | null>;
  language: FormMessages;
  /** Whether something was entered that is not saved yet. */
  isDirty: boolean;
  isSaving: boolean;
  /** What was saved, where something is left. */
  outcome: string;
  onSubmit: FormEventHandler;
  onClose: () => void;
  children: ReactNode;
}

/** A form with Save and Cancel, that asks before what was entered is thrown away. */
export function FormFrame(props: FormFrameProps): JSX.Element {
  const { form, language, isDirty, isSaving, outcome, onSubmit, onClose, children } = props;
  const { messages, words } = language;
  const cancel = useRef<HTMLButtonElement>(null);
  /** What asked to leave, and gets the focus back. */
  const [leaving, setLeaving] = useState<HTMLElement>();
  const busy = isSaving || undefined;

  useEffect(() => {
    if (!isDirty && !isSaving) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isDirty, isSaving]);

  function leave({ target }: SyntheticEvent) {
    // Until it is known what was saved, everything may have to be kept.
    if (isSaving) return;
    if (leaving) {
      setLeaving(undefined);
      // Save was away while the question stood.
      (leaving.isConnected ? leaving : cancel.current)?.focus();
    } else if (!isDirty) onClose();
    else {
      cancel.current?.focus();
      setLeaving(target as HTMLElement);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    // In an input method, Escape ends the composition.
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    // A dialog around it would close, and one of a design system asks for no more than the key.
    event.preventDefault();
    event.stopPropagation();
    leave(event);
  }

  return (
    <form
      ref={form}
      data-part="form"
      aria-label={messages.editProfile}
      aria-busy={busy}
      noValidate
      // On its way down: where the host's form is around this one, browsers end it on its way up,
      // before React hears of it, and would load the page anew.
      onSubmitCapture={onSubmit}
      onKeyDown={onKeyDown}
    >
      {children}
      <div data-part="actions">
        {leaving ? (
          <span role="alert" data-part="question">
            {words.discard.title}
          </span>
        ) : (
          // There before its words are, so that they are read out.
          (isSaving || outcome) && (
            <span role="status" data-part="outcome">
              {outcome}
            </span>
          )
        )}
        <button
          type="button"
          ref={cancel}
          data-part="action"
          data-view={leaving ? undefined : "quiet"}
          aria-disabled={busy}
          onClick={leave}
        >
          {leaving ? words.discard.stay : words.cancel}
        </button>
        {leaving ? (
          <button
            type="button"
            key="discard"
            data-part="action"
            data-view="discard"
            onClick={() => onClose()}
          >
            {words.discard.confirm}
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
            <span data-part="idle" hidden={isSaving}>
              {words.save}
            </span>
            <span data-part="pending" hidden={!isSaving}>
              {words.saving}
            </span>
          </button>
        )}
      </div>
    </form>
  );
}
