import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";
import { installChromium } from "./installChromium.ts";
import { unpackChromium } from "./unpackChromium.ts";
import { writeFontConfig } from "./writeFontConfig.ts";

export interface FoundChromium {
  executablePath: string;
  /** What the process needs beside the caller's own environment. */
  env: Record<string, string>;
  /** Where it came from, in words. */
  source: string;
}

type Candidate = { executablePath: string; libraries?: string };

const systemNames = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
];

const systemPaths = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const sources: [source: string, find: () => Promise<Candidate | undefined>][] = [
  ["CHROMIUM_PATH", async () => at(process.env.CHROMIUM_PATH)],
  ["@sparticuz/chromium", unpackChromium],
  ["Playwright", async () => at(chromium.executablePath())],
  ["the system", async () => onSystem()],
  ["an installation", async () => at(installChromium(onSystem))],
];

/**
 * Finds a Chromium that starts, or gets one; nobody installs it by hand.
 *
 * The first source is the lock file's own binary, because the same binary draws the same pixels.
 *
 * @throws an Error that lists what was tried, when none starts.
 */
export async function findChromium(): Promise<FoundChromium> {
  const tried: string[] = [];
  for (const [source, find] of sources) {
    try {
      const candidate = await find();
      if (!candidate) continue;
      const env = await environment(candidate);
      const version = start(candidate.executablePath, env);
      return { executablePath: candidate.executablePath, env, source: `${version} from ${source}` };
    } catch (error) {
      tried.push(`${source}: ${firstLine(error)}`);
      console.warn(`This Chromium does not start, looking for another. ${tried.at(-1)}`);
    }
  }
  throw new Error(`No Chromium starts here. Set CHROMIUM_PATH to one.\n${tried.join("\n")}`);
}

function at(executablePath: string | undefined): Candidate | undefined {
  if (!executablePath) return undefined;
  if (existsSync(executablePath)) return { executablePath };
  if (executablePath === process.env.CHROMIUM_PATH) throw new Error("there is no such file");
  return undefined;
}

function onSystem(): Candidate | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const named = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  const executablePath = [...named, ...systemPaths].find(existsSync);
  return executablePath ? { executablePath } : undefined;
}

async function environment({ libraries }: Candidate): Promise<Record<string, string>> {
  // The fonts of the unpacked package serve every other Chromium too.
  const fonts = (await unpackChromium().catch(() => undefined))?.fonts;
  const paths = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean);
  return {
    ...(fonts && { FONTCONFIG_FILE: writeFontConfig(fonts) }),
    ...(libraries && { LD_LIBRARY_PATH: paths.join(delimiter) }),
  };
}

/** A file that exists is not yet a browser: a missing library shows only when it starts. */
function start(executablePath: string, env: Record<string, string>): string {
  const options = { env: { ...process.env, ...env }, encoding: "utf8", timeout: 20_000 } as const;
  if (process.platform === "win32") return "Chromium";
  return execFileSync(executablePath, ["--version"], { ...options, stdio: "pipe" }).trim();
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error)
    .split("\n", 2)
    .join(" ");
}
