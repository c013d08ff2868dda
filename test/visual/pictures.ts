import { join } from "node:path";
import type { BrowserConfigOptions } from "vitest/node";
import { storyIdOf } from "./pictureName.ts";

type PictureOptions = NonNullable<NonNullable<BrowserConfigOptions["expect"]>["toMatchScreenshot"]>;

/** Where the baselines of every project lie. */
export const baselines: string = join(import.meta.dirname, "baselines");

const reason =
  process.env.PICTURES === "off"
    ? "PICTURES=off"
    : process.platform === "linux" && process.arch === "x64"
      ? undefined
      : `there are baselines for Linux x64 alone, not for ${process.platform} ${process.arch}`;

/** Whether pictures can be compared here: other fonts and another binary draw other pixels. */
export const comparesPictures: boolean = reason === undefined;

if (reason) console.info(`No pictures are compared: ${reason}.`);

/**
 * How the pictures of one project are compared and where they lie.
 *
 * The usual threshold of 0.1 lets a changed colour or radius pass, and 0.01 still lets red or blue
 * move by 4 of 255. Rounding by 1 of 255, as another processor may do, passes here too.
 */
export function pictures(project: string): PictureOptions {
  return {
    // A picture that is taken late is taken until it is still: five seconds are for two or three.
    timeout: 20_000,
    comparatorName: "pixelmatch",
    comparatorOptions: { threshold: 0.005, includeAA: true, allowedMismatchedPixels: 0 },
    resolveScreenshotPath: ({ arg, browserName, platform, ext }) =>
      join(baselines, project, `${browserName}-${platform}`, `${storyIdOf(arg)}${ext}`),
    resolveDiffPath: ({ arg, browserName, platform, ext, root }) =>
      join(root, "artifacts/pictures", project, `${browserName}-${platform}`, `${arg}${ext}`),
  };
}
