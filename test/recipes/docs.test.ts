// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const docs = join(import.meta.dirname, "..", "..", "docs", "recipes");
const names = readdirSync(docs);
const pages = names.map((name) => join(docs, name));
const read = (page: string) => readFileSync(page, "utf8");

/** A link to a file of a recipe, and the block of code below it. */
const block = /(\]\((\.\.\/\.\.\/examples\/[^)]+)\)\n\n```\w+\n).*?(?=^```$)/gms;

// `npm test -- recipes -u` copies the files into the pages.
test.each(names)("the code in %s is the code of the files that it names", async (name) => {
  const page = join(docs, name);
  const copied = read(page).replace(block, (_, head, file) => head + read(join(docs, file)));
  await expect(copied).toMatchFileSnapshot(page);
});

test("every recipe is on a page", () => {
  const text = pages.map(read).join("\n");
  const shown = [...text.matchAll(block)].map(([, , file = ""]) => join(docs, file));
  const recipes = join(docs, "../../examples/recipes");
  const files = ["sessions", "routers"].flatMap((family) =>
    readdirSync(join(recipes, family), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith("session.ts"))
      .map((name) => join(recipes, family, name)),
  );
  expect(shown.filter((file) => file.startsWith(recipes)).sort()).toEqual(files.sort());
});

test("every page is in the index", () => {
  const index = read(join(docs, "README.md"));
  const missing = names.filter((name) => !index.includes(`(${name})`));
  expect(missing).toEqual(["README.md"]);
});
