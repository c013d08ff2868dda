import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

export interface Measured {
  /** Minified and gzipped, in bytes. */
  bytes: number;
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
        preserveEntrySignatures: "strict",
        output: { format: "es" },
      },
    },
  });
  if (!("output" in built)) throw new Error("The bundle made no output.");
  const [chunk] = built.output;
  const dist = join(folder, "dist/");
  return {
    bytes: gzipSync(chunk.code, { level: 9 }).length,
    modules: chunk.moduleIds.filter((id) => id.startsWith(dist)).map((id) => id.slice(dist.length)),
  };
}

/** The bytes of a file of the packed library, gzipped. */
export function measureFile(folder: string, path: string): Measured {
  return { bytes: gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, modules: [] };
}
