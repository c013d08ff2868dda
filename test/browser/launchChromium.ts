import { type Browser, type BrowserContextOptions, chromium, type LaunchOptions } from "playwright";
import { findChromium } from "./findChromium.ts";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
  "--disable-lcd-text",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  // A photo that arrives late is drawn whole: parts drawn twice have other edges.
  "--disable-partial-raster",
  "--disable-checker-imaging",
  // No processor draws with instructions that another one lacks.
  "--disable-skia-runtime-opts",
];

/** A page that looks the same on every machine. */
export const contextOptions = {
  // Larger than any story: Vitest scales its pictures down otherwise.
  viewport: { width: 1600, height: 2800 },
  deviceScaleFactor: 1,
  reducedMotion: "reduce",
  locale: "en-US",
  timezoneId: "UTC",
} satisfies BrowserContextOptions;

/** How a found Chromium is started, for Playwright and for Vitest's provider. */
export async function launchOptions(): Promise<LaunchOptions> {
  const { executablePath, env } = await findChromium();
  return { executablePath, args, env: { ...(process.env as Record<string, string>), ...env } };
}

/** Starts the Chromium of `findChromium` without a window. The caller closes it. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ ...(await launchOptions()), ...options });
}
