import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

declare const scimMeReady: () => Promise<void>;

interface Entry {
  id: string;
  type: "story" | "docs";
}

const index = JSON.parse(readFileSync("storybook-static/index.json", "utf8"));
const stories = Object.values<Entry>(index.entries).filter(({ type }) => type === "story");

for (const { id } of stories) {
  test(id, async ({ page }) => {
    await page.goto(`/iframe.html?id=${id}&viewMode=story`);
    await page.locator("[data-scim]").first().waitFor();
    await page.evaluate(() => scimMeReady());
    await expect(page.locator("body")).toHaveScreenshot(`${id}.png`);
  });
}
