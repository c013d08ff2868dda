import { afterEach, expect, inject } from "vitest";
import { commands, page } from "vitest/browser";
import "../test/setup/failOnConsole.ts";
import { pictureName } from "../test/visual/pictureName.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Whether this platform has baselines to compare pictures with. */
    comparesPictures: boolean;
    /** Whether this project says what a screen reader is told. */
    takesAriaSnapshots: boolean;
  }
  // What Storybook's plugin adds, and does not declare.
  interface TestContext {
    story: { tags: string[] };
  }
  interface TaskMeta {
    storyId: string;
    reports?: { type: string; status: string }[];
  }
}

const STAGE = "[data-stage]";

// Without the quotes and escapes of a string.
expect.addSnapshotSerializer({
  test: (value) => typeof value === "string",
  serialize: (value) => value,
});

afterEach(async ({ story, task }) => {
  if (task.result?.state === "fail") return;
  const stage = document.querySelector(STAGE);
  if (!stage) throw new Error("There is no stage to look at.");
  await expect.poll(() => photosIn(stage).filter(isLoading)).toEqual([]);
  // A caret blinks, and a focus ring depends on what the play did last.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await document.fonts.ready;
  const moving = stage.getAnimations({ subtree: true });
  expect(moving, "Nothing moves for people who asked for less of it").toEqual([]);
  const { storyId, reports } = task.meta;
  // A story without axe would look like one without faults.
  expect(reports).toMatchObject([{ type: "a11y", status: "passed" }]);
  if (inject("takesAriaSnapshots")) {
    expect(await commands.ariaSnapshot(STAGE)).toMatchSnapshot(storyId);
  }
  if (inject("comparesPictures") && story.tags.includes("visual")) await compare(stage, storyId);
});

async function compare(stage: Element, storyId: string): Promise<void> {
  // What does not fit into the window would be cut off.
  const { height } = stage.getBoundingClientRect();
  expect(height, "A picture of what is higher would be scaled").toBeLessThanOrEqual(
    parent.innerHeight,
  );
  if (height > innerHeight) await page.viewport(innerWidth, Math.ceil(height));
  await redrawPhotos(stage);
  await expect(page.elementLocator(stage)).toMatchScreenshot(pictureName(storyId));
}

/** A photo that is drawn before it is decoded has other edges, and keeps them until it is drawn anew. */
async function redrawPhotos(stage: Element): Promise<void> {
  const photos = photosIn(stage);
  await Promise.all(photos.map((photo) => photo.decode()));
  for (const visibility of ["hidden", ""]) {
    for (const photo of photos) photo.style.visibility = visibility;
    // The second comes after the first was drawn.
    for (let frame = 0; photos.length && frame < 2; frame++) {
      await new Promise(requestAnimationFrame);
    }
  }
}

/** Those in a shadow root too. */
function photosIn(stage: Element): HTMLImageElement[] {
  const roots = [...stage.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [stage, ...roots].flatMap((root) => [
    ...root.querySelectorAll<HTMLImageElement>("[data-part=photo]"),
  ]);
}

function isLoading({ dataset }: HTMLImageElement): boolean {
  return dataset.loaded !== "true";
}
