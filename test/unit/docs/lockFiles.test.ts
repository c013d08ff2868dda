import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const parents = ["examples", "examples/hosts/installs", "test", "bench"];
const folders = parents.flatMap((parent) =>
  readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
);
const locks = [
  "package-lock.json",
  ...folders.map((folder) => `${folder}/package-lock.json`),
].filter((path) => existsSync(join(root, path)));

test("every installation has its lock file", () => {
  expect(locks.length).toBeGreaterThan(10);
});

// `npm install` writes both; `npm ci` would then refuse the next build of the library.
test.each(locks)("%s holds no checksum of the packed library, and no registry", (path) => {
  const lock = readFileSync(join(root, path), "utf8");
  const library = JSON.parse(lock).packages["node_modules/react-scim-me"] ?? {};
  expect(library).not.toHaveProperty("integrity");
  expect(lock).not.toMatch(/"resolved": "https?:/);
});
