import { join } from "node:path";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type ScimMeScenarioName, scimMeScenarios } from "../../../src/mocks/index.js";
import { runScenario } from "./runScenario.js";

const names = Object.keys(scimMeScenarios) as ScimMeScenarioName[];
const page = join(import.meta.dirname, "../../../stories/truth/truth.json");
const server = setupServer();

beforeAll(() => {
  server.listen({ onUnhandledRequest: "error" });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "Date"] });
});
afterAll(() => {
  vi.useRealTimers();
  server.close();
});

// `npm test -- unit -u` writes the table anew.
test("the truth table says what comes of every scenario", { timeout: 60_000 }, async () => {
  const table: Record<string, unknown> = {};
  for (const name of names) table[name] = await runScenario(server, name);
  await expect(`${JSON.stringify(table, null, 2)}\n`).toMatchFileSnapshot(page);
});
