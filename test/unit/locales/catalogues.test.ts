import { expect, test } from "vitest";
import { catalogues, english, placeholders, texts, translations } from "./catalogues.js";

const englishTexts = new Map(texts(english));

/** The texts that a language shares with English, by path. */
const sameAsInEnglish: Record<string, string[]> = {
  de: ["attributes.displayName", "types.fax", "types.pager"],
  es: ["no", "attributes.roles", "types.fax"],
  fr: ["types.mobile", "types.fax", "editing.type", "editing.attributes.division"],
  "pt-BR": ["types.fax", "types.pager"],
};

/** What no text of a language holds: punctuation of another one. */
const foreign: Record<string, RegExp> = {
  ar: /[,;?]/,
  fr: /[^\u202f][!?;]|[^\u00a0]:/,
  hi: /\.$|\. /,
  ja: /[,.;:!?()]/,
  "zh-CN": /[,.;:!?()]/,
};

/** What stands between texts, and is none. */
const separators = ["listSeparator", "editing.colon"];

/** The texts of a catalogue; the ways to say "more" differ in number, and have a test of their own. */
function sentences(messages: object): [path: string, text: string][] {
  return texts(messages).filter(([path]) => !path.startsWith("more."));
}

/** A text without what is not its language's own. */
function ownWords(text: string): string {
  return text.replace(/\{\w+\}/g, "").replace("Cookie", "");
}

test.each(catalogues)("$tag is one export named for its tag", ({ tag, exports, messages }) => {
  expect(Object.keys(exports)).toEqual([tag.replace("-", "")]);
  expect(messages.tag).toBe(tag);
  expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
});

test.each(catalogues)("$tag has the messages of English and no others", ({ messages }) => {
  const paths = (of: object) => sentences(of).map(([path]) => path);
  expect(paths(messages)).toEqual(paths(english));
});

test.each(catalogues)("$tag has the placeholders of English", ({ messages }) => {
  const wrong = sentences(messages).filter(
    ([path, text]) =>
      placeholders(text).join() !== placeholders(englishTexts.get(path) ?? "").join(),
  );
  expect(wrong).toEqual([]);
});

test.each(translations)("$tag has a text for each of its plurals, or one for all", (catalogue) => {
  const { tag, messages } = catalogue;
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  const all = new Set(Object.values(messages.more)).size > 1 ? pluralCategories : ["other"];
  expect(Object.keys(messages.more).sort()).toEqual([...all].sort());
});

test.each(translations)("$tag tells a number that its words do not", ({ tag, messages }) => {
  const rules = new Intl.PluralRules(tag);
  for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 4_997, 1_000_000]) {
    const text = messages.more[rules.select(count)] ?? messages.more.other;
    // "One more" may be a word, and so may "two more" where there is a dual.
    expect([[], ["{count}"]]).toContainEqual(placeholders(text));
    if (count > 2) expect(placeholders(text)).toEqual(["{count}"]);
  }
});

test.each(catalogues)("$tag has no empty text, and none with a space at an end", ({ messages }) => {
  const wrong = texts(messages).filter(
    ([path, text]) => !separators.includes(path) && !/^\S(?:.*\S)?$/u.test(text),
  );
  expect(wrong).toEqual([]);
});

test.each(translations)("$tag leaves nothing in English", ({ tag, messages }) => {
  const same = sentences(messages)
    .filter(([path, text]) => !separators.includes(path) && text === englishTexts.get(path))
    .map(([path]) => path);
  expect(same, "A word that is the same is named in sameAsInEnglish").toEqual(
    sameAsInEnglish[tag] ?? [],
  );
});

test.each(translations)("$tag is written in its own script", ({ tag, messages }) => {
  const { script } = new Intl.Locale(tag).maximize();
  const scripts = script === "Jpan" ? ["Han", "Hira", "Kana"] : [script?.replace("Hans", "Han")];
  const own = new RegExp(scripts.map((name) => `\\p{scx=${name}}`).join("|"), "u");
  const strange = texts(messages).filter(
    ([path, text]) =>
      path !== "tag" &&
      ownWords(text)
        .match(/\p{L}/gu)
        ?.some((letter) => !own.test(letter)),
  );
  expect(strange).toEqual([]);
});

test.each(translations)("$tag has the punctuation of its language", ({ tag, messages }) => {
  const nowhere = /['"]| {2}|\.{3}/;
  const wrong = sentences(messages).filter(
    ([path, text]) =>
      path !== "listSeparator" && (nowhere.test(text) || foreign[tag]?.test(ownWords(text))),
  );
  expect(wrong).toEqual([]);
});

test.each(translations)("$tag ends a sentence where English does", ({ messages }) => {
  const endOf = (text: string) =>
    /[.。।]$/u.test(text) ? "." : /[?？؟]$/u.test(text) ? "?" : /…$/u.test(text) ? "…" : "";
  const wrong = sentences(messages).filter(
    ([path, text]) => endOf(text) !== endOf(englishTexts.get(path) ?? ""),
  );
  expect(wrong).toEqual([]);
});
