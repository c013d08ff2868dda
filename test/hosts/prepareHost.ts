import { execFile } from "node:child_process";
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { installPacked, npm } from "../../examples/install.ts";
import type { Host } from "./Host.ts";

const root = join(import.meta.dirname, "..", "..");
/** Exact, as in a lock file. */
export const pnpmVersion = "12.21.0";

const sources = join(root, "examples", "hosts");

/** A test runner's NODE_ENV would make a build for development. */
export function ownEnv(): Record<string, string | undefined> {
  const { NODE_ENV, VITEST, ...env } = process.env;
  return { ...env, NEXT_TELEMETRY_DISABLED: "1" };
}

/** The path of a command that an installation brought. */
export function command(folder: string, name = ""): string {
  return join(folder, "node_modules", ".bin", name);
}

/** Installs what a host stands on, where others that stand on the same find it. */
export function installHost(install: string): string {
  const folder = join(root, "artifacts", "hosts", install);
  cpSync(join(sources, "installs", ".npmrc"), join(folder, ".npmrc"));
  cpSync(join(sources, "installs", install), folder, { recursive: true });
  if (existsSync(join(folder, "pnpm-lock.yaml"))) installWithPnpm(folder);
  else installPacked(folder);
  return folder;
}

/** Always anew, which takes it a second: it links to packages that it keeps elsewhere. */
function installWithPnpm(folder: string): void {
  rmSync(join(folder, "node_modules"), { recursive: true, force: true });
  const pnpm = ["exec", "--yes", "--", `pnpm@${pnpmVersion}`];
  npm([...pnpm, "install", "--frozen-lockfile", "--prefer-offline"], folder);
}

const prepared = new Map<string, Promise<string>>();

/**
 * Installs a host and builds it for production, once where two hosts are parts of one app. Resolves
 * to the folder of the built app.
 */
export function prepareHost(host: Host): Promise<string> {
  const key = `${host.install}/${host.app}`;
  const folder = prepared.get(key) ?? build(host);
  prepared.set(key, folder);
  return folder;
}

async function build({ install, app, build }: Host): Promise<string> {
  const folder = installHost(install);
  for (const part of ["shared", app]) {
    rmSync(join(folder, part), { recursive: true, force: true });
    cpSync(join(sources, part), join(folder, part), { recursive: true });
  }
  const cwd = join(folder, app);
  const [name, ...args] = build;
  const built = promisify(execFile)(command(folder, name), args, { cwd, env: ownEnv() });
  await built.catch(({ stdout, stderr }) =>
    Promise.reject(new Error(`${build.join(" ")} failed:\n${stdout}\n${stderr}`)),
  );
  return cwd;
}
