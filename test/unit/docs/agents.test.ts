import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeForAgents } from "./describeForAgents.ts";
import { publicExports } from "./publicExports.ts";

const root = join(import.meta.dirname, "..", "..", "..");

test("every public export says in one line what it is", () => {
  const names = readFileSync(join(root, "test/package/export-names.txt"), "utf8");
  const all = publicExports();
  expect(all).toHaveLength(names.match(/^ {2}/gm)?.length ?? 0);
  expect(all.filter(({ summary = "" }) => !/^[A-Z`].{8,130}[.)]$/.test(summary))).toEqual([]);
});

test("every function, hook and component is described in full beside its summary", () => {
  const values = publicExports().filter(
    ({ door, isType }) => !isType && !door.includes("/locales/"),
  );
  expect(values.filter(({ description }) => !/^[A-Z`][\s\S]{20,}\.$/.test(description))).toEqual(
    [],
  );
});

test("llms.txt is what the exports and the pages say of themselves", async () => {
  await expect(describeForAgents()).toMatchFileSnapshot(join(root, "llms.txt"));
});
