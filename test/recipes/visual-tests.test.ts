import { execFile } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { installExample } from "../../examples/install.ts";
import { findChromium } from "../browser/findChromium.ts";
import { listen } from "../identity/listen.ts";
import { changeTheme } from "./changeTheme.ts";

const folder = join(import.meta.dirname, "../../examples/visual-tests");
const vitest = ["run", "--config", join(import.meta.dirname, "theme.config.ts")];

/** Runs one of the example's tools, and resolves to its exit code and what it printed. */
async function run(script: string, args: string[], settings = {}) {
  const { NODE_ENV: _, VITEST: __, FORCE_COLOR: ___, ...rest } = process.env;
  const { executablePath, env } = await findChromium();
  const options = {
    cwd: folder,
    env: { ...rest, ...env, CHROMIUM_PATH: executablePath, NO_COLOR: "1", CI: "", ...settings },
  };
  const command = [join(folder, "node_modules", script), ...args];
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = execFile(process.execPath, command, options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, output: stdout + stderr }),
    );
  });
}

const forget = (path: string) => rmSync(join(folder, path), { recursive: true, force: true });

async function freePort(): Promise<string> {
  const listener = await listen(0);
  await listener.stop();
  return String(listener.port);
}

beforeAll(async () => {
  installExample("visual-tests");
  await run("msw/cli/index.js", ["init", "public", "--no-save"]);
}, 300_000);

test("the visual tests compile against the packed library", async () => {
  expect(await run("typescript/bin/tsc", [])).toEqual({ code: 0, output: "" });
});

test("Vitest takes pictures, and fails where another theme is drawn", async () => {
  forget("src/__screenshots__");
  const taken = await run("vitest/vitest.mjs", [...vitest, "--update"]);
  expect(taken.output).toMatch(/Tests +3 passed/);

  const compared = await run("vitest/vitest.mjs", vitest, { THEME: "changed" });
  expect(compared.output).toMatch(/Tests +1 failed \| 2 passed/);
  expect(compared.output).toMatch(/FAIL .*Session Ended\n.*toMatchScreenshot/);
  expect(compared.code).toBe(1);
}, 180_000);

test("Playwright takes pictures of a static Storybook, and fails where another theme is drawn", async () => {
  forget("visual.spec.ts-snapshots");
  const built = await run("storybook/dist/bin/dispatcher.js", ["build", "--quiet"]);
  expect(built.code, built.output).toBe(0);
  const settings = { PORT: await freePort() };
  const cli = "@playwright/test/cli.js";
  const taken = await run(cli, ["test", "--update-snapshots"], settings);
  expect(taken.output).toMatch(/3 passed/);

  const assets = join(folder, "storybook-static/assets");
  const sheet = readdirSync(assets).find((name) => name.endsWith(".css")) ?? "";
  const css = readFileSync(join(assets, sheet), "utf8");
  writeFileSync(join(assets, sheet), changeTheme(css));
  const compared = await run(cli, ["test"], settings);
  expect(compared.output).toMatch(/1 failed\n.*account--session-ended.*\n.*2 passed/);
  expect(compared.code).toBe(1);
}, 180_000);
