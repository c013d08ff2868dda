import type { Browser } from "playwright";
import { afterAll, beforeAll, inject } from "vitest";
import { launchChromium } from "../browser/launchChromium.ts";
import { serveFolder } from "./serveFolder.ts";

/** The static Storybook under a path of a loopback port, and a browser: while a file's tests run. */
export function openSite(path = "/"): { readonly url: string; readonly browser: Browser } {
  let served: Awaited<ReturnType<typeof serveFolder>>;
  let browser: Browser;

  beforeAll(async () => {
    served = await serveFolder(inject("storybookFolder"), path);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    served.close();
  });

  return {
    get url() {
      return served.url;
    },
    get browser() {
      return browser;
    },
  };
}
