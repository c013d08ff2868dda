import { launchChromium } from "../test/browser/launchChromium.ts";
import { pack } from "../test/package/pack.ts";
import { bundle } from "./bundle.ts";
import { measureBytes } from "./bytes.ts";
import { measureCards } from "./cards.ts";
import { measureCounts } from "./counts.ts";
import { measureLoad } from "./load.ts";
import { measureParse } from "./parse.ts";
import { havePeers, peerVersions, validators } from "./peers.ts";
import { versionsOf, writeReport } from "./report.ts";
import type { Section } from "./Section.ts";
import { servePages } from "./servePages.ts";
import { startNodeLab } from "./startNodeLab.ts";

const start = performance.now();
const say = (words: string) => {
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  process.stderr.write(`${seconds.padStart(5)} s  ${words}\n`);
};

const quick = process.argv.includes("--quick");
const rounds = quick ? 3 : 25;

say("packing the library");
const { folder: library } = await pack();
say("looking for the peers");
const withPeers = havePeers(!quick, say);
const checks = withPeers ? validators : [];
const node = await startNodeLab(library, checks);
const browser = await launchChromium();
const lab = `import ${JSON.stringify(`${import.meta.dirname}/pages/lab.tsx`)};`;
const server = await servePages({
  files: (await bundle(lab, { library, name: "lab" })).files,
  ...{ library, me: {} },
});
try {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/lab`);
  await page.waitForFunction(() => "lab" in window);
  const step = async (name: string, measure: () => Promise<Section>) => {
    say(name);
    return measure();
  };
  const sections = [
    await step("bytes", async () => measureBytes(library, withPeers, say)),
    await step("requests, renders, idling", () => measureCounts(browser, library)),
    await step("cards", () => measureCards(page, node, rounds, say)),
    await step("reading a person", () => measureParse(page, node, rounds, checks)),
    await step("time to the profile", () => measureLoad(browser, library, rounds)),
  ];
  const versions = {
    ...versionsOf(["react", "@tanstack/react-query", "vite"]),
    ...(withPeers && peerVersions()),
  };
  writeReport(sections, { quick, chromium: browser.version(), versions });
  say("written: docs/performance.md");
} finally {
  node.close();
  await Promise.all([browser.close(), server.close()]);
}
