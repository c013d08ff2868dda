import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../../listFiles.ts";
import { describeForAgents } from "./describeForAgents.ts";
import { publicExports } from "./publicExports.ts";

const root = join(import.meta.dirname, "..", "..", "..");

test("every public export says in one line what it is", () => {
  const names = readFileSync(join(root, "test/package/export-names.txt"), "utf8");
  const all = publicExports();
  const listed = [...names.matchAll(/^ {2}(?:type )?(\w+)/gm)].map(([, name]) => name).sort();
  const read = all.map(({ name }) => name).sort();
  expect(read, "`npm test -- package -u` writes the list down anew").toEqual(listed);
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

// Attributes have their words in RFC 7643, and messages are words themselves.
const spoken = /^(scim\/ScimMe(Changes)?|locales\/.*)\.ts$/;

test("every option, prop and result says what it is", () => {
  const names = new Set(publicExports().map(({ name }) => name));
  const files = listFiles(join(root, "src")).filter((path) => /\.tsx?$/.test(path));
  const silent = files
    .filter((path) => !spoken.test(path))
    .flatMap((path) => [
      ...readFileSync(join(root, "src", path), "utf8").matchAll(
        /export interface (\w+)[^{]*\{\n(.*?)\n\}/gs,
      ),
    ])
    .filter(([, name = ""]) => names.has(name))
    .flatMap(([, name, members = ""]) =>
      [...members.matchAll(/(?<!\*\/\n)^ {2}("?[\w-]+"?)\??: /gm)].map(
        ([, member]) => `${name}.${member}`,
      ),
    );
  expect(silent).toEqual([]);
});

test("llms.txt is what the exports and the pages say of themselves", async () => {
  await expect(describeForAgents()).toMatchFileSnapshot(join(root, "llms.txt"));
});
