// @vitest-environment node
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ownLines } from "./ownLines.ts";

const root = join(import.meta.dirname, "..", "..");
const recipes = join(root, "examples", "recipes");

const files = ["sessions", "routers"].flatMap((family) =>
  readdirSync(join(recipes, family), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(family, name)),
);

test("every recipe compiles against the packed library and the real SDKs", async () => {
  const tsc = join(root, "node_modules", ".bin", "tsc");
  const compiled = promisify(execFile)(tsc, ["--project", recipes]);
  await expect(
    compiled.catch(({ stdout }) => Promise.reject(new Error(stdout))),
  ).resolves.toBeDefined();
});

test.each(files)("%s is under 20 lines of a reader's own code", (file) => {
  expect(ownLines(readFileSync(join(recipes, file), "utf8")).length).toBeLessThan(20);
});
