"use client";
import { useContext } from "react";
import { en } from "../locales/en.js";
import type { ScimMeMessages } from "../locales/ScimMeMessages.js";
import { ScimMeContext } from "../query/ScimMeContext.js";

/** The provider's words over the English ones. */
export function useMessages(): ScimMeMessages {
  const { messages } = useContext(ScimMeContext);
  if (!messages) return en;
  return {
    ...en,
    ...messages,
    attributes: { ...en.attributes, ...messages.attributes },
    types: { ...en.types, ...messages.types },
  };
}
