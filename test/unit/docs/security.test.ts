import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const docs = join(import.meta.dirname, "..", "..", "..", "docs");
const text = readFileSync(join(docs, "security.md"), "utf8");
const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);

test("every file and every heading that the threat model links to exists", () => {
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(
    ([, heading = ""]) => `#${heading.toLowerCase().replaceAll(" ", "-")}`,
  );
  const missing = links.filter((link) =>
    link.startsWith("#") ? !headings.includes(link) : !existsSync(join(docs, link)),
  );
  expect(links.length).toBeGreaterThan(30);
  expect(missing).toEqual([]);
});

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
