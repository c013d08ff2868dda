import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright";
import { expect, onTestFinished } from "vitest";

const pictures = join(import.meta.dirname, "..", "..", "artifacts", "e2e");

/** What the page showed, in order: one entry for each moment that differed from the one before. */
export interface Moment {
  path: string;
  text: string;
  /** `ProtectedRoute:ready` for each component of the library. */
  states: string[];
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Everything seen since the visit began, across pages. */
  moments: Moment[];
  signIn(login: string): Promise<void>;
  picture(name: string): Promise<void>;
}

/** Runs in the page: reports what is on it whenever that changes. */
function watch(): void {
  // Neither the hidden frame nor the provider's pages are the app.
  if (window !== window.top) return;
  let last = "";
  const look = () => {
    const text = document.body?.innerText ?? "";
    const states = [...document.querySelectorAll("[data-scim]")].map(
      (element) => `${element.getAttribute("data-scim")}:${element.getAttribute("data-state")}`,
    );
    const moment = { path: location.pathname, text, states };
    const now = JSON.stringify(moment);
    if (now === last) return;
    last = now;
    (window as unknown as { reportMoment(moment: unknown): void }).reportMoment(moment);
  };
  new MutationObserver(look).observe(document, {
    ...{ subtree: true, childList: true, characterData: true, attributes: true },
  });
}

/** Opens a browser of its own for one test, and closes it when the test is over. */
export async function openVisit(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 800, height: 720 } });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(15_000);
  const moments: Moment[] = [];
  await context.exposeFunction("reportMoment", (moment: Moment) => void moments.push(moment));
  await context.addInitScript(watch);
  const page = await context.newPage();
  const crashes: unknown[] = [];
  page.on("pageerror", (error) => crashes.push(error));
  onTestFinished(() => expect(crashes, "An error that nobody catches is a failure").toEqual([]));
  return {
    ...{ page, context, moments },
    async signIn(login) {
      await page.getByLabel("Login").fill(login);
      await page.getByLabel("Password").fill(`${login}-demo`);
      await page.getByRole("button", { name: "Sign in" }).click();
    },
    async picture(name) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
  };
}
