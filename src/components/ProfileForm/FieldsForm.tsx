"use client";
import {
  type FormEvent,
  type JSX,
  type KeyboardEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useUpdateScimMe } from "../../query/useUpdateScimMe.js";
import { asWritten, changesOf, settled } from "./changesOf.js";
import type { EditableField } from "./editableFields.js";
import { FormActions } from "./FormActions.js";
import { FormField } from "./FormField.js";
import { focusFirst } from "./focusFirst.js";
import { leftPaths } from "./leftPaths.js";
import type { ProfileFormProps } from "./ProfileForm.js";
import { type Problem, problemOf } from "./problemsOf.js";
import { Summary } from "./Summary.js";
import { useDraft } from "./useDraft.js";
import type { FormMessages } from "./useFormMessages.js";
import { useLeaveGuard } from "./useLeaveGuard.js";

/** The props of {@link FieldsForm}. */
export interface FieldsFormProps extends Omit<ProfileFormProps, "fields"> {
  fields: readonly EditableField[];
  language: FormMessages;
}

/** The form itself: what is entered is kept until the server has it, or the person discards it. */
export function FieldsForm(props: FieldsFormProps): JSX.Element {
  const { me, fields, request, update: settings, draft: keeper, onSignIn, onClose } = props;
  const { language } = props;
  const { messages, words, labelOf } = language;
  const { tokenProvider, ...options } = request;
  const draft = useDraft(me, keeper);
  const update = useUpdateScimMe(tokenProvider, { ...options, ...settings });
  const [problems, setProblems] = useState<Problem[]>([]);
  /** What asked to leave, and gets the focus back. */
  const [leaving, setLeaving] = useState<HTMLElement>();
  const form = useRef<HTMLFormElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const saving = update.isPending;
  const { changed } = draft;
  const isDirty = Object.keys(changed).length > 0;

  useLeaveGuard(isDirty || saving);
  useLayoutEffect(() => focusFirst(form.current), []);
  useLayoutEffect(() => {
    const [first] = problems;
    if (!first) return;
    const at = first.path ? '[aria-invalid="true"]' : '[data-part="summary"]';
    form.current?.querySelector<HTMLElement>(at)?.focus();
  }, [problems]);

  function save(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    if (!isDirty) return onClose();
    // What is not there already and is not asked for now is the server's to mind.
    const blank = fields.filter(
      ({ path, required }) =>
        required && Object.hasOwn(changed, path) && settled(changed[path]) === null,
    );
    setProblems(blank.map(({ path }) => ({ path, text: words.required })));
    if (blank.length) return;
    const entered = asWritten(changed, fields);
    update.mutate(changesOf(entered), {
      onSuccess(answer) {
        const { kept, waiting } = leftPaths(answer, entered);
        const taken = Object.entries(changed).filter(([path]) => !kept.includes(path));
        setProblems(kept.map((path) => ({ path, text: words.problems.kept })));
        // What was entered meanwhile is not saved yet.
        if (!draft.drop(Object.fromEntries(taken))) return;
        onClose(waiting.length < taken.length ? messages.saved : undefined);
      },
      onError: (error) => setProblems([problemOf(error, fields, words)]),
    });
  }

  function leave(from: EventTarget) {
    if (!isDirty) return onClose();
    cancel.current?.focus();
    setLeaving(from as HTMLElement);
  }

  function stay() {
    setLeaving(undefined);
    leaving?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    // In an input method, Escape ends the composition.
    if (event.key !== "Escape" || event.nativeEvent.isComposing || saving) return;
    event.preventDefault();
    if (leaving) stay();
    else leave(event.target);
  }

  return (
    <form
      ref={form}
      data-part="form"
      aria-label={messages.editProfile}
      aria-busy={saving || undefined}
      noValidate
      onSubmit={save}
      onKeyDown={onKeyDown}
    >
      <Summary
        {...{ problems, language, onSignIn }}
        labels={new Map(fields.map((field) => [field.path, labelOf(field)]))}
      />
      {fields.map((field) => {
        const { path } = field;
        const value = draft.valueOf(path);
        return (
          <FormField
            key={path}
            {...{ field, words, messages, value }}
            label={labelOf(field)}
            labelOf={(part) => labelOf({ path: part })}
            onChange={(next) => draft.set(path, next)}
            problem={problems.find((problem) => problem.path === path)}
            meanwhile={saving ? undefined : draft.savedMeanwhile(path)}
            onTakeSaved={() => draft.drop({ [path]: value })}
          />
        );
      })}
      <FormActions
        {...{ words, saving, cancel }}
        isAsking={!!leaving}
        onCancel={leave}
        onStay={stay}
        onDiscard={() => onClose()}
      />
    </form>
  );
}
