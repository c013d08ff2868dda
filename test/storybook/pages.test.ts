import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { contextOptions, launchChromium } from "../browser/launchChromium.ts";
import { listFiles } from "../listFiles.ts";
import { serveFolder } from "./serveFolder.ts";
import { storyIndex } from "./storyIndex.ts";

const index = storyIndex(inject("storybookFolder"));
const stories = join(import.meta.dirname, "../../stories");

test("every link within the pages leads to a story or a page that there is", () => {
  const files = listFiles(stories).filter((file) => /\.(mdx|tsx)$/.test(file));
  const links = files.flatMap((file) => {
    const text = readFileSync(join(stories, file), "utf8");
    return [...text.matchAll(/<StoryLink\s+id="([^"]+)"/g)].map(([, id]) => id);
  });
  const ids = index.map(({ id }) => id);
  expect(links.length).toBeGreaterThan(30);
  expect(links.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
});

test.each(["profilecard", "protectedroute", "signoutbutton"])(
  "%s has a page of its own, then a playground, and at least 15 stories",
  (name) => {
    const ids = index.map(({ id }) => id).filter((id) => id.startsWith(`components-${name}--`));
    expect(ids.slice(0, 2)).toEqual([`components-${name}--docs`, `components-${name}--playground`]);
    expect(ids.slice(1).length).toBeGreaterThanOrEqual(15);
  },
);

test("the code of a playground follows its controls", async () => {
  const site = await serveFolder(inject("storybookFolder"), "/");
  const browser = await launchChromium();
  onTestFinished(async () => {
    await browser.close();
    site.close();
  });
  const page = await browser.newPage(contextOptions);
  await page.goto(`${site.url}iframe.html?id=components-signoutbutton--docs&viewMode=docs`);
  const code = page.locator("pre", { hasText: "<SignOutButton onSignOut" }).first();
  await code.waitFor();
  expect(await code.innerText()).not.toContain("clear");
  await page.getByRole("radio", { name: "profile" }).check();
  const changed = page.locator("pre", { hasText: 'clear="profile"' }).first();
  await changed.waitFor();
  expect(await changed.innerText()).toContain('import "react-scim-me/styles.css";');
});
