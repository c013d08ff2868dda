import { statSync } from "node:fs";
import { extname, join } from "node:path";
import { expect, inject, test } from "vitest";
import { listFiles } from "../listFiles.ts";

/** In bytes. Most of it is Storybook's own, axe and MSW. */
const ceiling = 13_000_000;

const folder = inject("storybookFolder");
const files = listFiles(folder).map((file) => ({ file, bytes: statSync(join(folder, file)).size }));
const sum = (list: typeof files) => list.reduce((total, { bytes }) => total + bytes, 0);

test("the static Storybook is not larger than it was", () => {
  const kinds = [...new Set(files.map(({ file }) => extname(file)))].map((kind) => ({
    kind: kind.slice(1),
    bytes: sum(files.filter(({ file }) => extname(file) === kind)),
  }));
  const largest = kinds.sort((one, other) => other.bytes - one.bytes).slice(0, 4);
  const parts = largest.map(({ kind, bytes }) => `${kind} ${bytes}`).join(", ");
  console.log(`The static Storybook is ${sum(files)} bytes of at most ${ceiling}: ${parts}.`);
  expect(sum(files)).toBeLessThanOrEqual(ceiling);
});
