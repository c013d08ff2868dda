"use client";
import { type FormEvent, type JSX, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useUpdateScimMe } from "../../query/useUpdateScimMe.js";
import { changesOf, settled } from "./changesOf.js";
import type { EditableField } from "./editableFields.js";
import { FormField } from "./FormField.js";
import { FormFooter } from "./FormFooter.js";
import { keptPaths } from "./keptPaths.js";
import type { ProfileFormProps } from "./ProfileForm.js";
import { type Problem, problemOf } from "./problemsOf.js";
import { useDraft } from "./useDraft.js";
import { useFormMessages } from "./useFormMessages.js";

/** The props of {@link FieldsForm}. */
export interface FieldsFormProps extends Omit<ProfileFormProps, "fields"> {
  fields: readonly EditableField[];
}

/** The form itself: what is entered is kept until the server has it, or the person discards it. */
export function FieldsForm(props: FieldsFormProps): JSX.Element {
  const { me, fields, request, update: settings, draft: keeper, onClose } = props;
  const { tokenProvider, ...options } = request;
  const { messages, words, labelOf } = useFormMessages();
  const draft = useDraft(me, keeper);
  const update = useUpdateScimMe(tokenProvider, { ...options, ...settings });
  const [problems, setProblems] = useState<Problem[]>([]);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const saving = update.isPending;
  const isDirty = Object.keys(draft.changed).length > 0;

  useLeaveGuard(isDirty);
  useEffect(() => form.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(), []);
  useEffect(() => {
    const [first] = problems;
    if (!first) return;
    const at = first.path ? '[aria-invalid="true"]' : '[data-part="summary"]';
    form.current?.querySelector<HTMLElement>(at)?.focus();
  }, [problems]);

  function save(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    const blank = fields.filter(
      ({ path, required, kind }) =>
        required && kind !== "boolean" && (settled(draft.valueOf(path)) ?? null) === null,
    );
    setProblems(blank.map(({ path }) => ({ path, text: words.required })));
    if (blank.length) return;
    if (!isDirty) return onClose(false);
    const entered = draft.changed;
    update.mutate(changesOf(entered), {
      onSuccess(answer) {
        const kept = keptPaths(answer, entered);
        if (!kept.length) return onClose(true);
        draft.drop(
          Object.fromEntries(Object.entries(entered).filter(([path]) => !kept.includes(path))),
        );
        setProblems(kept.map((path) => ({ path, text: words.problems.kept })));
      },
      onError: (error) => setProblems([problemOf(error, fields, words)]),
    });
  }

  function cancel() {
    if (isDirty && !asking) setAsking(true);
    else if (asking) setAsking(false);
    else onClose(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    // In an input method, Escape ends the composition.
    if (event.key !== "Escape" || event.nativeEvent.isComposing || saving) return;
    event.preventDefault();
    cancel();
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
      {problems.length > 0 && (
        <div role="alert" data-part="summary" tabIndex={-1}>
          <strong>{words.notSaved}</strong>
          {problems.map(({ path, text }) => {
            const field = fields.find((one) => one.path === path);
            return <div key={path ?? text}>{field ? `${labelOf(field)}: ${text}` : text}</div>;
          })}
        </div>
      )}
      {fields.map((field) => (
        <FormField
          key={field.path}
          {...{ field, words, messages }}
          label={labelOf(field)}
          labelOf={(path) => labelOf({ path })}
          types={messages.types}
          value={draft.valueOf(field.path)}
          // What is entered while it is saved would be neither saved nor shown.
          onChange={(path, value) => !saving && draft.set(path, value)}
          problem={problems.find(({ path }) => path === field.path)}
          meanwhile={saving ? undefined : draft.savedMeanwhile(field.path)}
          onTakeSaved={(path) => draft.drop({ [path]: draft.valueOf(path) })}
        />
      ))}
      <FormFooter
        {...{ words, saving, asking }}
        onCancel={cancel}
        onDiscard={() => onClose(false)}
        onStay={() => setAsking(false)}
      />
    </form>
  );
}

/** Asks before the page is left with something entered. */
function useLeaveGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isDirty]);
}
