"use client";
import { type JSX, useEffect, useMemo } from "react";
import type { MeRequestOptions } from "../../query/splitRequest.js";
import type { UseUpdateScimMeOptions } from "../../query/useUpdateScimMe.js";
import type { ScimAttribute } from "../../scim/readSchemas.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import type { ScimMeError } from "../../scim/ScimMeError.js";
import { editableFields } from "./editableFields.js";
import { FieldsForm } from "./FieldsForm.js";
import type { DraftKeeper } from "./useDraft.js";
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
  request: MeRequestOptions;
  update: UseUpdateScimMeOptions | undefined;
  draft: DraftKeeper;
  onSignIn: ((error: ScimMeError) => void) | undefined;
  /** Called when the form is done, with what there is to say of it. */
  onClose: (outcome?: string) => void;
}

/** A form over those attributes of the signed-in person that the server lets them write. */
export function ProfileForm(props: ProfileFormProps): JSX.Element | null {
  const { me, schemas, fields: shown, editable, onClose } = props;
  const fields = useMemo(() => {
    const isNamed = typeof editable === "object";
    return editableFields(me, { asked: isNamed ? editable : shown, isNamed, schemas });
  }, [me, shown, editable, schemas]);
  const language = useFormMessages();
  const isEmpty = !fields.length;
  const { readOnly } = language.words;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes once.
  useEffect(() => {
    if (isEmpty) onClose(readOnly);
  }, [isEmpty]);
  return isEmpty ? null : <FieldsForm {...props} {...{ fields, language }} />;
}
