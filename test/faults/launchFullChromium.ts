import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright";
import { cacheFolder } from "../browser/cacheFolder.ts";
import { launchChromium, launchOptions } from "../browser/launchChromium.ts";

const run = promisify(execFile);
const names = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];

interface Full {
  executablePath: string;
  /** Where its libraries are, if not on the system. */
  libraries?: string[];
}

/**
 * A Chromium with a back/forward cache, or undefined where there is none: the headless shell, which
 * is enough for everything else, has none.
 */
export async function launchFullChromium(): Promise<Browser | undefined> {
  const full = installed() ?? (await unpackFromApt().catch(() => undefined));
  if (!full) return undefined;
  const { args = [], env = {} } = await launchOptions();
  const libraries = [...(full.libraries ?? []), env.LD_LIBRARY_PATH].filter(Boolean);
  return launchChromium({
    executablePath: full.executablePath,
    args: [...args, "--headless=new"],
    ignoreDefaultArgs: ["--disable-back-forward-cache", "--headless"],
    env: { ...env, LD_LIBRARY_PATH: libraries.join(delimiter) } as Record<string, string>,
  });
}

function installed(): Full | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const named = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const executablePath = [chromium.executablePath(), ...named].find(existsSync);
  return executablePath ? { executablePath } : undefined;
}

/** Debian's package, unpacked beside `node_modules`: nothing is installed on the system. */
async function unpackFromApt(): Promise<Full> {
  const folder = cacheFolder("full-chromium");
  const root = join(folder, "root");
  const executablePath = join(root, "usr", "lib", "chromium", "chromium");
  const done = join(folder, "done");
  if (!existsSync(done)) {
    for (const part of ["lists/partial", "cache/archives/partial", "root"]) {
      mkdirSync(join(folder, part), { recursive: true });
    }
    const own = [`Dir::State::lists=${folder}/lists`, `Dir::Cache=${folder}/cache`];
    const hurry = [
      "Debug::NoLocking=1",
      `Acquire::Retries=${process.env.CI ? 3 : 0}`,
      "Acquire::http::Timeout=10",
    ];
    const options = [...own, ...hurry].flatMap((option) => ["-o", option]);
    await run("apt-get", [...options, "update"]);
    const install = ["install", "--download-only", "--yes", "--no-install-recommends", "chromium"];
    await run("apt-get", [...options, ...install]);
    const archives = join(folder, "cache", "archives");
    for (const name of readdirSync(archives).filter((file) => file.endsWith(".deb"))) {
      await run("dpkg", ["-x", join(archives, name), root]);
    }
    for (const part of ["lists", "cache"]) rmSync(join(folder, part), { recursive: true });
    mkdirSync(done);
  }
  const lib = join(root, "usr", "lib");
  const libraries = readdirSync(lib)
    .filter((name) => name.includes("-linux-gnu"))
    .flatMap((name) => [join(lib, name), join(lib, name, "pulseaudio")]);
  return { executablePath, libraries };
}
