import { execFileSync, type StdioOptions } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "..");
const artifacts = join(root, "artifacts");
const tarball = join(artifacts, "react-scim-me.tgz");

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Runs npm as it was started, or the one on the path; its output is shown when it fails. */
export function npm(args: string[], cwd: string, settings: Record<string, string> = {}): void {
  // A test runner's NODE_ENV would make a build for development, or leave out devDependencies.
  const { NODE_ENV, VITEST, npm_execpath: cli, ...rest } = process.env;
  const stdio: StdioOptions = ["ignore", "pipe", 2];
  const options = { cwd, stdio, env: { ...rest, ...settings } };
  try {
    if (cli?.endsWith(".js")) execFileSync(process.execPath, [cli, ...args], options);
    else execFileSync("npm", args, { ...options, shell: process.platform === "win32" });
  } catch (error) {
    say(String((error as { stdout?: Buffer }).stdout ?? ""));
    throw error;
  }
}

/** When a file, or the newest in a folder, was written; never, where there is none. */
function written(path: string): number {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const entries = readdirSync(path, { recursive: true, encoding: "utf8" });
  return Math.max(...entries.map((entry) => statSync(join(path, entry)).mtimeMs));
}

const MINUTE_MS = 60_000;

/** Lets one process at a time do what another would get in the way of; the others wait. */
function alone(work: () => void): void {
  mkdirSync(artifacts, { recursive: true });
  const lock = join(artifacts, ".packing");
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      // Whoever was stopped in the middle of it has left the lock.
      if (Date.now() - written(lock) > 5 * MINUTE_MS)
        rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Packs the library as it would be published, building it first, where either is missing or old. */
export function packLibrary(): void {
  alone(pack);
}

function pack(): void {
  if (written(join(root, "dist", "index.d.ts")) < written(join(root, "src"))) {
    say("Building the library …");
    npm(["run", "--silent", "build"], root);
  }
  const papers = ["dist", "package.json", "README.md", "CHANGELOG.md", "LICENSE"];
  if (papers.every((path) => written(join(root, path)) < written(tarball))) return;
  npm(["pack", "--silent", "--ignore-scripts", "--pack-destination", artifacts], root);
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  renameSync(join(artifacts, `${name}-${version}.tgz`), tarball);
}

const hash = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

/** Puts another build of the library in place of the last; it has no dependencies of its own. */
function replaceLibrary(folder: string): void {
  const library = join(folder, "node_modules", "react-scim-me");
  rmSync(library, { recursive: true, force: true });
  mkdirSync(library);
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", library]);
}

/**
 * Installs a folder's dependencies, among them the packed library, unless what is installed is the
 * same already.
 */
export function installPacked(folder: string): void {
  // The lock file holds no checksum for the tarball, which is another one after each change of the
  // library: `npm ci` checks everything else and takes the tarball as it lies there.
  const wanted = [join(folder, "package-lock.json"), tarball].map(hash);
  const stamp = join(folder, "node_modules", ".installed");
  const installed = existsSync(stamp) ? readFileSync(stamp, "utf8").split(" ") : [];
  if (installed.join() === wanted.join()) return;
  say(`Installing ${relative(root, folder)} …`);
  const start = performance.now();
  rmSync(stamp, { force: true });
  if (installed[0] === wanted[0]) replaceLibrary(folder);
  else npm(["ci", "--prefer-offline"], folder);
  writeFileSync(stamp, wanted.join(" "));
  say(`Installed in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}

/** Packs the library and installs an example with it. Resolves to the example's folder. */
export function installExample(name: string): string {
  const folder = join(root, "examples", name);
  packLibrary();
  installPacked(folder);
  return folder;
}
