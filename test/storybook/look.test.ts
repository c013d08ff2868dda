import type { BrowserContextOptions, Page } from "playwright";
import { expect, test } from "vitest";
import { contextOptions } from "../browser/launchChromium.ts";
import { openSite } from "./openSite.ts";

const site = openSite();

// A story may still be drawn anew: what is read of an element is polled for.
async function openStory(id: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await site.browser.newPage({ ...contextOptions, ...options });
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
  const seen = () =>
    pending.evaluate((element) => {
      const { width, height, maskImage } = getComputedStyle(element, "::before");
      return { isRound: width !== "" && width === height, maskImage };
    });
  const maskImage = expect.stringMatching(/^linear-gradient/);
  await expect.poll(seen).toEqual({ isRound: true, maskImage });
});

test("a photo covers what has the color of initials", async () => {
  const page = await openStory("profilecard--success");
  const boxOf = (part: string) => page.locator(`[data-part=${part}]`).boundingBox();
  await page.locator("[data-part=photo][data-loaded=true]").waitFor();
  const gaps = async () => {
    const [photo, whole] = await Promise.all([boxOf("photo"), boxOf("avatar")]);
    if (!photo || !whole) return undefined;
    return [photo.x - whole.x, photo.y - whole.y, whole.width - photo.width];
  };
  await expect.poll(gaps).toEqual([0, 0, 0]);
});

test("the ring around a text is as round as that around an input", async () => {
  for (const [id, part] of [
    ["profilecard-editing--conflict", "summary"],
    ["profilecard--revoked", "title"],
  ] as const) {
    const page = await openStory(id);
    const text = page.locator(`[data-part=${part}]:focus-visible`);
    await text.waitFor();
    const radius = () => text.evaluate((element) => getComputedStyle(element).borderRadius);
    await expect.poll(async () => Number.parseFloat(await radius())).toBeGreaterThan(0);
  }
});

test("every choice of a value's type can be read whole", async () => {
  const page = await openStory("profilecard-editing--german");
  const select = page.locator("[data-part=row] > select");
  await select.waitFor();
  // Its width is that of its longest name, whichever is chosen.
  const cutOff = () =>
    select.evaluate((element) => {
      const width = () => element.getBoundingClientRect().width;
      const shown = width();
      element.style.maxInlineSize = "none";
      const whole = width();
      element.style.maxInlineSize = "";
      return shown > 0 ? whole - shown : undefined;
    });
  await expect.poll(cutOff).toBe(0);
});

test("on paper, which has no dark background, a dark card has the colors of a light one", async () => {
  const page = await openStory("profilecard--success&globals=theme:dark");
  const name = page.locator("[data-part=name]");
  const color = () => name.evaluate((element) => getComputedStyle(element).color);
  await expect.poll(color).toBe("rgb(236, 238, 242)");
  await page.emulateMedia({ media: "print" });
  await expect.poll(color).toBe("rgb(21, 24, 29)");
});
