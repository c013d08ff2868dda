import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catalogues, translations } from "./catalogues.js";

const root = join(import.meta.dirname, "..", "..", "..");
const page = readFileSync(join(root, "docs/languages.md"), "utf8");

/** The rows of the table of languages: what is imported from where, and whether it was reviewed. */
const rows = [...page.matchAll(/^\|[^|`]+\| `(\S+)` \| `(\w+)` \| ([\w ]+) \|$/gm)].map(
  ([, door = "", name = "", reviewed = ""]) => ({ door, name, reviewed }),
);

test("the page lists every catalogue under its door and its name", () => {
  const expected = catalogues.map(({ tag, exports }) => [
    `react-scim-me/locales/${tag}`,
    ...Object.keys(exports),
  ]);
  expected.push(["react-scim-me/locales/en", "en"]);
  const listed = rows.map(({ door, name }) => [door, name]);
  expect(listed.sort(), "The table in docs/languages.md").toEqual(expected.sort());
});

test("the README says how many languages there are", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  expect(readme).toContain(`It speaks ${translations.length + 1} [languages]`);
});

test.each(translations)(
  "the page says of $tag whether it was reviewed, as its file does",
  ({ tag }) => {
    const file = readFileSync(join(root, `src/locales/${tag}.ts`), "utf8");
    const isUnreviewed = file.includes(
      "Unreviewed: no native speaker has checked this translation yet.",
    );
    const row = rows.find(({ door }) => door.endsWith(`/${tag}`));
    expect(row?.reviewed).toBe(isUnreviewed ? "not yet" : "yes");
  },
);
