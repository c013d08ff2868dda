import type { Browser } from "playwright";
import { exampleMe } from "../src/mocks/exampleMe.ts";
import { bundle } from "./bundle.ts";
import type { Section } from "./Section.ts";
import { servePages } from "./servePages.ts";
import { ratios, summarize, takeTurns } from "./statistics.ts";

const pages = `${import.meta.dirname}/pages`;
const starts = {
  naive: ["naive.tsx", "startNaive"],
  query: ["query.tsx", "startQuery"],
  kit: ["kits.tsx", "startKit"],
  prefetched: ["kits.tsx", "startPrefetched"],
} as const;
type Name = keyof typeof starts;

const network = {
  offline: false,
  latency: 40,
  downloadThroughput: 9_000_000 / 8,
  uploadThroughput: 9_000_000 / 8,
};

const notMeasured = {
  head: ["not measured", "why"],
  rows: [
    [
      "@asgardeo/react (reach: 0.40 ×)",
      "its page shows nobody before a sign-in at its provider, which the bench does not play yet",
    ],
  ],
};

/** Measures the time from navigation to the paint that shows the person, cold, on a slow phone. */
export async function measureLoad(
  browser: Browser,
  library: string,
  rounds: number,
): Promise<Section> {
  const names = Object.keys(starts) as Name[];
  const files: Record<string, string> = {};
  const preload: Record<string, string[]> = {};
  for (const name of names) {
    const [file, start] = starts[name];
    const from = JSON.stringify(`${pages}/${file}`);
    const code = `import { ${start} } from ${from}; ${start}();`;
    const built = await bundle(code, { library, name });
    Object.assign(files, built.files);
    preload[name] = built.preload;
  }
  const server = await servePages({ files, preload, library, me: exampleMe });
  try {
    const url = (name: Name) => `${server.origin}/${name}`;
    for (const name of names) await visit(browser, url(name));
    const times = await takeTurns(rounds, names, (name) => visit(browser, url(name)));
    const ms = (name: Name) => {
      const { median, low, high } = summarize(times[name]);
      return `${Math.round(median)} (${Math.round(low)} to ${Math.round(high)})`;
    };
    return {
      title: "Time to the profile",
      says: `From navigation to the paint that shows the person, in Chromium with nothing cached, a processor slowed down four times, 9 Mbit/s and 40 ms. ${rounds} rounds; in each, every page is loaded once. Hand-written React is an effect, a fetch and the card by hand.`,
      figures: [
        {
          what: "the kit, against hand-written React",
          value: ratios(times.kit, times.naive),
          ...{ unit: "×", reach: 1.1 },
        },
        {
          what: "the kit, asked for before rendering, against hand-written React",
          value: ratios(times.prefetched, times.naive),
          ...{ unit: "×", reach: 1.05 },
        },
      ],
      tables: [
        {
          head: ["", "ms, the middle half in brackets"],
          rows: [
            ["hand-written React", ms("naive")],
            ["by hand on TanStack Query", ms("query")],
            ["react-scim-me", ms("kit")],
            ["react-scim-me, asked for before rendering", ms("prefetched")],
          ],
        },
        notMeasured,
      ],
    };
  } finally {
    await server.close();
  }
}

/** One cold visit: ms from navigation to the frame after the person's name is in the page. */
async function visit(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", network);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.addInitScript(noteThePaint);
    await page.goto(url);
    const painted = await page.waitForFunction(
      () => (window as unknown as { painted?: number }).painted,
    );
    return (await painted.jsonValue()) as number;
  } finally {
    await context.close();
  }
}

/** Runs in the page before its script. */
function noteThePaint(): void {
  const observer = new MutationObserver(() => {
    if (!document.body?.textContent?.includes("bjensen@example.com")) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // A message is handled after the frame is painted.
      port1.onmessage = () => Object.assign(window, { painted: performance.now() });
      port2.postMessage(null);
    });
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}
