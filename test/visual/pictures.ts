import { join } from "node:path";
import type { BrowserConfigOptions } from "vitest/node";

type PictureOptions = NonNullable<
  NonNullable<BrowserConfigOptions["expect"]>["toMatchScreenshot"]
>;

/** Where the baselines of every project lie. */
export const baselines: string = join(import.meta.dirname, "baselines");

/** Whether this platform has baselines; another one's fonts and binary draw other pixels. */
export const comparesPictures: boolean = process.platform === "linux" && process.arch === "x64";

if (!comparesPictures) {
  console.info(`No pictures: there are baselines for linux x64 alone, not for this platform.`);
}

/**
 * How the pictures of one project are compared and where they lie.
 *
 * The threshold is a tenth of the usual one, which lets a changed colour and radius pass.
 */
export function pictures(project: string): PictureOptions {
  return {
    comparatorName: "pixelmatch",
    comparatorOptions: { threshold: 0.01, includeAA: true, allowedMismatchedPixels: 0 },
    resolveScreenshotPath: ({ arg, browserName, platform, ext }) =>
      join(baselines, project, `${browserName}-${platform}`, `${arg}${ext}`),
    resolveDiffPath: ({ arg, browserName, platform, ext, root }) =>
      join(root, "artifacts", "pictures", project, `${browserName}-${platform}`, `${arg}${ext}`),
  };
}
