import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { listFiles } from "../listFiles.ts";

const { folder } = inject("packed");
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** The doors that lead to modules, the pattern of the locales spelled out. */
const doors = Object.entries<{ default: string; types: string }>(manifest.exports).flatMap(
  ([door, { default: file, types }]) => {
    if (!file?.endsWith(".js")) return [];
    if (!door.includes("*")) return [{ door, file, types }];
    const [prefix = "", suffix = ""] = file.slice(2).split("*");
    return listFiles(folder)
      .filter((path) => path.startsWith(prefix) && path.endsWith(suffix))
      .map((path) => path.slice(prefix.length, -suffix.length))
      .map((tag) => ({
        door: door.replace("*", tag),
        file: file.replace("*", tag),
        types: types.replace("*", tag),
      }));
  },
);

test("the export map is a promise", async () => {
  await expect(`${JSON.stringify(manifest.exports, null, 2)}\n`).toMatchFileSnapshot(
    "export-map.json",
  );
});

test("whoever knows no export map finds the front door, and TypeScript all of them", () => {
  const { exports, main, types, typesVersions } = manifest;
  expect({ default: main, types }).toEqual({
    default: exports["."].default,
    types: exports["."].types,
  });
  const others = Object.entries<{ types?: string }>(exports).flatMap(([door, { types }]) =>
    types && door !== "." ? [[door.slice("./".length), [types]]] : [],
  );
  expect(typesVersions).toEqual({ "*": Object.fromEntries(others) });
});

test("the names behind every door are a promise", async () => {
  const lines: string[] = [];
  for (const { door, file, types } of doors) {
    const values = Object.keys(await import(join(folder, file)));
    const names = declaredNames(readFileSync(join(folder, types), "utf8"));
    const onlyTypes = names.filter((name) => !values.includes(name));
    lines.push(`${door}`, ...values.sort().map((name) => `  ${name}`));
    lines.push(...onlyTypes.sort().map((name) => `  type ${name}`));
  }
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("export-names.txt");
});

/** What a declaration file exports, by its text: index files only re-export and declare. */
function declaredNames(declarations: string): string[] {
  const lists = [...declarations.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list]) =>
    (list ?? "").split(",").map((name) =>
      name
        .trim()
        .replace(/^type /, "")
        .split(" as ")
        .at(-1),
    ),
  );
  const declared = [
    ...declarations.matchAll(/export (?:declare )?(?:const|function|type|interface|class) (\w+)/g),
  ];
  return [...lists, ...declared.map(([, name]) => name)].filter(
    (name) => name !== undefined && name !== "",
  ) as string[];
}
