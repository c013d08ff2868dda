import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import { expect, inject, onTestFinished, test } from "vitest";
import { exampleMe } from "../../src/mocks/index.ts";
import { contextOptions, launchChromium } from "../browser/launchChromium.ts";
import { serveKit } from "./serveKit.ts";

const { folder } = inject("packed");

/** What at least one of the oldest browsers that the README names does not have yet. */
const newer: Record<string, string[]> = {
  globalThis: ["Iterator", "Temporal", "scheduler"],
  Array: ["fromAsync"],
  "Array.prototype": ["findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"],
  AbortSignal: ["any"],
  "Element.prototype": ["ariaBusy", "checkVisibility", "setHTML"],
  "HTMLElement.prototype": ["inert", "popover"],
  Intl: ["DurationFormat", "Segmenter"],
  Map: ["groupBy"],
  Object: ["groupBy"],
  Promise: ["try", "withResolvers"],
  RegExp: ["escape"],
  Response: ["json"],
  "Set.prototype": ["difference", "intersection", "isSubsetOf", "union"],
  "String.prototype": ["isWellFormed", "toWellFormed"],
  URL: ["canParse", "parse"],
};

test("the kit works without what the oldest browsers lack", async () => {
  const site = await serveKit({ folder, me: exampleMe });
  onTestFinished(() => site.close());
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const page = await browser.newPage(contextOptions);
  const logged: string[] = [];
  page.on("pageerror", (error) => logged.push(String(error)));
  const deletions = Object.entries(newer).flatMap(([owner, names]) =>
    names.map((name) => `delete ${owner}.${name};`),
  );
  await page.addInitScript(deletions.join("\n"));
  await page.goto(site.origin);
  await page.locator("#kit").click();
  const card = page.locator("[data-scim=ProfileCard]");
  await card.getByText("Barbara Jensen").waitFor();
  // A refused token is renewed, which is what AbortSignal.timeout is for: of all it is the newest.
  let statuses = [401];
  await page.route("**/Me", (route) =>
    statuses.length ? route.fulfill({ status: statuses.shift() ?? 0 }) : route.fallback(),
  );
  await card.getByRole("button", { name: "Edit profile" }).click();
  await card.getByLabel("Job title").fill("Captain");
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("Your session has ended. Sign in again, then save.").waitFor();
  statuses = [];
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("The service left this as it was.").first().waitFor();
  expect(await page.evaluate("typeof Intl.Segmenter + typeof AbortSignal.any")).toBe(
    "undefinedundefined",
  );
  expect(logged).toEqual([]);
});

test("the packed scripts are what browsers of 2022 can read", async () => {
  const dist = join(folder, "dist");
  const scripts = readdirSync(dist, { recursive: true, encoding: "utf8" });
  for (const script of scripts.filter((name) => name.endsWith(".js"))) {
    const code = readFileSync(join(dist, script), "utf8");
    const [old, now] = await Promise.all(
      ["es2022", "esnext"].map((target) => transform(code, { target })),
    );
    expect(old?.code, script).toBe(now?.code);
  }
});
