import { join } from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { packLibrary } from "../../examples/install.ts";
import { launchChromium } from "../browser/launchChromium.ts";
import { checks } from "./checks.ts";
import { describeHosts } from "./describeHosts.ts";
import type { Surroundings } from "./Host.ts";
import { hosts } from "./hosts.ts";
import { runCommand } from "./runCommand.ts";
import { stageHost } from "./stageHost.ts";
import { startHost } from "./startHost.ts";
import { visitHost } from "./visitHost.ts";

let browser: Browser;

beforeAll(async () => {
  packLibrary();
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** `HOSTS=esbuild,next` leaves those with these installations. */
const installs = process.env.HOSTS?.split(",");
const wanted = ({ install }: Surroundings) => installs?.includes(install) ?? true;

function sayWhen({ name }: Surroundings): void {
  const start = performance.now();
  onTestFinished(({ task }) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    process.stderr.write(`${task.result?.state === "pass" ? "✓" : "✗"} ${name} ${seconds} s\n`);
  });
}

test.each(hosts.filter(wanted))("$name: guards, shows, edits and signs out", async (host) => {
  sayWhen(host);
  const started = await startHost(host);
  onTestFinished(started.stop);
  await visitHost(browser, host, started);
});

test.each(checks.filter(wanted))("$name", async (check) => {
  sayWhen(check);
  await runCommand(stageHost(check.install, check.parts), check.command, check.cwd);
});

test("docs/hosts.md lists them all", async () => {
  const docs = join(import.meta.dirname, "..", "..", "docs");
  await expect(describeHosts()).toMatchFileSnapshot(join(docs, "hosts.md"));
});
