import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const docs = join(import.meta.dirname, "..", "..", "..", "docs");
const text = readFileSync(join(docs, "security.md"), "utf8");

test("every promise names the test that holds it", () => {
  const rows = text
    .split("| promise | held by |")
    .slice(1)
    .flatMap((table) => {
      const [body = ""] = table.split("\n\n");
      return body.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("|--"));
    });
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !/\]\(\.\.\/test\/[^)]+\.test\.tsx?\)/.test(row))).toEqual([]);
});
