import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from "playwright";
import { expect, onTestFinished, test } from "vitest";
import type { Moment, PageConfig } from "./page/PageConfig.ts";
import { type FaultServer, type SeenRequest, serveFaults } from "./serveFaults.ts";
import type { PageServer } from "./servePage.ts";

/** What is shared by all faults: a browser, and the page under test. */
export interface FaultStage {
  browser: Browser;
  pages: PageServer;
}

/** One fault, and what a test can do about it. */
export interface Trial {
  server: FaultServer;
  pages: PageServer;
  context: BrowserContext;
  /** Opens the page in a new tab, whose time can be moved on; by default with the trial's server. */
  open(config?: Partial<PageConfig>): Promise<Page>;
}

/** What came of a fault. */
export interface Outcome {
  /** What the server saw, or what was counted there. */
  requests: string;
  /** The card's states, in order. */
  state: string;
  /** Where there is more to see than what the card said. */
  sees?: string;
}

/** A line of the table. */
export interface Row extends Required<Outcome> {
  section: string;
  fault: string;
  where: string;
}

export const stage: Partial<FaultStage> = {};
export const rows: Row[] = [];
/** How many rows there are to be. */
export const declared = { count: 0 };

/** `a, a, b` as `a ×2, b`. */
export function counted(list: readonly string[]): string {
  const runs: { item: string; times: number }[] = [];
  for (const item of list) {
    const last = runs.at(-1);
    if (last?.item === item) last.times++;
    else runs.push({ item, times: 1 });
  }
  return runs.map(({ item, times }) => (times > 1 ? `${item} ×${times}` : item)).join(", ");
}

/** A reading by its outcome alone, a change by its method too. */
function outcomeOf({ method, outcome }: SeenRequest): string {
  return method === "GET" ? outcome : `${method} ${outcome}`;
}

/** Values in order, each as often as it came anew. */
function inOrder(moments: Moment[], value: (moment: Moment) => string | undefined): string {
  const values = moments.map(value).filter((each): each is string => !!each);
  return values.filter((each, index) => each !== values[index - 1]).join(" → ");
}

/** The moments of a page. */
export function momentsOf(page: Page): Promise<Moment[]> {
  return page.evaluate(() => window.app.moments);
}

/**
 * Tries a fault in a browser of its own context. What was seen there is compared with the outcome
 * that `run` gives back, and becomes a row of the table.
 */
export function fault(
  name: string,
  run: (trial: Trial) => Promise<Outcome>,
  options: {
    where?: string;
    context?: BrowserContextOptions;
    /** Another browser than the stage's, where there is one. */
    browser?: () => Browser | undefined;
    /** Errors that reach the page's window, though somebody catches them. */
    reports?: RegExp;
  } = {},
): void {
  const { where = "Chromium" } = options;
  declared.count++;
  test(name, async ({ task, skip }) => {
    const { pages } = stage as FaultStage;
    const browser = options.browser ? options.browser() : stage.browser;
    if (!browser) {
      const reason = "no Chromium here can do this. Install Chrome, or Playwright's Chromium.";
      // Where the tests decide what lands, what was not tried has not passed.
      if (process.env.CI) throw new Error(reason);
      return skip(reason);
    }
    const [server, context] = await Promise.all([
      serveFaults(),
      browser.newContext(options.context),
    ]);
    onTestFinished(async () => {
      Object.assign(pages, { api: undefined, render: undefined });
      await Promise.all([context.close(), server.stop()]);
    });
    context.setDefaultTimeout(15_000);
    watchRequests(context, server);
    const tabs: Page[] = [];
    const crashes: unknown[] = [];
    const open = async (config: Partial<PageConfig> = {}) => {
      const tab = await context.newPage();
      await tab.clock.install();
      tab.on("pageerror", (error) => crashes.push(error));
      tabs.push(tab);
      await tab.goto(pages.url({ endpoint: server.endpoint, ...config }));
      return tab;
    };
    const outcome = await run({ server, pages, context, open });
    const moments = tabs[0] ? await momentsOf(tabs[0]) : [];
    const seen = {
      requests: counted(server.seen.map(outcomeOf)) || "none",
      state: inOrder(moments, ({ state }) => state),
    };
    expect(seen).toEqual({ requests: outcome.requests, state: outcome.state });
    const uncaught = crashes.filter((error) => !options.reports?.test(String(error)));
    expect(uncaught, "An error that nobody catches is a failure").toEqual([]);
    const sees = outcome.sees ?? inOrder(moments, ({ says }) => says);
    rows.push({ section: task.suite?.name ?? "", fault: name, where, ...seen, sees });
  });
}

/** Tries a fault without a page. */
export function serverFault(name: string, run: () => Promise<Outcome>): void {
  declared.count++;
  test(name, async ({ task }) => {
    const section = task.suite?.name ?? "";
    rows.push({ section, fault: name, where: "Node", sees: "", ...(await run()) });
  });
}

/** Lets time pass in a page until something is so. */
export async function until(page: Page, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let step = 0; step < 120; step++) {
    if (await isSo()) return;
    await networkTime(page.context());
    await page.clock.runFor(250);
  }
  throw new Error("It did not come to pass within 30 s of the page's time.");
}

/** What a server has not answered after so many ms, it is not going to. */
const ANSWER_MS = 300;
/** A request that nobody has heard of after so many ms goes nowhere. */
const LOST_MS = 5_000;

interface Asked {
  server: FaultServer;
  /** When each request was made that has come to no end. */
  open: Map<Request, number>;
}

const asked = new WeakMap<BrowserContext, Asked>();

function watchRequests(context: BrowserContext, server: FaultServer): void {
  const open = new Map<Request, number>();
  asked.set(context, { server, open });
  context.on("request", (request) => open.set(request, performance.now()));
  context.on("requestfinished", (request) => open.delete(request));
  context.on("requestfailed", (request) => open.delete(request));
}

/** Lets the network answer, whose time is real: a page's clock that outruns it times requests out. */
async function networkTime(context: BrowserContext): Promise<void> {
  const { server, open } = asked.get(context) as Asked;
  const since = (start: number) => performance.now() - start;
  const unanswered = () =>
    server.seen.filter(({ at, outcome }) => outcome === "open" && since(at) > ANSWER_MS).length;
  const underWay = () => [...open.values()].filter((start) => since(start) < LOST_MS).length;
  while (underWay() > unanswered()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Waits for a state of the card, letting time pass. */
export function untilState(page: Page, state: string): Promise<void> {
  return until(page, () =>
    page.locator(`[data-scim=ProfileCard][data-state="${state}"]`).isVisible(),
  );
}
