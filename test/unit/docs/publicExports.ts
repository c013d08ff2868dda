import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import manifest from "../../../package.json" with { type: "json" };
import { listFiles } from "../../listFiles.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** A name behind a door of the package, and what its JSDoc says of it. */
export interface PublicExport {
  /** What an app imports it from. */
  door: string;
  name: string;
  isType: boolean;
  /** Everything above its first tag. */
  description: string;
  summary: string | undefined;
}

/** Every public export of the package, in the order of its doors. */
export function publicExports(): PublicExport[] {
  return Object.entries(manifest.exports).flatMap(([door, file]) => {
    if (typeof file === "string") return [];
    return sources(file.default).flatMap(([source, tag]) => {
      const name = join(manifest.name, door.replace("*", tag));
      return exportsOf(source).map((one) => ({ door: name, ...one }));
    });
  });
}

/** The source of a door, or of each door that its pattern stands for. */
function sources(built: string): [source: string, tag: string][] {
  const path = built.replace("./dist/", "src/").replace(/\.js$/, ".ts");
  if (!path.includes("*")) return [[path, ""]];
  const [before = "", after = ""] = path.split("*");
  return listFiles(join(root, before))
    .filter((file) => /^[a-z]{2,3}(-\w+)*\.ts$/.test(file))
    .map((file) => [before + file, file.slice(0, -after.length)]);
}

function exportsOf(source: string): Omit<PublicExport, "door">[] {
  const code = read(source);
  const own = [...code.matchAll(declaration())].map(([, docs = "", kind, name = ""]) => ({
    ...{ name, isType: isType(kind) },
    ...readDocs(docs),
  }));
  const passedOn = [...code.matchAll(/export (?:type )?\{([^}]*)\} from "(.+?)\.js"/g)];
  return own.concat(
    passedOn.flatMap(([, names = "", from = ""]) => {
      const path = join(source, "..", from);
      const found = exportsOf(existsSync(join(root, `${path}.ts`)) ? `${path}.ts` : `${path}.tsx`);
      const wanted = names.split(",").map((name) => name.trim().replace(/^type /, ""));
      return found.filter(({ name }) => wanted.includes(name));
    }),
  );
}

const read = (path: string) => readFileSync(join(root, path), "utf8");

const isType = (kind = "") => kind === "interface" || kind === "type";

function declaration(): RegExp {
  return /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export (?:async )?(const|function|class|interface|type) (\w+)/g;
}

function readDocs(docs: string): Pick<PublicExport, "description" | "summary"> {
  const text = docs.replace(/^ *\*? ?/gm, "").trim();
  const [description = "", ...tags] = text.split(/^@/m);
  const summary = tags.find((tag) => tag.startsWith("summary "))?.slice("summary ".length);
  const plain = summary?.replace(/\{@link (\w+)\}/g, "`$1`").replace(/\s+/g, " ");
  return { description: description.trim(), summary: plain?.trim() };
}
