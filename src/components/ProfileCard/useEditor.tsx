"use client";
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import type { MeRequestOptions } from "../../query/splitRequest.js";
import type { UseUpdateScimMeOptions } from "../../query/useUpdateScimMe.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import type { ProfileFormProps } from "../ProfileForm/ProfileForm.js";
import type { DraftValues } from "../ProfileForm/useDraft.js";
import { useMessages } from "../useMessages.js";

/** What {@link useEditor} needs to know. */
export interface EditorOptions {
  editable: boolean | readonly string[] | undefined;
  fields: readonly string[] | undefined;
  request: MeRequestOptions;
  update: UseUpdateScimMeOptions | undefined;
  me: ScimMe | undefined;
  /** Whose profile it is; what was entered for one person is not shown to another. */
  person: string;
}

/** The button that opens a form, and the form once its code has come: until then it costs nothing. */
export function useEditor(options: EditorOptions): { form?: ReactNode; button?: ReactNode } {
  const { editable, fields, request, update, me, person } = options;
  const messages = useMessages();
  const [editing, setEditing] = useState<string>();
  const [Form, setForm] = useState<ComponentType<ProfileFormProps>>();
  const [outcome, setOutcome] = useState<"saved" | "failed">();
  const draft = useRef<DraftValues>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const isOpen = editing === person && !!Form;

  useEffect(() => {
    if (editing === undefined || editing === person) return;
    draft.current = undefined;
    setEditing(undefined);
  }, [editing, person]);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  if (!editable || !me) return {};

  function open() {
    setOutcome(undefined);
    setEditing(person);
    import("../ProfileForm/ProfileForm.js").then(
      ({ ProfileForm }) => setForm(() => ProfileForm),
      () => {
        setEditing(undefined);
        setOutcome("failed");
      },
    );
  }

  function close(saved: boolean) {
    draft.current = undefined;
    setEditing(undefined);
    if (saved) setOutcome("saved");
  }

  if (isOpen) {
    const offered = editable === true ? fields : editable;
    return {
      form: <Form {...{ me, request, update, draft }} fields={offered} onClose={close} />,
    };
  }
  return {
    button: (
      <>
        <span role="status" data-part="outcome" data-state={outcome}>
          {outcome === "saved" ? messages.saved : outcome && messages.network}
        </span>
        <button
          type="button"
          ref={button}
          data-part="action"
          data-view="quiet"
          aria-busy={editing === person || undefined}
          onClick={open}
        >
          {messages.editProfile}
        </button>
      </>
    ),
  };
}
