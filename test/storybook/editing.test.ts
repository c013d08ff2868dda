import { expect, test } from "vitest";
import { en } from "../../src/locales/en.ts";
import { contextOptions } from "../browser/launchChromium.ts";
import { openSite } from "./openSite.ts";

const site = openSite();

test("a form whose code can't be loaded says so, and opens on a page that is loaded anew", async () => {
  const context = await site.browser.newContext(contextOptions);
  const page = await context.newPage();
  const asked: string[] = [];
  let isDown = true;
  await context.route("**/ProfileForm*", (route) => {
    asked.push(route.request().url());
    return isDown ? route.abort() : route.continue();
  });
  await page.goto(`${site.url}iframe.html?id=components-profilecard-editing--editing`);
  await page.getByText(en.network).waitFor();
  expect(asked).not.toEqual([]);
  expect(await page.getByRole("form").count()).toBe(0);
  // Chromium remembers for the life of a page that a module could not be loaded.
  isDown = false;
  await page.reload();
  await page.getByRole("form", { name: en.editProfile }).waitFor();
  expect(await page.getByText(en.network).count()).toBe(0);
});
