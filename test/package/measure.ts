import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build as buildWithEsbuild } from "esbuild";
import { build, type Rolldown } from "vite";

export interface Measured {
  /** Minified and gzipped, in bytes. */
  bytes: number;
  /** What is loaded by `import()` only when it is wanted, in bytes. */
  lazyBytes: number;
  /** The library's modules that are in the bundle, relative to `dist`. */
  modules: string[];
}

const entry = "\0entry";
const peers = /^(react|react-dom|@tanstack\/react-query|msw)(\/|$)/;

/** Bundles an import of the packed library, its peers left out, as an app would. */
export async function measure(folder: string, code: string): Promise<Measured> {
  const built = await build({
    root: join(folder, "..", ".."),
    configFile: false,
    logLevel: "error",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
      {
        // The root of the workshop resolves it; a virtual module has no place to resolve from.
        name: "library",
        enforce: "pre",
        resolveId(id, importer) {
          if (importer !== entry || !id.startsWith("react-scim-me")) return undefined;
          return this.resolve(id, join(folder, "..", "..", "app.js"), { skipSelf: true });
        },
      },
    ],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        external: peers,
        // An app's entry is not imported, so that a chunk may take from it what both need.
        preserveEntrySignatures: "allow-extension",
        output: { format: "es" },
      },
    },
  });
  if (!("output" in built)) throw new Error("The bundle made no output.");
  const chunks = built.output.filter((output) => output.type === "chunk");
  const atOnce = closure(chunks);
  const later = chunks.filter((chunk) => !atOnce.includes(chunk));
  const dist = join(folder, "dist/");
  const modules = atOnce.flatMap(({ moduleIds }) => moduleIds);
  return {
    bytes: weigh(atOnce),
    lazyBytes: weigh(later),
    modules: modules.filter((id) => id.startsWith(dist)).map((id) => id.slice(dist.length)),
  };
}

/** What is loaded at once: the entry, and what it imports other than by `import()`. */
function closure(chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const found = chunks.filter((chunk) => chunk.isEntry);
  // A list grows while it is gone through.
  for (const { imports } of found) {
    for (const chunk of chunks) {
      if (imports.includes(chunk.fileName) && !found.includes(chunk)) found.push(chunk);
    }
  }
  return found;
}

function weigh(chunks: Rolldown.OutputChunk[]): number {
  if (!chunks.length) return 0;
  return gzipSync(chunks.map(({ code }) => code).join("\n"), { level: 9 }).length;
}

/** The bytes that the same import costs at once with esbuild, which cuts chunks in another way. */
export async function measureWithEsbuild(folder: string, code: string): Promise<number> {
  const { outputFiles, metafile } = await buildWithEsbuild({
    stdin: { contents: code, resolveDir: join(folder, "..", "..") },
    absWorkingDir: folder,
    outdir: "out",
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    target: "es2022",
    external: ["react", "react-dom", "@tanstack/react-query"],
    write: false,
    metafile: true,
  });
  const atOnce = ["out/stdin.js"];
  // A list grows while it is gone through.
  for (const path of atOnce) {
    for (const { kind, path: imported } of metafile.outputs[path]?.imports ?? []) {
      if (kind === "import-statement" && !atOnce.includes(imported)) atOnce.push(imported);
    }
  }
  const texts = outputFiles.filter(({ path }) => atOnce.some((name) => path.endsWith(name)));
  return gzipSync(texts.map(({ text }) => text).join("\n"), { level: 9 }).length;
}

/** The bytes of a file of the packed library, gzipped. */
export function measureFile(folder: string, path: string): Measured {
  return {
    bytes: gzipSync(readFileSync(join(folder, path)), { level: 9 }).length,
    lazyBytes: 0,
    modules: [],
  };
}
