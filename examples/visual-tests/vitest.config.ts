import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

// Another browser draws other pixels: name the one that all of you use.
const launchOptions = { executablePath: process.env.CHROMIUM_PATH };
const contextOptions = {
  viewport: { width: 1600, height: 1200 },
  reducedMotion: "reduce",
  locale: "en-US",
  timezoneId: "UTC",
} as const;

const stories: TestProjectInlineConfiguration = {
  plugins: [storybookTest({ configDir: ".storybook" })],
  // What Vite finds late reloads the page under the first run's tests.
  optimizeDeps: {
    include: [
      "msw/browser",
      "react",
      "react-dom/client",
      "react-scim-me/msw",
      "react-scim-me/storybook",
      "react/jsx-dev-runtime",
    ],
  },
  test: {
    name: "stories",
    setupFiles: [".storybook/vitest.setup.ts"],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions, contextOptions }),
      instances: [{ browser: "chromium" }],
      expect: {
        // The usual threshold of 0.1 lets another color pass.
        toMatchScreenshot: {
          comparatorName: "pixelmatch",
          comparatorOptions: { threshold: 0.01, allowedMismatchedPixels: 0 },
        },
      },
    },
  },
};

export default defineConfig({ test: { projects: [{ extends: true, ...stories }] } });
