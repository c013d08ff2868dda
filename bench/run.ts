import { launchChromium } from "../test/browser/launchChromium.ts";
import { pack } from "../test/package/pack.ts";
import { bundle } from "./bundle.ts";
import { measureBytes } from "./bytes.ts";
import { measureCards } from "./cards.ts";
import { measureCounts } from "./counts.ts";
import { measureLoad } from "./load.ts";
import { measureParse } from "./parse.ts";
import { havePeers, peerVersions, validators } from "./peers.ts";
import { chapter, versionsOf, writeReport } from "./report.ts";
import type { Section } from "./Section.ts";
import { servePages } from "./servePages.ts";
import { startNodeLab } from "./startNodeLab.ts";

const start = performance.now();
const say = (words: string) => {
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  process.stderr.write(`${seconds.padStart(5)} s  ${words}\n`);
};

const measures = {
  bytes: "bytes",
  counts: "requests, renders, idling",
  cards: "cards",
  parse: "reading a person",
  load: "time to the profile",
};
type Name = keyof typeof measures;

const given = process.argv.slice(2);
const quick = given.includes("--quick");
const rounds = quick ? 3 : 25;
const named = given.filter((arg) => arg !== "--quick");
const all = Object.keys(measures) as Name[];
const unknown = named.filter((name) => !all.includes(name as Name));
if (unknown.length > 0) {
  console.error(`The bench does not know ${unknown.join(", ")}, but --quick, ${all.join(", ")}.`);
  process.exit(1);
}
const wanted = named.length > 0 ? all.filter((name) => named.includes(name)) : all;

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
  const measure: Record<Name, () => Promise<Section>> = {
    bytes: () => measureBytes(library, withPeers, say),
    counts: () => measureCounts(browser, library, withPeers),
    cards: () => measureCards(page, node, rounds, say),
    parse: () => measureParse(page, node, rounds, checks),
    load: () => measureLoad(browser, library, rounds, withPeers),
  };
  const sections: Section[] = [];
  for (const name of wanted) {
    say(measures[name]);
    sections.push(await measure[name]());
  }
  if (named.length > 0) {
    console.log(sections.map(chapter).join("\n\n"));
  } else {
    const versions = {
      ...versionsOf(["react", "@tanstack/react-query", "vite"]),
      ...(withPeers && peerVersions()),
    };
    writeReport(sections, { quick, chromium: browser.version(), versions });
    say("written: docs/performance.md");
  }
} finally {
  node.close();
  await Promise.all([browser.close(), server.close()]);
}
