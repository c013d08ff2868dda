import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checks } from "../../../src/diagnose/checks.js";

const docs = join(import.meta.dirname, "..", "..", "..", "docs");

test("the documentation lists every check, in its order, with what it asks", () => {
  const text = readFileSync(join(docs, "diagnose.md"), "utf8");
  const rows = text.split("\n").filter((line) => line.startsWith("| `"));
  expect(rows).toEqual(checks.map(({ check, asks }) => `| \`${check}\` | ${asks} |`));
});
