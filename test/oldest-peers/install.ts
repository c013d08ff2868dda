import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "../../examples/install.ts";

const folder = import.meta.dirname;

/** Installs the oldest React and TanStack Query in this folder, unless they are there. */
export default function install(): void {
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const isInstalled = ([name, version]: [string, unknown]): boolean => {
    const manifest = join(folder, "node_modules", name, "package.json");
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === version;
  };
  if (!Object.entries(dependencies).every(isInstalled)) npm(["ci"], folder);
}
