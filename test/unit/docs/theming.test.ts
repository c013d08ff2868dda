import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../../listFiles.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const sources = listFiles(join(root, "src")).map((path) => ({
  path,
  text: readFileSync(join(root, "src", path), "utf8"),
}));

/** What is found in the files of an ending, each once. */
function found(ending: string, pattern: RegExp): string[] {
  const texts = sources.filter(({ path }) => path.endsWith(ending)).map(({ text }) => text);
  const all = texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = ""]) => name));
  return [...new Set(all)].sort();
}

const parts = found(".tsx", /data-part="([\w-]+)"/g);

test("docs/theming.md names every data-part, and none that is not there", () => {
  const page = readFileSync(join(root, "docs/theming.md"), "utf8");
  const [, table = ""] = /^\| `data-scim` \| `data-state` \|.*\n((?:\|.*\n)+)/m.exec(page) ?? [];
  const cells = table.split("\n").map((row) => row.split("|")[3] ?? "");
  // What stands in brackets is of the part before it.
  const named = cells.flatMap((cell) => [...cell.replace(/\(.*?\)/g, "").matchAll(/`([\w-]+)`/g)]);
  const listed = [...new Set(named.map(([, name]) => name))].sort();
  expect(listed, "Hosts style these: a new name is a breaking change").toEqual(parts);
});

test("no rule of the style sheet is for a data-part that is not there", () => {
  const styled = found(".css", /\[data-part=["']?([\w-]+)/g);
  expect(styled.length).toBeGreaterThan(30);
  expect(styled.filter((name) => !parts.includes(name))).toEqual([]);
});
