"use client";
import { type JSX, useMemo } from "react";
import type { MeRequestOptions } from "../../query/splitRequest.js";
import type { UseUpdateScimMeOptions } from "../../query/useUpdateScimMe.js";
import type { ScimMe } from "../../scim/ScimMe.js";
import { editableFields } from "./editableFields.js";
import { FieldsForm } from "./FieldsForm.js";
import type { DraftKeeper } from "./useDraft.js";
import { useFormMessages } from "./useFormMessages.js";
import { useSchemas } from "./useSchemas.js";

/** The props of {@link ProfileForm}. */
export interface ProfileFormProps {
  /** The person as saved. */
  me: ScimMe;
  /** The attributes to offer, of which those that may be written are. */
  fields: readonly string[] | undefined;
  request: MeRequestOptions;
  update: UseUpdateScimMeOptions | undefined;
  draft: DraftKeeper;
  /** Called when the form is done: with true after a change was saved. */
  onClose: (saved: boolean) => void;
}

/** A form over those attributes of the signed-in person that the server lets them write. */
export function ProfileForm(props: ProfileFormProps): JSX.Element {
  const { me, request, onClose } = props;
  const schemas = useSchemas(request);
  const fields = useMemo(
    () => schemas && editableFields(me, props.fields, schemas),
    [me, props.fields, schemas],
  );
  const { words } = useFormMessages();
  if (!fields) return <div data-part="form" aria-busy="true" />;
  if (fields.length) return <FieldsForm {...props} fields={fields} />;
  return (
    <div data-part="form">
      <p role="status">{words.readOnly}</p>
      <div data-part="actions">
        <button type="button" data-part="action" onClick={() => onClose(false)}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
