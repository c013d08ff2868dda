import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundle } from "../../bench/bundle.ts";
import type { Kind } from "../../bench/pages/cards.tsx";
import type { Lab } from "../../bench/pages/lab.tsx";
import { servePages } from "../../bench/servePages.ts";
import { usedHeap } from "../../bench/usedHeap.ts";
import { exampleMe } from "../../src/mocks/exampleMe.ts";
import { launchChromium } from "../browser/launchChromium.ts";

declare const lab: Lab;

const entry = join(import.meta.dirname, "..", "..", "bench", "pages", "lab.tsx");
const megabyte = 2 ** 20;

/** Opens a page that mounts and unmounts cards when it is told to. */
async function openLab() {
  const { files } = await bundle(`import ${JSON.stringify(entry)};`, { name: "lab" });
  const server = await servePages({ files, me: exampleMe });
  onTestFinished(() => server.close());
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`${server.origin}/lab`);
  await page.waitForFunction(() => "lab" in window);
  const churn = (kind: Kind, cards: number) =>
    page.evaluate((all) => lab.churn(...all), [kind, cards, exampleMe] as Parameters<Lab["churn"]>);
  return { page, churn };
}

test("10,000 mounts and unmounts of a card that asks leave the heap where it was", async () => {
  const { page, churn } = await openLab();
  // Code is compiled and caches are filled by the first ones.
  await churn("kit-asking", 500);
  const before = await usedHeap(page);
  await churn("kit-asking", 10_000);
  // A hundred bytes kept of each would be as much.
  expect(await usedHeap(page)).toBeLessThan(before + megabyte);
});
