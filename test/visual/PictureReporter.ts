import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Reporter, TestCase, TestModule } from "vitest/node";
import { type PictureDifference, pictureReport } from "./pictureReport.ts";

const page = join(import.meta.dirname, "../../artifacts/pictures/index.html");

/** Vitest's names of the pictures, and ours. */
const names = { reference: "expected", actual: "actual", diff: "difference" } as const;

/** Puts the pictures that differ on one page, which holds them, and prints where it is. */
export default class PictureReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>): void {
    const failed = modules.flatMap((module) => [...module.children.allTests("failed")]);
    const differences = failed.flatMap(differencesOf);
    // The page of an earlier run would tell of what is mended.
    rmSync(page, { force: true });
    if (differences.length === 0) return;
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(page, pictureReport(differences));
    console.error(`\nPictures that differ, ${differences.length}: ${pathToFileURL(page)}\n`);
  }
}

function differencesOf(test: TestCase): PictureDifference[] {
  return test.artifacts().flatMap((artifact) => {
    if (artifact.type !== "internal:toMatchScreenshot") return [];
    const pictures: PictureDifference["pictures"] = {};
    for (const { name, path } of artifact.attachments) {
      if (path) pictures[names[name]] = readFileSync(path);
    }
    const { storyId } = test.meta();
    // Vitest adds the browser's name.
    const theme = test.project.name.replace(/^stories-| \(.*\)$/g, "");
    return [{ storyId, story: test.fullName, theme, message: artifact.message, pictures }];
  });
}
