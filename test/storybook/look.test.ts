import type { Browser, BrowserContextOptions, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { contextOptions, launchChromium } from "../browser/launchChromium.ts";
import { serveFolder } from "./serveFolder.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  site = await serveFolder(inject("storybookFolder"), "/");
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  site.close();
});

async function openStory(id: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ ...contextOptions, ...options });
  const [story, globals = ""] = id.split("&");
  await page.goto(`${site.url}iframe.html?id=components-${story}&viewMode=story&${globals}`);
  return page;
}

test("a button that does something already does not answer a pointer", async () => {
  const page = await openStory("signoutbutton--pending");
  const button = page.locator("[data-scim=SignOutButton][aria-disabled]");
  await button.waitFor();
  const border = () => button.evaluate((element) => getComputedStyle(element).borderColor);
  await page.mouse.move(0, 0);
  const before = await border();
  await button.hover();
  expect(await border()).toBe(before);
});

test("what turns stays round in a narrow button, and open where colors are forced", async () => {
  const page = await openStory("signoutbutton--pending", {
    viewport: { width: 150, height: 600 },
    forcedColors: "active",
  });
  const pending = page.locator("[data-scim=SignOutButton][aria-disabled] [data-part=pending]");
  await pending.waitFor();
  const { width, height, maskImage } = await pending.evaluate((element) => {
    const { width, height, maskImage } = getComputedStyle(element, "::before");
    return { width, height, maskImage };
  });
  expect(width).toBe(height);
  expect(maskImage).toMatch(/^linear-gradient/);
});

test("a photo covers what has the color of initials", async () => {
  const page = await openStory("profilecard--success");
  const photo = page.locator("[data-part=photo][data-loaded=true]");
  await photo.waitFor();
  const whole = await page.locator("[data-part=avatar]").boundingBox();
  expect(await photo.boundingBox()).toEqual(whole);
});

test("the ring around a text is as round as that around an input", async () => {
  for (const [id, part] of [
    ["profilecard-editing--conflict", "summary"],
    ["profilecard--revoked", "title"],
  ] as const) {
    const page = await openStory(id);
    const text = page.locator(`[data-part=${part}]:focus-visible`);
    await text.waitFor();
    const radius = await text.evaluate((element) => getComputedStyle(element).borderRadius);
    expect(Number.parseFloat(radius), id).toBeGreaterThan(0);
  }
});

test("every choice of a value's type can be read whole", async () => {
  const page = await openStory("profilecard-editing--german");
  const select = page.locator("[data-part=row] > select");
  await select.selectOption({ label: "Keine Angabe" });
  const [shown = 0, wanted = 0] = await select.evaluate((element) => {
    const width = () => element.getBoundingClientRect().width;
    const shown = width();
    element.style.maxInlineSize = "none";
    return [shown, width()];
  });
  expect(shown).toBe(wanted);
});

test("on paper, which has no dark background, a dark card has the colors of a light one", async () => {
  const page = await openStory("profilecard--success&globals=theme:dark");
  const name = page.locator("[data-part=name]");
  await name.waitFor();
  const color = () => name.evaluate((element) => getComputedStyle(element).color);
  expect(await color()).toBe("rgb(236, 238, 242)");
  await page.emulateMedia({ media: "print" });
  expect(await color()).toBe("rgb(21, 24, 29)");
});
