import { join } from "node:path";
import type { BrowserConfigOptions } from "vitest/node";
import { storyIdOf } from "./pictureName.ts";

type PictureOptions = NonNullable<NonNullable<BrowserConfigOptions["expect"]>["toMatchScreenshot"]>;

/** Where the baselines of every project lie. */
export const baselines: string = join(import.meta.dirname, "baselines");

/** Whether this platform has baselines; another one's fonts and binary draw other pixels. */
export const comparesPictures: boolean = process.platform === "linux" && process.arch === "x64";

if (!comparesPictures) {
  console.info("No pictures: there are baselines for Linux x64 alone, not for this platform.");
}

/**
 * How the pictures of one project are compared and where they lie.
 *
 * The usual threshold of 0.1 lets a changed colour or radius pass, and 0.01 still lets red or blue
 * move by 4 of 255. Rounding by 1 of 255, as another processor may do, passes here too.
 */
export function pictures(project: string): PictureOptions {
  return {
    comparatorName: "pixelmatch",
    comparatorOptions: { threshold: 0.005, includeAA: true, allowedMismatchedPixels: 0 },
    resolveScreenshotPath: ({ arg, browserName, platform, ext }) =>
      join(baselines, project, `${browserName}-${platform}`, `${storyIdOf(arg)}${ext}`),
    resolveDiffPath: ({ arg, browserName, platform, ext, root }) =>
      join(root, "artifacts/pictures", project, `${browserName}-${platform}`, `${arg}${ext}`),
  };
}
