import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../browser/launchChromium.ts";
import { describeFault, describeFaults } from "./describeFaults.ts";
import { declared, rows, stage } from "./fault.ts";
import { servePage } from "./servePage.ts";

beforeAll(async () => {
  [stage.browser, stage.pages] = await Promise.all([launchChromium(), servePage()]);
});
afterAll(async () => void (await Promise.all([stage.browser?.close(), stage.pages?.close()])));

describe("The network", async () => void (await import("./network.ts")));
describe("What servers answer", async () => void (await import("./answers.ts")));
describe("Tokens", async () => {
  await import("./renewals.ts");
  await import("./tokens.ts");
});
describe("Editing", async () => void (await import("./editing.ts")));
describe("React", async () => void (await import("./react.ts")));
describe("Tabs and people", async () => void (await import("./tabs.ts")));
describe("The back/forward cache", async () => void (await import("./restored.ts")));

test("docs/faults.md tells what was seen", async () => {
  const page = join(import.meta.dirname, "..", "..", "docs", "faults.md");
  if (rows.length === declared.count) {
    await expect(describeFaults(rows)).toMatchFileSnapshot(page);
    return;
  }
  // Where no browser has a back/forward cache, the other rows still have to be true.
  const written = readFileSync(page, "utf8");
  for (const row of rows) expect(written).toContain(describeFault(row));
});
