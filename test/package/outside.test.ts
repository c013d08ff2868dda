import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { exampleMe } from "../../src/mocks/index.ts";
import { contextOptions, launchChromium } from "../browser/launchChromium.ts";
import type { Attributes } from "./page/Page.tsx";
import { type PageState, watchPage } from "./page/watchPage.ts";
import { type KitServer, serveKit } from "./serveKit.ts";

const { folder } = inject("packed");
let browser: Browser;
let site: KitServer;

beforeAll(async () => {
  site = await serveKit({ folder, me: exampleMe, parts: partsOf("dist/styles.css") });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Elements with every name that a sheet has for a part, each with what else it selects by. */
function partsOf(sheet: string): Attributes[] {
  const css = readFileSync(join(folder, sheet), "utf8");
  const found = [...css.matchAll(/\[(data-(?!scim|scope)\w+)(?:=["']?([\w-]*))?/g)];
  const all = Object.fromEntries(found.map(([, name = "", value = ""]) => [name, value]));
  const parts = found.filter(([, name]) => name === "data-part").map(([, , value = ""]) => value);
  return [...new Set(parts)].map((part) => ({ ...all, "data-part": part }));
}

async function open(): Promise<Page> {
  const page = await browser.newPage(contextOptions);
  await page.addInitScript(watchPage);
  await page.goto(site.origin);
  return page;
}

/** Presses one of the page's buttons, and waits until what it shows is there. */
async function show(page: Page, id: "bare" | "kit" | "nothing"): Promise<void> {
  await page.locator(`#${id}`).click();
  if (id === "bare") await page.locator("[data-own]").waitFor();
  if (id === "nothing") await page.locator("#root:empty").waitFor({ state: "attached" });
  if (id !== "kit") return;
  await page.locator("img[data-loaded=true]").waitFor();
  await page.locator("[data-own]").waitFor();
}

const look = (page: Page) => page.evaluate(() => window.ownLook());
const state = (page: Page) => page.evaluate(() => window.pageState());

/** What is another while the kit is there. */
const pick = ({ focus, listeners, openChannels }: PageState) => ({
  ...{ focus, listeners, openChannels },
});

test.each(["styles.css", "styles.unlayered.css"])("%s styles the kit alone", async (sheet) => {
  const page = await open();
  await show(page, "bare");
  const before = await look(page);
  expect(before.length, "As many elements as there are names of parts").toBeGreaterThan(120);
  await page.addStyleTag({ content: readFileSync(join(folder, "dist", sheet), "utf8") });
  expect(await look(page)).toEqual(before);
  await show(page, "nothing");
  await show(page, "kit");
  expect(await look(page), "Behind a guard").toEqual(before);
});

test("a page is as it was after the kit has come and gone", async () => {
  const page = await open();
  await page.addStyleTag({ content: readFileSync(join(folder, "dist/styles.css"), "utf8") });
  await show(page, "bare");
  await show(page, "nothing");
  const before = await state(page);

  await show(page, "kit");
  const during = await state(page);
  const { focus, listeners, openChannels } = during;
  expect({ ...during, ...pick(before) }).toEqual(before);
  expect(focus, "The button that was pressed keeps the focus").toBe("kit");
  expect(listeners).not.toEqual(before.listeners);
  expect(openChannels).toBe(1);

  const card = page.locator("[data-scim=ProfileCard]");
  await card.getByRole("button", { name: "Sign out" }).click();
  await card.getByRole("alert").waitFor();
  await card.getByRole("button", { name: "Edit profile" }).click();
  await page.getByLabel("Job title").fill("Guide");
  await show(page, "nothing");
  // Effects are undone after the page is empty.
  await expect.poll(() => state(page)).toEqual(before);
});
