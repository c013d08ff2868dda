import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../listFiles.ts";

const made = ["node_modules", ".next", "dist", "next-env.d.ts", "tsconfig.tsbuildinfo"];

/** What a build is made from: the installed packages, as one line, and the app's own files. */
function sources(folder: string): string {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !made.includes(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? listFiles(join(folder, entry.name)).map((file) => join(entry.name, file))
        : [entry.name],
    );
  const hash = createHash("sha256");
  for (const file of [join("node_modules", ".installed"), ...entries.sort()]) {
    hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}

/** Builds an example, unless what it was made from and with is the same as the last time. */
export function buildOnce(folder: string, output: string, settings: string, build: () => void) {
  const wanted = `${sources(folder)} ${settings}`;
  const stamp = join(folder, output, ".built-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  build();
  writeFileSync(stamp, wanted);
}

/** The settings of an example's last build, `""` where there is none. */
export function lastSettings(folder: string, output: string): string {
  const stamp = join(folder, output, ".built-from");
  return existsSync(stamp) ? readFileSync(stamp, "utf8").replace(/^\S+ /, "") : "";
}
