import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

/** Publishes `llms.txt` at the root of the static Storybook, and every page that it links to. */
export function llmsTxt(): Plugin {
  return {
    name: "llms-txt",
    generateBundle() {
      const source = read("llms.txt");
      this.emitFile({ type: "asset", fileName: "llms.txt", source });
      for (const [, fileName = ""] of source.matchAll(/\]\(([\w./-]+\.md)\)/g)) {
        this.emitFile({ type: "asset", fileName, source: read(fileName) });
      }
    },
  };
}
