import type { EditingMessages } from "../../locales/EditingMessages.js";
import type { ScimMeError } from "../../scim/ScimMeError.js";
import type { EditableField } from "./editableFields.js";
import { isSameName } from "./splitPath.js";

/** What to say about a change that was not saved. */
export interface Problem {
  /** In the words of the language that is spoken by then. */
  say: (words: EditingMessages) => string;
  /** The server's own words, where they say more. */
  detail?: string | undefined;
  /** The field that it is about. */
  path?: string | undefined;
  /** Why signing in again is what helps. */
  signIn?: ScimMeError | undefined;
}

type Key = keyof EditingMessages["problems"];

const REASONS: Record<string, Key> = { "missing-token": "unauthorized", timeout: "network" };

/** Puts a failure in words, beside the field that it names. */
export function problemOf(error: ScimMeError, fields: readonly EditableField[]): Problem {
  const { reason, scimType = "", attribute, detail } = error;
  const isNamed = scimType === "mutability" || scimType === "uniqueness";
  const key = isNamed ? scimType : (REASONS[reason] ?? (reason as Key));
  const path = fields.find((field) => isAbout(field.path, attribute))?.path;
  return {
    say: ({ problems }) => problems[key] ?? problems.unavailable,
    path,
    detail: key === "invalid" ? detail : undefined,
    signIn: key === "unauthorized" ? error : undefined,
  };
}

/** An error may name the attribute of a field, or a part of it. */
function isAbout(path: string, attribute: string | undefined): boolean {
  return isSameName(`${attribute}.`.slice(0, path.length + 1), `${path}.`);
}
