import { basename, dirname, join, relative } from "node:path";
import type { BrowserCommand, TestUserConfig } from "vitest/node";

type ResolveSnapshotPath = NonNullable<TestUserConfig["resolveSnapshotPath"]>;

declare module "vitest/browser" {
  interface BrowserCommands {
    /** What a screen reader is told of the one element that a selector finds, as YAML. */
    ariaSnapshot(selector: string): Promise<string>;
  }
}

/** Where they lie: a file for each file of stories. */
export const ariaSnapshots: string = join(import.meta.dirname, "aria");

const stories = join(import.meta.dirname, "../../stories");

/** The project that takes them: what is said does not depend on the theme. */
const PROJECT = "stories-light";

/** Whether a project takes them; a run of some stories would drop those of the others on `-u`. */
export function takesAriaSnapshots(project: string): boolean {
  // Vitest adds the browser's name.
  return project.startsWith(PROJECT) && !process.env.STORY_TAGS;
}

/** Playwright's, whole: Vitest's own `toMatchAriaSnapshot` lets pass what a page says besides. */
export const ariaSnapshot: BrowserCommand<[selector: string]> = async (context, selector) => {
  const said = await context.iframe.locator(selector).ariaSnapshot();
  return (
    said
      .replaceAll(new URL(context.page.url()).origin, "https://stories.example.com")
      .replace(/\bdemo\.\S+/g, "•••")
      // How long something took is another time each time.
      .replace(/\b[\d.]+ (m?s)\b/g, "0 $1")
  );
};

/** Stories' snapshots apart from the stories, which somebody reads. */
export const resolveSnapshotPath: ResolveSnapshotPath = (path, extension, context) => {
  if (takesAriaSnapshots(context?.config.name ?? "")) {
    return join(ariaSnapshots, relative(stories, path).replace(/\.tsx$/, extension));
  }
  return join(dirname(path), "__snapshots__", basename(path) + extension);
};
