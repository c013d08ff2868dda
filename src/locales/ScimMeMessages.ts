import type { EditingMessages } from "./EditingMessages.js";

/**
 * A text for each plural category that the language has, of which `Intl.PluralRules` chooses; or
 * `other` alone where all would be the same.
 */
export type PluralMessage = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** A view's heading, its explanation, and the words on its button. */
export interface StateMessages {
  title: string;
  text: string;
  action: string;
}

/** @summary Every word that the components show. `{name}` is replaced by a value. */
export interface ScimMeMessages {
  /** The catalogue's BCP 47 language tag, which decides plurals and formats. */
  tag: string;
  loading: string;
  "missing-token": StateMessages;
  unauthorized: StateMessages;
  /** `{scope}` in `text` is the scope that is missing; `textWithoutScope` where none is known. */
  forbidden: StateMessages & { textWithoutScope: string };
  /** The guard's own refusal: the person may be read but may not see this. */
  "not-allowed": { title: string; text: string };
  unsupported: { title: string; text: string };
  unavailable: StateMessages;
  /** In place of `unavailable.text` for a reason that says more. */
  network: string;
  /** `{time}` is how long the server asks to wait, such as "30 seconds" in the catalogue's language. */
  "rate-limited": string;
  configuration: string;
  /** In place of another redirect to a sign-in that keeps coming back. */
  "redirect-loop": StateMessages;
  signOut: string;
  signingOut: string;
  signOutFailed: string;
  /** On the button that opens the form. */
  editProfile: string;
  /** After a change was saved. */
  saved: string;
  /** `{value}` is a new address or number that the server holds back until it is confirmed. */
  pending: string;
  yes: string;
  no: string;
  /** Stands between the values of a list. */
  listSeparator: string;
  /** `{count}` values are not shown. */
  more: PluralMessage;
  /** What an attribute is called, by its path; others are named after their path. */
  attributes: Record<string, string>;
  /** What a value's `type` is called. */
  types: Record<string, string>;
  /** The form's words; a catalogue without them falls back to English. */
  editing?: Partial<EditingMessages>;
}
