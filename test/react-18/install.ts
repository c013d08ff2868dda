import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "../../examples/install.ts";

const folder = import.meta.dirname;

/** Installs React 18.2 in this folder, unless it is there. */
export default function install(): void {
  const manifest = join(folder, "node_modules", "react-dom", "package.json");
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const installed = existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version;
  if (installed !== dependencies["react-dom"]) npm(["ci"], folder);
}
