import { editingEn } from "../components/ProfileForm/editingEn.js";
import type { CompleteMessages } from "./CompleteMessages.js";
import { en } from "./en.js";

const ACCENTS: Record<string, string> = {
  ...{
    a: "áá",
    e: "éé",
    i: "íí",
    o: "óó",
    u: "úú",
    y: "ýý",
    c: "ç",
    g: "ğ",
    n: "ñ",
    s: "š",
    z: "ž",
  },
  ...{
    A: "ÁÁ",
    E: "ÉÉ",
    I: "ÍÍ",
    O: "ÓÓ",
    U: "ÚÚ",
    Y: "ÝÝ",
    C: "Ç",
    G: "Ğ",
    N: "Ñ",
    S: "Š",
    Z: "Ž",
  },
};

/** "Sign {out}" is "[Šííğñ {out}]". */
function stretch(text: string): string {
  return `[${text.replace(/\{\w+\}|\w/g, (part) => ACCENTS[part] ?? part)}]`;
}

function stretchAll<T>(words: T): T {
  if (typeof words === "string") return stretch(words) as T;
  const entries = Object.entries(words as object);
  return Object.fromEntries(entries.map(([name, inner]) => [name, stretchAll(inner)])) as T;
}

const stretched: CompleteMessages = stretchAll({ ...en, editing: editingEn });

/**
 * English that looks like no language: accented, some 40 % longer, in brackets. A text on the page
 * without brackets does not come from the catalogue; one without its last bracket is cut off.
 *
 * @summary Pseudo-locale, to find texts that are in no catalogue.
 */
export const enXA: CompleteMessages = {
  ...stretched,
  tag: "en-XA",
  listSeparator: en.listSeparator,
  editing: { ...stretched.editing, colon: editingEn.colon },
};
