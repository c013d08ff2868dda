import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";

const cli = join(import.meta.dirname, "..", "..", "node_modules", "playwright", "cli.js");

/** The last resort: Playwright's download, then the system's packages where we may install them. */
export function installChromium(
  onSystem: () => { executablePath: string } | undefined,
): string | undefined {
  say("No Chromium was found. Asking Playwright to download one.");
  if (
    run(process.execPath, [cli, "install", "chromium"]) &&
    existsSync(chromium.executablePath())
  ) {
    return chromium.executablePath();
  }
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    say("Playwright's download failed, and only root on Linux may install a package. Giving up.");
    return undefined;
  }
  say("Playwright's download failed. Installing the system's chromium with apt.");
  run("apt-get", ["update"]);
  run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  return onSystem()?.executablePath;
}

function run(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: ["ignore", 2, 2] });
    return true;
  } catch {
    return false;
  }
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
