import { defineConfig } from "@playwright/test";

const port = process.env.PORT ?? "6007";

export default defineConfig({
  testMatch: "visual.spec.ts",
  fullyParallel: true,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    reducedMotion: "reduce",
    locale: "en-US",
    timezoneId: "UTC",
    // Another browser draws other pixels: name the one that all of you use.
    launchOptions: { executablePath: process.env.CHROMIUM_PATH },
  },
  // The usual threshold of 0.2 lets another color pass.
  expect: { toHaveScreenshot: { threshold: 0.01, maxDiffPixels: 0 } },
  webServer: {
    command: `npx vite preview --outDir storybook-static --host 127.0.0.1 --port ${port}`,
    port: Number(port),
  },
});
