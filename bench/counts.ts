import type { Browser } from "playwright";
import { exampleMe } from "../src/mocks/exampleMe.ts";
import { asgardeoApp, type SignedIn, serveAsgardeo, signIn, startSignedIn } from "./asgardeo.ts";
import { type Bundle, bundle } from "./bundle.ts";
import type { Way } from "./pages/kits.tsx";
import type { Section } from "./Section.ts";
import { type PageServer, type Seen, servePages } from "./servePages.ts";

const entry = `${import.meta.dirname}/pages/kits.tsx`;
const ways: Record<Way, string> = {
  kit: "react-scim-me: card, guard, sign-out",
  query: "by hand on TanStack Query: card",
  naive: "effect and fetch: card",
};
/** How long a settled page is watched, in ms. */
const WATCHED = 2_000;

interface Counts {
  requests: number;
  steps: number;
  renders: number;
  timers: number;
  css: number;
}

/** Both builds of an app: `name` for production, `name-dev` for development. */
async function builds(code: string, name: string, library: string): Promise<Bundle["files"]> {
  const plain = await bundle(code, { library, name });
  const checked = await bundle(code, { library, name: `${name}-dev`, mode: "development" });
  return { ...plain.files, ...checked.files };
}

/** Counts what an app with many consumers asks, renders and leaves running. */
export async function measureCounts(
  browser: Browser,
  library: string,
  withPeers: boolean,
): Promise<Section> {
  const code = `import { startCounts } from ${JSON.stringify(entry)}; startCounts();`;
  const files = {
    ...(await builds(code, "counts", library)),
    ...(withPeers && (await builds(asgardeoApp, "asgardeo", library))),
  };
  const server = await servePages({
    ...{ files, library, me: exampleMe },
    ...(withPeers && { others: await serveAsgardeo() }),
  });
  const rows: string[][] = [];
  const row = (name: string, plain: Counts, strict: Counts) => {
    const both = (key: keyof Counts) => `${plain[key]} / ${strict[key]}`;
    const counts = [both("requests"), both("steps"), both("renders")];
    rows.push([name, ...counts, `${plain.timers}`, `${plain.css}`]);
  };
  const figures: Section["figures"] = [];
  try {
    for (const [way, name] of Object.entries(ways)) {
      const plain = await count(browser, server, `counts/${way}/10`, { watched: WATCHED });
      const strict = await count(browser, server, `counts-dev/${way}/10/strict`);
      row(name, plain, strict);
      if (way !== "kit") continue;
      const figure = (what: string, value: number, reach: number) =>
        figures.push({ what, value, unit: "", reach });
      figure("requests, 10 consumers", plain.requests, 1);
      figure("requests, 10 consumers in StrictMode", strict.requests, 1);
      figure("requests in a row", plain.steps, 1);
      const crowd = await count(browser, server, `counts/${way}/1000`);
      figure("requests, 1,000 consumers", crowd.requests, 1);
      figure("renders of a consumer", plain.renders, 2);
      figure("renders of a consumer in StrictMode", strict.renders, 4);
      figure("timers started while idle", plain.timers, 0);
      figure("CSS injected at run time, bytes", plain.css, 0);
    }
    if (withPeers) {
      const signedIn = await signIn(browser, `${server.origin}/asgardeo`);
      const plain = await count(browser, server, "asgardeo/10", { signedIn, watched: WATCHED });
      const strict = await count(browser, server, "asgardeo-dev/10/strict", { signedIn });
      row("@asgardeo/react: profile, guard, sign-out", plain, strict);
    }
  } finally {
    await server.close();
  }
  return {
    title: "Requests, renders, idling",
    says: "A card and ten consumers of the person, in Chromium, in production and in development with StrictMode; then two seconds of watching the settled page. Timers are those that the page starts in that time. The tests hold these counts.",
    figures,
    tables: [
      {
        head: ["", "requests", "in a row", "renders", "idle timers", "CSS injected, bytes"],
        rows,
      },
      {
        head: ["not measured", "why"],
        rows: [
          [
            `${withPeers ? "the other " : ""}libraries that sign people in`,
            "each needs a sign-in at its own provider first",
          ],
        ],
      },
    ],
  };
}

async function count(
  browser: Browser,
  server: PageServer,
  path: string,
  { signedIn, watched = 0 }: { signedIn?: SignedIn; watched?: number } = {},
): Promise<Counts> {
  server.requests.length = 0;
  const context = await browser.newContext();
  if (signedIn) await startSignedIn(context, signedIn);
  const page = await context.newPage();
  // With a cache, the browser would hold back all but one of the same requests.
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.addInitScript(countTimers);
  try {
    await page.goto(`${server.origin}/${path}`);
    await page.waitForFunction(() => {
      const names = [...document.querySelectorAll("#root p:not([data-part])")];
      return names.length && names.every(({ textContent }) => textContent === "Barbara Jensen");
    });
    await page.waitForLoadState("networkidle");
    const timers = await page.evaluate(async (ms) => {
      const counted = window as unknown as { timers: number };
      const before = counted.timers;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const from = counted.timers;
      const end = performance.now() + ms;
      // Frames are not counted as timers.
      while (performance.now() < end)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      return counted.timers - Math.max(before, from);
    }, watched);
    const { renders, css } = await page.evaluate(() => ({
      renders: Math.max(...Object.values(window.renders)),
      css: [...document.querySelectorAll("style")].reduce(
        (sum, { sheet }) =>
          sum + [...(sheet?.cssRules ?? [])].reduce((all, rule) => all + rule.cssText.length, 0),
        0,
      ),
    }));
    const { requests } = server;
    return { requests: requests.length, steps: inARow(requests), renders, timers, css };
  } finally {
    await context.close();
  }
}

/** Runs in the page before its script. */
function countTimers(): void {
  const counted = window as unknown as { timers: number };
  counted.timers = 0;
  for (const name of ["setTimeout", "setInterval"] as const) {
    const original = window[name].bind(window) as (...args: unknown[]) => number;
    Object.assign(window, {
      [name]: (handler: () => void, ...rest: unknown[]) => {
        counted.timers++;
        // Not a function with a name: the names of what runs in the page are not to be kept.
        return original(
          () => {
            if (name === "setInterval") counted.timers++;
            handler();
          },
          ...rest,
        );
      },
    });
  }
}

/** How many requests came each after the end of the one before. */
function inARow(requests: readonly Seen[]): number {
  const depths = new Map<Seen, number>();
  for (const one of requests) {
    const before = requests.filter(({ end }) => end <= one.start);
    depths.set(one, 1 + Math.max(0, ...before.map((other) => depths.get(other) ?? 0)));
  }
  return Math.max(0, ...depths.values());
}
