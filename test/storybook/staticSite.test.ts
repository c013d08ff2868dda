import type { Page } from "playwright";
import { expect, test } from "vitest";
import { endpoint } from "../../.storybook/endpoint.ts";
import { exampleMe } from "../../src/mocks/index.ts";
import { contextOptions } from "../browser/launchChromium.ts";
import { openSite } from "./openSite.ts";

const name = String(exampleMe.displayName);
const site = openSite("/some/path/");

/** What a page asks for that is neither below the sub-path nor the Me resource that the mocks play. */
function watchOutside(page: Page): string[] {
  const outside: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site.url) && url !== endpoint && !/^(data|blob):/.test(url)) {
      outside.push(url);
    }
  });
  return outside;
}

test("the static Storybook works under a sub-path, without a network", async () => {
  const page = await site.browser.newPage(contextOptions);
  const missing: string[] = [];
  page.on("response", (response) => {
    if (response.status() === 404) missing.push(response.url());
  });
  const outside = watchOutside(page);
  await page.goto(`${site.url}iframe.html?id=components-profilecard--success&viewMode=story`);
  await page.getByText(name).first().waitFor();
  expect(await page.locator("[data-scim=ProfileCard]").count()).toBe(1);
  expect(missing).toEqual([]);
  expect(outside).toEqual([]);
});

test("a docs page shows different states side by side", async () => {
  const page = await site.browser.newPage(contextOptions);
  await page.goto(`${site.url}iframe.html?id=components-profilecard--docs&viewMode=docs`);
  for (const state of ["ready", "loading", "missing-token", "forbidden", "unavailable"]) {
    await page.locator(`[data-scim=ProfileCard][data-state=${state}]`).first().waitFor();
  }
  expect(await page.getByText(/^Error: /).count()).toBe(0);
});

test("its index page loads its manager under the sub-path", async () => {
  const page = await site.browser.newPage(contextOptions);
  const outside = watchOutside(page);
  await page.goto(`${site.url}?path=/story/components-profilecard--success`);
  const story = page.frameLocator("#storybook-preview-iframe");
  await story.getByText(name).first().waitFor();
  expect(outside).toEqual([]);
});

test.each([
  ["no-preference", 1],
  ["reduce", 0],
] as const)("with prefers-reduced-motion: %s, signing out moves %i thing", async (wish, moving) => {
  const page = await site.browser.newPage({ ...contextOptions, reducedMotion: wish });
  await page.goto(`${site.url}iframe.html?id=components-signoutbutton--pending&viewMode=story`);
  await page.locator("[data-state=pending]").waitFor();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(moving);
});
