import { mkdirSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..", "node_modules", ".cache", "react-scim-me");

/** The path of a thing that can be made again: it goes with `node_modules`. */
export function cacheFolder(name: string): string {
  mkdirSync(root, { recursive: true });
  return join(root, name);
}
