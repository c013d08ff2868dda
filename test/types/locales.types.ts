// Compiled by `npm run typecheck`, never run: what the types demand of a catalogue.
import type { CompleteMessages, ScimMeProviderProps } from "../../src/index.ts";
import { de } from "../../src/locales/de.ts";

export const whole: CompleteMessages = de;
export const messages: NonNullable<ScimMeProviderProps["messages"]> = de;
export const overridden: ScimMeProviderProps["messages"] = { ...de, signOut: "Ausloggen" };

const { signOut, ...withoutSignOut } = de;
// @ts-expect-error a message is missing
export const lacksMessage: CompleteMessages = withoutSignOut;

const { emails, ...withoutEmails } = de.attributes;
// @ts-expect-error an attribute has no word
export const lacksAttribute: CompleteMessages = { ...de, attributes: withoutEmails };

const { fax, ...withoutFax } = de.types;
// @ts-expect-error a type has no word
export const lacksType: CompleteMessages = { ...de, types: withoutFax };

const { editing, ...withoutEditing } = de;
// @ts-expect-error the form has no words
export const lacksForm: CompleteMessages = withoutEditing;

const { "name.givenName": givenName, ...withoutGivenName } = de.editing.attributes;
// @ts-expect-error a field of the form has no word
export const lacksField: CompleteMessages["editing"]["attributes"] = withoutGivenName;

export const words = [signOut, emails, fax, editing.save, givenName];
