import type { Browser } from "playwright";
import { afterAll, beforeAll, onTestFinished, test } from "vitest";
import { packLibrary } from "../../examples/install.ts";
import { launchChromium } from "../browser/launchChromium.ts";
import { hosts } from "./hosts.ts";
import { startHost } from "./startHost.ts";
import { visitHost } from "./visitHost.ts";

let browser: Browser;

beforeAll(async () => {
  packLibrary();
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const wanted = process.env.HOSTS?.split(",");
const chosen = hosts.filter(({ install }) => !wanted || wanted.includes(install));

test.each(chosen)("$name shows, guards, edits and signs out", async (host) => {
  const start = performance.now();
  const started = await startHost(host);
  onTestFinished(started.stop);
  await visitHost(browser, host, started);
  console.log(`${host.name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
});
