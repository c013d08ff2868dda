import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { listFiles } from "../listFiles.ts";
import { ariaSnapshots } from "../visual/ariaSnapshots.ts";
import { baselines } from "../visual/pictures.ts";
import { storyIndex } from "./storyIndex.ts";

const stories = storyIndex(inject("storybookFolder")).filter(({ type }) => type === "story");

test("story ids are a promise: other people's pictures and links hang on them", async () => {
  const ids = stories.map(({ id }) => `${id}\n`).sort();
  await expect(ids.join("")).toMatchFileSnapshot("story-ids.txt");
});

test("every baseline belongs to a visual story", () => {
  const pictured = (project: string, ...wanted: string[]) =>
    stories
      .filter(({ tags }) => wanted.every((tag) => tags.includes(tag)))
      .map(({ id }) => `${project}/chromium-linux/${id}.png`);
  const expected = [
    ...pictured("stories-light", "visual"),
    ...pictured("stories-dark", "visual"),
    ...pictured("stories-forced-colors", "visual", "forced-colors"),
  ];
  expect(listFiles(baselines).filter((file) => !expected.includes(file))).toEqual([]);
});

test("for every story, and for no other, it is written down what a screen reader is told", () => {
  const texts = listFiles(ariaSnapshots).map((file) =>
    readFileSync(join(ariaSnapshots, file), "utf8"),
  );
  const keys = texts.join("\n").matchAll(/^exports\[`.* > (\S+) 1`\] = /gm);
  const tested = stories.filter(({ tags }) => tags.includes("test"));
  expect([...keys].map(([, id]) => id).sort()).toEqual(tested.map(({ id }) => id).sort());
});
