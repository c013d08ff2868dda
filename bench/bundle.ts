import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin, type Rolldown } from "vite";

const root = import.meta.dirname;
const entry = "\0entry";

export interface BundleOptions {
  /** Where the packed library lies, to be taken in place of its source. @default the source */
  library?: string;
  /** What the entry's imports are found from. @default the project itself */
  from?: string;
  /** What an app has anyway, and is left out. */
  external?: RegExp;
  /** @default production */
  mode?: "production" | "development";
  /** For Node instead of a browser, in one file. */
  ssr?: boolean;
  /** Of the entry's file. @default entry */
  name?: string;
}

export interface Bundle {
  /** Every chunk by its file's name. */
  files: Record<string, string>;
  /** Of the chunks that the entry imports at once. */
  preload: string[];
  /** What is loaded at once, minified and gzipped, in bytes. */
  bytes: number;
}

/** Bundles an entry as an app would, the packed library in the place of its source. */
export async function bundle(code: string, options: BundleOptions): Promise<Bundle> {
  const { external = /^$/, mode = "production", ssr = false, name = "entry" } = options;
  const built = await build({
    root,
    mode,
    configFile: false,
    logLevel: "silent",
    plugins: [resolver(code, options)],
    define: { "process.env.NODE_ENV": JSON.stringify(mode) },
    // A test runner has a NODE_ENV of its own.
    oxc: { jsx: { runtime: "automatic", development: mode === "development" } },
    ssr: { noExternal: true },
    build: {
      ...{ write: false, ssr, minify: true, target: "es2022", modulePreload: false },
      rolldownOptions: {
        input: entry,
        external,
        // An app's entry is not imported, so that a chunk may take from it what both need.
        preserveEntrySignatures: "allow-extension",
        output: {
          format: "es",
          entryFileNames: `${name}.js`,
          chunkFileNames: "[name]-[hash].js",
          ...(ssr && { codeSplitting: false }),
        },
      },
    },
  });
  if (!("output" in built)) throw new Error("The bundle made no output.");
  const chunks = built.output.filter((output) => output.type === "chunk");
  const loaded = atOnce(chunks);
  return {
    preload: loaded.slice(1).map(({ fileName }) => fileName),
    files: Object.fromEntries(chunks.map(({ fileName, code }) => [fileName, code])),
    bytes: gzipSync(loaded.map(({ code }) => code).join("\n"), { level: 9 }).length,
  };
}

function resolver(code: string, { library, from = root }: BundleOptions): Plugin {
  const app = (folder: string) => join(folder, "app.js");
  return {
    name: "bench",
    enforce: "pre",
    resolveId(id, importer) {
      if (id === entry || id.startsWith(root)) return id;
      const [, door] = /\/src\/(index\.js|styles\.css)$/.exec(id) ?? [];
      if (door && library) return join(library, "dist", door);
      if (library && id.startsWith("react-scim-me")) {
        return this.resolve(id, app(join(library, "..", "..")), { skipSelf: true });
      }
      if (importer !== entry) return undefined;
      return this.resolve(id, app(from), { skipSelf: true });
    },
    load: (id) => (id === entry ? code : undefined),
  };
}

/** The entry, and what it imports other than by `import()`. */
function atOnce(chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const found = chunks.filter((chunk) => chunk.isEntry);
  // A list grows while it is gone through.
  for (const { imports } of found) {
    for (const chunk of chunks) {
      if (imports.includes(chunk.fileName) && !found.includes(chunk)) found.push(chunk);
    }
  }
  return found;
}
