"use client";
import { useContext } from "react";
import type { EditingMessages } from "../../locales/EditingMessages.js";
import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import { ScimMeContext } from "../../query/ScimMeContext.js";
import { attributeLabel } from "../ProfileCard/attributeLabel.js";
import { shorten } from "../ProfileCard/shorten.js";
import { useMessages } from "../useMessages.js";
import type { EditableField } from "./editableFields.js";
import { editingEn } from "./editingEn.js";

/** The words of a form. */
export interface FormMessages {
  messages: ScimMeMessages;
  words: EditingMessages;
  /** What to call a field, or a part of an address. */
  labelOf: (field: Partial<EditableField> & Pick<EditableField, "path">) => string;
}

/** The provider's words over the English ones. */
export function useFormMessages(): FormMessages {
  const messages = useMessages();
  const own = useContext(ScimMeContext).messages;
  const { editing } = own ?? {};
  const attributes = {
    ...messages.attributes,
    ...editingEn.attributes,
    ...own?.attributes,
    ...editing?.attributes,
  };
  return {
    messages,
    words: { ...editingEn, ...editing, problems: { ...editingEn.problems, ...editing?.problems } },
    labelOf: ({ path, label }) =>
      // A server has a name for its own attributes, which may be called like others.
      label && !Object.hasOwn(attributes, path)
        ? shorten(label)
        : attributeLabel(path, { ...messages, attributes }),
  };
}
