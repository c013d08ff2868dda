"use client";
import { useContext } from "react";
import type { EditingMessages } from "../../locales/EditingMessages.js";
import type { ScimMeMessages } from "../../locales/ScimMeMessages.js";
import { ScimMeContext } from "../../query/ScimMeContext.js";
import { attributeLabel } from "../ProfileCard/attributeLabel.js";
import { useMessages } from "../useMessages.js";
import type { EditableField } from "./editableFields.js";
import { editingEn } from "./editingEn.js";

/** The words of a form. */
export interface FormMessages {
  messages: ScimMeMessages;
  words: EditingMessages;
  /** What to call a field, or a part of an address. */
  labelOf: (field: Pick<EditableField, "path" | "label">) => string;
}

/** The provider's words over the English ones. */
export function useFormMessages(): FormMessages {
  const messages = useMessages();
  const { messages: own } = useContext(ScimMeContext);
  const words = { ...editingEn, ...own?.editing };
  const attributes = {
    ...messages.attributes,
    ...editingEn.attributes,
    ...own?.attributes,
    ...own?.editing?.attributes,
  };
  return {
    messages,
    words: { ...words, problems: { ...editingEn.problems, ...own?.editing?.problems } },
    labelOf({ path, label }) {
      const known = attributeLabel(path, { ...messages, attributes });
      // A server's own attribute has no word in the catalogue, but one in its schema.
      return label && known === attributeLabel(path, { ...messages, attributes: {} })
        ? label
        : known;
    },
  };
}
