import { editingEn } from "../../../src/components/ProfileForm/editingEn.js";
import type { CompleteMessages } from "../../../src/locales/CompleteMessages.js";
import { en } from "../../../src/locales/en.js";

/** Every catalogue's module, by path; types begin with a capital letter. */
const modules = import.meta.glob<Record<string, CompleteMessages>>(
  "../../../src/locales/[a-z]*.ts",
  { eager: true },
);

/** A catalogue as it is imported. */
export interface Catalogue {
  /** The BCP 47 tag that the file is named for. */
  tag: string;
  /** Everything that the file exports. */
  exports: Record<string, CompleteMessages>;
  messages: CompleteMessages;
}

/** English with the words of the form, as the other catalogues have them. */
export const english: CompleteMessages = { ...en, editing: editingEn };

/** Every catalogue but English itself. */
export const catalogues: Catalogue[] = Object.entries(modules)
  .map(([path, exports]) => ({
    tag: path.replace(/^.*\/|\.ts$/g, ""),
    exports,
    messages: Object.values(exports)[0] ?? english,
  }))
  .filter(({ tag }) => tag !== "en");

/** The catalogues that somebody translated, which the pseudo-locale is not. */
export const translations: Catalogue[] = catalogues.filter(({ tag }) => tag !== "en-XA");

/** Every text of a catalogue by its path, such as `forbidden.title`. */
export function texts(messages: object, prefix = ""): [path: string, text: string][] {
  return Object.entries(messages).flatMap(([name, inner]): [string, string][] =>
    typeof inner === "string" ? [[prefix + name, inner]] : texts(inner, `${prefix}${name}.`),
  );
}

/** The placeholders of a text, in order of name. */
export function placeholders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}
