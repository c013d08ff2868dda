"use client";
import { type FormEvent, type JSX, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ConsumerRequestOptions } from "../../query/splitRequest.js";
import { useUpdate } from "../../query/useUpdate.js";
import type { UseUpdateScimMeOptions } from "../../query/useUpdateScimMe.js";
import type { ScimAttribute } from "../../scim/readSchemas.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import type { ScimMeError } from "../../scim/ScimMeError.js";
import { moveFocus } from "../moveFocus.js";
import { asWritten, changesOf, settled } from "./changesOf.js";
import { editableFields } from "./editableFields.js";
import { FormField } from "./FormField.js";
import { FormFrame } from "./FormFrame.js";
import { focusFirst } from "./focusFirst.js";
import { leftPaths } from "./leftPaths.js";
import { type Problem, problemOf } from "./problemsOf.js";
import { Summary } from "./Summary.js";
import { type DraftKeeper, useDraft } from "./useDraft.js";
import { useFormMessages } from "./useFormMessages.js";

export { schemasOf } from "./schemasOf.js";

/** The props of {@link ProfileForm}. */
export interface ProfileFormProps {
  /** The person as saved. */
  me: ScimMe;
  /** What the server says of its attributes; nothing where it does not say. */
  schemas: readonly ScimAttribute[];
  /** The attributes that the card shows. */
  fields: readonly string[] | undefined;
  /** The attributes to offer, where they are named. */
  editable: boolean | readonly string[];
  request: ConsumerRequestOptions;
  update: UseUpdateScimMeOptions | undefined;
  draft: DraftKeeper;
  onSignIn: ((error: ScimMeError) => void) | undefined;
  /** Called when the form is done, with what there is to say of it: a message by its key, or words. */
  onClose: (outcome?: string) => void;
}

/**
 * A form over those attributes of the signed-in person that the server lets them write: what is
 * entered is kept until the server has it, or the person discards it.
 */
export function ProfileForm(props: ProfileFormProps): JSX.Element {
  const { me, schemas, fields: shown, editable, request, update: settings, draft: keeper } = props;
  const { onSignIn, onClose } = props;
  // Of the person as they were: a field does not go while somebody writes in it.
  const [opened] = useState(me);
  const fields = useMemo(() => {
    const isNamed = typeof editable === "object";
    return editableFields(opened, { asked: isNamed ? editable : shown, isNamed, schemas });
  }, [opened, shown, editable, schemas]);
  const language = useFormMessages();
  const { messages, words } = language;
  const update = useUpdate({ throwOnError: false, ...request, ...settings });
  const draft = useDraft(me, keeper);
  const [problems, setProblems] = useState<Problem[]>([]);
  /** What was saved while something else was not, or was entered meanwhile. */
  const [saved, setSaved] = useState<string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const told = useRef<Problem[]>(undefined);
  const isSaving = update.isPending;
  const { changed } = draft;

  const isEmpty = !fields.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens once, and closes once.
  useLayoutEffect(() => {
    if (isEmpty) onClose(words.readOnly);
    // A Suspense boundary that hid the form runs this again when it shows it.
    if (told.current === problems) return;
    if (!told.current) focusFirst(form.current);
    told.current = problems;
    const at = problems[0]?.path ? "[aria-invalid]" : "[data-part=summary]";
    moveFocus(form.current?.querySelector<HTMLElement>(at));
  }, [isEmpty, problems]);

  function save(event: FormEvent) {
    event.preventDefault();
    // Nor is it the host's, whose form may stand around a portal with the card in it.
    event.stopPropagation();
    if (isSaving) return;
    if (!changed.size) return onClose();
    setSaved([]);
    // What is not there already and is not asked for now is the server's to mind.
    const blank = fields.filter(
      ({ path, required }) => required && changed.has(path) && settled(changed.get(path)) === null,
    );
    setProblems(blank.map(({ path }) => ({ path, say: (words) => words.required })));
    if (blank.length) return;
    const entered = asWritten(changed, fields);
    // Its promise, because a mutation tells nobody who is in a hidden <Activity>.
    update.mutateAsync(changesOf(entered)).then(
      (answer) => {
        const { kept, waiting } = leftPaths(me, answer, entered);
        const taken = new Map([...changed].filter(([path]) => !kept.includes(path)));
        setProblems(kept.map((path) => ({ path, say: ({ problems }) => problems.kept })));
        setSaved([...taken.keys()].filter((path) => !waiting.includes(path)));
        // What was entered meanwhile is not saved yet.
        if (!draft.drop(taken)) return;
        onClose(waiting.length < taken.size ? "saved" : "");
      },
      (error) => setProblems([problemOf(error, fields)]),
    );
  }

  const done = fields.filter(({ path }) => saved.includes(path) && !changed.has(path));
  const outcome = done.map(language.labelOf).join(messages.listSeparator);
  return (
    <FormFrame
      {...{ form, language, isSaving, onClose }}
      outcome={outcome && outcome + words.colon + messages.saved}
      isDirty={changed.size > 0}
      onSubmit={save}
    >
      {problems.length > 0 && (
        <Summary {...{ problems, language, fields, onSignIn }} isPart={saved.length > 0} />
      )}
      {fields.map((field) => {
        const { path } = field;
        const value = draft.valueOf(path);
        return (
          <FormField
            key={path}
            {...{ field, language, value }}
            onChange={(next) => draft.set(path, next)}
            problem={problems.find((problem) => problem.path === path)}
            meanwhile={isSaving ? undefined : draft.savedMeanwhile(path)}
            onTakeSaved={() => draft.drop(new Map([[path, value]]))}
          />
        );
      })}
    </FormFrame>
  );
}
