import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect } from "vitest";
import { fault, type Trial, untilState } from "./fault.ts";
import { launchFullChromium } from "./launchFullChromium.ts";

let browser: Browser | undefined;
// Unpacked while the other faults are tried.
const starting = launchFullChromium();
starting.catch(() => {});
beforeAll(async () => {
  browser = await starting;
});
afterAll(() => browser?.close());

const options = { where: "Chromium with its back/forward cache", browser: () => browser };
const signOut = { name: "Sign out" };

interface Shown {
  persisted: boolean;
  /** What the first frame after it shows. */
  painted?: string;
}

declare global {
  interface Window {
    shown: Shown[];
  }
}

async function openPage({ context, open }: Trial, leavesTo?: string): Promise<Page> {
  await context.addInitScript(() => {
    window.shown = [];
    addEventListener("pageshow", ({ persisted }) => {
      const shown: Shown = { persisted };
      window.shown.push(shown);
      requestAnimationFrame(() => {
        shown.painted = document.body.innerText;
      });
    });
  });
  const page = await open(leavesTo ? { leavesTo } : {});
  await page.getByText("the protected page").waitFor();
  return page;
}

/** Goes back, and gives what the page showed first. Without `persisted` it would be another page. */
async function goBack(page: Page): Promise<string> {
  await page.goBack({ waitUntil: "commit" });
  await page.waitForFunction(() => window.shown?.at(-1)?.painted !== undefined);
  const shown = await page.evaluate(() => window.shown.at(-1));
  expect(shown?.persisted, "The browser restored the page").toBe(true);
  return shown?.painted ?? "";
}

fault(
  "Back to a page of somebody who is still signed in",
  async (trial) => {
    const page = await openPage(trial);
    await page.goto(`${trial.pages.origin}/other`);
    expect(await goBack(page)).not.toMatch(/Alice|protected/);
    await untilState(page, "ready");
    return { requests: "200 ×2", state: "loading → ready → loading → ready" };
  },
  options,
);

fault(
  "Back to a page that signed out, and was then left",
  async (trial) => {
    const page = await openPage(trial);
    await page.getByRole("button", signOut).click();
    await untilState(page, "missing-token");
    await page.goto(`${trial.pages.origin}/other`);
    expect(await goBack(page)).not.toMatch(/Alice|protected/);
    await untilState(page, "missing-token");
    const state = "loading → ready → loading → missing-token → loading → missing-token";
    return { requests: "200", state };
  },
  options,
);

fault(
  "Back to a page whose sign-out navigated away",
  async (trial) => {
    const page = await openPage(trial, "/other");
    await page.getByRole("button", signOut).click();
    await page.waitForURL("**/other");
    expect(await goBack(page)).not.toMatch(/Alice|protected/);
    // Longer than onSignOut may take.
    await page.clock.runFor(20_000);
    await untilState(page, "missing-token");
    return { requests: "200", state: "loading → ready → loading → missing-token" };
  },
  options,
);
