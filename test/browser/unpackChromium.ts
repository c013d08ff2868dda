import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "./cacheFolder.ts";

const unpack = `
  import chromium from "@sparticuz/chromium";
  await chromium.executablePath();
`;

export interface UnpackedChromium {
  executablePath: string;
  libraries: string;
  fonts: string;
}

/** What `@sparticuz/chromium` holds, unpacked once per version; undefined off Linux x64. */
export async function unpackChromium(): Promise<UnpackedChromium | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = cacheFolder(`chromium-${version()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, "chromium"),
    libraries: join(folder, "al2023", "lib"),
    fonts: join(folder, "fonts", "fonts"),
  };
}

/**
 * The package unpacks to the temporary folder, trusts whatever lies there, and edits the
 * environment: so it runs in a process and a folder of its own. A rename publishes the folder
 * whole, so that processes in parallel never see half a browser.
 */
async function unpackInto(folder: string): Promise<void> {
  const own = `${folder}.${process.pid}`;
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  const env = { ...process.env, TMPDIR: own, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
  const options = { env, cwd: import.meta.dirname, timeout: 120_000 };
  try {
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", unpack], options);
    publish(own, folder);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

function publish(own: string, folder: string): void {
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(join(folder, "chromium"))) throw error;
  }
}

function version(): string {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const manifest = join(dirname(entry), "..", "..", "package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return version;
}
