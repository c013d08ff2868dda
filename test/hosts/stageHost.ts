import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installPacked, npm } from "../../examples/install.ts";

const root = join(import.meta.dirname, "..", "..");
const sources = join(root, "examples", "hosts");

/** Exact, as in a lock file. */
export const pnpm = "pnpm@12.21.0";

/**
 * Lays out folders of `examples/hosts` beside one of their installations, so that many hosts share
 * it, and one host can have many. Resolves to the folder around them.
 */
export function stageHost(install: string, parts: string[]): string {
  const folder = join(root, "artifacts", "hosts", install);
  cpSync(join(sources, "installs", ".npmrc"), join(folder, ".npmrc"));
  cpSync(join(sources, "installs", install), folder, { recursive: true });
  if (existsSync(join(folder, "pnpm-lock.yaml"))) installWithPnpm(folder);
  else installPacked(folder);
  for (const part of parts) {
    rmSync(join(folder, part), { recursive: true, force: true });
    cpSync(join(sources, part), join(folder, part), { recursive: true });
  }
  return folder;
}

/** Always anew, which takes it a second: it links to packages that it keeps elsewhere. */
function installWithPnpm(folder: string): void {
  rmSync(join(folder, "node_modules"), { recursive: true, force: true });
  npm(["exec", "--yes", "--", pnpm, "install", "--frozen-lockfile", "--prefer-offline"], folder);
}
