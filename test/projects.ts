import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import type { TestProjectInlineConfiguration, ViteUserConfig } from "vitest/config";
import { contextOptions, launchOptions } from "./browser/launchChromium.ts";
import { comparesPictures, pictures } from "./visual/pictures.ts";

const seconds = 1_000;

/** `STORY_TAGS=visual` leaves the stories that have pictures. */
const tags = { include: process.env.STORY_TAGS?.split(",") ?? ["test"] };

/** What happens in a page, without a browser. */
const unit: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: "unit",
    environment: "jsdom",
    include: ["test/{fuzz,servers,unit}/**/*.test.{ts,tsx}", "test/identity/**/*.test.ts"],
    setupFiles: ["test/setup/unit.ts"],
  },
};

/** The packed tarball, as an app gets it. */
const packed: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: "package",
    environment: "node",
    include: ["test/package/**/*.test.ts"],
    globalSetup: ["test/package/pack.ts"],
    testTimeout: 60 * seconds,
  },
};

/** The static Storybook, as it is published. */
const storybook: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: "storybook",
    environment: "node",
    include: ["test/storybook/**/*.test.ts"],
    globalSetup: ["test/storybook/buildStorybook.ts"],
    testTimeout: 60 * seconds,
  },
};

/** Real servers, a real app, a real browser: one file after the other. */
const endToEnd: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: "e2e",
    environment: "node",
    include: ["test/e2e/**/*.test.ts"],
    testTimeout: 120 * seconds,
    hookTimeout: 300 * seconds,
    fileParallelism: false,
  },
};

/** Every story in Chromium: its play, axe, and a picture where it is tagged `visual`. */
async function stories(theme: "light" | "dark"): Promise<TestProjectInlineConfiguration> {
  const name = `stories-${theme}`;
  return {
    extends: true,
    plugins: [await storybookTest({ configDir: ".storybook", initialGlobals: { theme }, tags })],
    test: {
      name,
      setupFiles: [".storybook/vitest.setup.ts"],
      testTimeout: 30 * seconds,
      provide: { comparesPictures },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: await launchOptions(), contextOptions }),
        instances: [{ browser: "chromium" }],
        expect: { toMatchScreenshot: pictures(name) },
      },
    },
  };
}

export const test: NonNullable<ViteUserConfig["test"]> = {
  attachmentsDir: "artifacts/attachments",
  projects: [unit, packed, storybook, endToEnd, await stories("light"), await stories("dark")],
};
