import { expect, test } from "vitest";
import { enXA } from "../../../src/locales/en-XA.js";
import { english, placeholders, texts } from "./catalogues.js";

const isText = ([path]: [path: string, text: string]) =>
  !["tag", "listSeparator", "editing.colon"].includes(path);
const before = texts(english).filter(isText);
const after = texts(enXA).filter(isText);

test("the pseudo-locale sets every text in brackets, and none twice", () => {
  expect(after.length).toBe(before.length);
  expect(after.filter(([, text]) => !/^\[[^[\]]+\]$/.test(text))).toEqual([]);
});

test("the pseudo-locale is some 40 % longer than English", () => {
  const length = (list: [string, string][]) => list.reduce((sum, [, text]) => sum + text.length, 0);
  const ratio = length(after) / length(before);
  expect(ratio).toBeGreaterThan(1.3);
  expect(ratio).toBeLessThan(1.5);
});

test("the pseudo-locale can still be read, and keeps what is replaced by a value", () => {
  expect(enXA.signOut).toBe("[Šííğñ óóúút]");
  expect(enXA.forbidden.text).toMatch(/^\[.*péérmííššííóóñ \{scope\}\. .*\]$/);
  expect(after.map(([, text]) => placeholders(text))).toEqual(
    before.map(([, text]) => placeholders(text)),
  );
});
