import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import manifest from "./package.json" with { type: "json" };

const root = import.meta.dirname;

export default defineConfig(
  async (): Promise<ViteUserConfig> => ({
    plugins: [react(), stylesheet("styles.css"), stylesheet("styles.unlayered.css")],
    build: {
      target: "es2022",
      minify: false,
      lib: { entry: doors(), formats: ["es"] },
      rolldownOptions: {
        external: isPeer,
        // A module whose constants were inlined would still be imported, for nothing but a warning.
        optimization: { inlineConst: false },
        // One module for one module: "use client" stays where it was written, unused parts drop out.
        output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
      },
    },
    // Storybook and the library build read this file too, and start no browser.
    ...(process.env.VITEST ? { test: (await import("./test/projects.ts")).test } : {}),
  }),
);

/** The package's doors: the front one, one for each room that has an index, one for each locale. */
function doors(): string[] {
  const list = (path: string) => readdirSync(join(root, path));
  const rooms = list("src").map((room) => `src/${room}/index.ts`);
  const locales = list("src/locales")
    .filter(isTag)
    .map((locale) => `src/locales/${locale}`);
  return ["src/index.ts", ...rooms.filter((door) => existsSync(join(root, door))), ...locales];
}

/** Beside the catalogues (`en.ts`, `pt-BR.ts`) lie their types, which make no module. */
function isTag(name: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]+)*\.ts$/.test(name);
}

function isPeer(id: string): boolean {
  const peers = Object.keys(manifest.peerDependencies);
  return peers.some((peer) => id === peer || id.startsWith(`${peer}/`));
}

/** Emits one minified file for a stylesheet and all that it imports; the library imports none. */
function stylesheet(fileName: string): Plugin {
  const path = `src/${fileName}`;
  return {
    name: fileName,
    apply: "build",
    async generateBundle() {
      if (!this.environment.config.build.lib) return;
      const built = await build({
        root,
        configFile: false,
        logLevel: "warn",
        // Older targets keep the fallbacks; excluding every feature but nesting keeps the rest as
        // written.
        css: { lightningcss: { exclude: 0x1ffffe } },
        build: { write: false, cssTarget: "safari16.4", rolldownOptions: { input: path } },
      });
      const [sheet] = "output" in built ? built.output.filter(({ type }) => type === "asset") : [];
      if (sheet?.type !== "asset") throw new Error(`${path} made no stylesheet.`);
      this.emitFile({ type: "asset", fileName, source: sheet.source });
    },
  };
}
