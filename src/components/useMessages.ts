"use client";
import { useContext } from "react";
import { en } from "../locales/en.js";
import type { ScimMeMessages } from "../locales/ScimMeMessages.js";
import { ScimMeContext } from "../query/ScimMeContext.js";

/** Each catalogue once, because what is made of a person is kept by its catalogue. */
const completed = new WeakMap<object, ScimMeMessages>();

/** The provider's words over the English ones. */
export function useMessages(): ScimMeMessages {
  const messages: Partial<ScimMeMessages> = useContext(ScimMeContext).messages ?? en;
  let complete = completed.get(messages);
  if (!complete) {
    complete = {
      ...en,
      ...messages,
      attributes: { ...messages.editing?.attributes, ...en.attributes, ...messages.attributes },
      types: { ...en.types, ...messages.types },
    };
    completed.set(messages, complete);
  }
  return complete;
}
