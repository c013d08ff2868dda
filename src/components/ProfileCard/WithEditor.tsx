"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type JSX, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { ConsumerRequestOptions } from "../../query/splitRequest.js";
import { useMeRequest } from "../../query/useMeRequest.js";
import type { UseUpdateScimMeOptions } from "../../query/useUpdateScimMe.js";
import { pendingValues } from "../../scim/pendingValues.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { moveFocus } from "../moveFocus.js";
import type { ProfileForm, ProfileFormProps } from "../ProfileForm/ProfileForm.js";
import type { DraftValues } from "../ProfileForm/useDraft.js";
import { useMessages } from "../useMessages.js";

/** What {@link WithEditor} needs to know. */
export interface EditorOptions extends Pick<ProfileFormProps, "fields" | "onSignIn"> {
  editable: true | readonly string[];
  request: ConsumerRequestOptions;
  update: UseUpdateScimMeOptions | undefined;
  me: ScimMe | undefined;
}

/** A form whose code has come, and what the server says may be written. */
type Loaded = Pick<ProfileFormProps, "schemas"> & { Form: typeof ProfileForm };

/** A button that opens a form, and the form once its code has come: until then it costs nothing. */
export interface Editor {
  /** In place of the fields. */
  form?: ReactNode;
  /** Before the other actions. */
  editButton?: ReactNode;
  /** Of what waits to be confirmed. */
  pendingId?: string;
}

/** Lets a card be edited; a component of its own, so that one that cannot be has nothing of it. */
export function WithEditor(
  props: EditorOptions & { children: (editor: Editor) => JSX.Element },
): JSX.Element {
  const { children, me, ...given } = props;
  const messages = useMessages();
  const client = useQueryClient();
  const whole = useMeRequest(given.request);
  /** The form, or what is told beside the button: a message by its key, to follow the language, or words. */
  const [shown, show] = useState<Loaded | string>("");
  /** What is told once the form is closed. */
  const outcome = useRef<string>(undefined);
  const draft = useRef<DraftValues>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const pendingId = `${id}-pending`;
  const isOpen = typeof shown === "object";

  useEffect(() => {
    // A form with nothing to offer closes as it opens: the button is not back yet.
    if (isOpen || outcome.current === undefined) return;
    moveFocus(button.current);
    // Into a region that is there: one that comes with its words is not always read out.
    show(outcome.current);
    outcome.current = undefined;
  }, [isOpen]);

  if (!me) return children({});

  async function open() {
    show("loading");
    try {
      const form = await import("../ProfileForm/ProfileForm.js");
      show({ Form: form.ProfileForm, schemas: await form.schemasOf(client, whole) });
    } catch {
      show("network");
    }
  }

  function close(told = "") {
    draft.current = undefined;
    outcome.current = told;
    show("");
  }

  if (isOpen) {
    const { Form, schemas } = shown;
    return children({
      pendingId,
      form: <Form {...given} {...{ me, schemas, draft }} onClose={close} />,
    });
  }
  const isOpening = shown === "loading";
  const told = [!isOpening && shown && id, pendingValues(me)[0] && pendingId]
    .filter(Boolean)
    .join(" ");
  return children({
    pendingId,
    editButton: (
      <>
        <span role="status" data-part="outcome" id={id}>
          {messages[shown as "saved"] ?? shown}
        </span>
        <button
          type="button"
          ref={button}
          data-part="action"
          data-view="quiet"
          // It takes the focus when the form closes: what became of the change is read out with it.
          aria-describedby={told || undefined}
          aria-disabled={isOpening || undefined}
          aria-busy={isOpening || undefined}
          onClick={isOpening ? undefined : open}
        >
          {messages.editProfile}
        </button>
      </>
    ),
  });
}
