"use client";
import { useContext } from "react";
import { en } from "../locales/en.js";
import type { ScimMeMessages } from "../locales/ScimMeMessages.js";
import { ScimMeContext } from "../query/ScimMeContext.js";

/** Each catalogue once, because what is made of a person is kept by its catalogue. */
const completed = new WeakMap<object, ScimMeMessages>();

/** The provider's words over the English ones. */
export function useMessages(): ScimMeMessages {
  const { messages } = useContext(ScimMeContext);
  if (!messages) return en;
  const known = completed.get(messages);
  if (known) return known;
  const complete = {
    ...en,
    ...messages,
    attributes: { ...en.attributes, ...messages.attributes },
    types: { ...en.types, ...messages.types },
  };
  completed.set(messages, complete);
  return complete;
}
