import { afterEach, expect, inject } from "vitest";
import { page } from "vitest/browser";
import "../test/setup/failOnConsole.ts";
import { pictureName } from "../test/visual/pictureName.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Whether this platform has baselines to compare pictures with. */
    comparesPictures: boolean;
  }
  // What Storybook's plugin adds, and does not declare.
  interface TestContext {
    story: { tags: string[] };
  }
  interface TaskMeta {
    storyId: string;
  }
}

afterEach(async ({ story, task }) => {
  if (!inject("comparesPictures") || !story.tags.includes("visual")) return;
  if (task.result?.state === "fail") return;
  // A caret blinks, and a focus ring depends on what the play did last.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await document.fonts.ready;
  const stage = document.querySelector("[data-stage]");
  if (!stage) throw new Error("There is no stage to take a picture of.");
  // What does not fit into the window would be cut off.
  const { height } = stage.getBoundingClientRect();
  if (height > innerHeight) await page.viewport(innerWidth, Math.ceil(height));
  await expect(page.elementLocator(stage)).toMatchScreenshot(pictureName(task.meta.storyId));
});
