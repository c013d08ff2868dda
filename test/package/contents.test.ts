import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, inject, test } from "vitest";
import { listFiles } from "../listFiles.ts";

const { tarball, folder } = inject("packed");
const root = join(import.meta.dirname, "..", "..");
const files = listFiles(folder);
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

test("publint finds nothing", async () => {
  const { messages } = await publint({ pkgDir: folder, strict: true, pack: false });
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
});

test("the types resolve as the code does", async () => {
  const cli = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const options = [
    "--profile",
    "esm-only",
    "--exclude-entrypoints",
    "styles.css",
    "styles.unlayered.css",
  ];
  const check = promisify(execFile)(process.execPath, [cli, tarball, ...options, "--no-color"]);
  // It exits with an error, and its table says why.
  await expect(
    check.catch(({ stdout }) => Promise.reject(new Error(stdout))),
  ).resolves.toBeDefined();
});

test("what has its types elsewhere has them as a peer: a workspace may hold several versions", () => {
  const declarations = files.filter((file) => file.endsWith(".d.ts"));
  const named = declarations.flatMap((file) => [
    ...readFileSync(join(folder, file), "utf8").matchAll(/(?:from |import\()"([^."][^"]*)"/g),
  ]);
  const packages = named.map(([, name = ""]) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? "");
  const withTypes = [...new Set(packages)].flatMap((name) => {
    const types = `@types/${name.replace(/^@(.*)\//, "$1__")}`;
    return existsSync(join(root, "node_modules", types)) ? [name, types] : [name];
  });
  expect(withTypes).toContain("react");
  expect(Object.keys(manifest.peerDependencies)).toEqual(expect.arrayContaining(withTypes));
});

test("nothing is there but modules, their declarations, the stylesheet and the papers", () => {
  const papers = ["LICENSE", "README.md", "CHANGELOG.md", "llms.txt", "package.json"];
  const stray = files.filter(
    (file) =>
      !papers.includes(file) &&
      !/^dist\/(styles(\.unlayered)?\.css|[\w./-]+(\.js|\.d\.ts))$/.test(file),
  );
  expect(stray).toEqual([]);
});

test("each output module comes of one source module", () => {
  const sources = listFiles(join(root, "src")).map((file) => file.replace(/\.tsx?$/, ""));
  const modules = files
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.slice("dist/".length, -".js".length));
  expect(modules.filter((module) => !sources.includes(module))).toEqual([]);
});

test("installing it installs nothing else", () => {
  expect(manifest.dependencies ?? {}).toEqual({});
  expect(manifest.optionalDependencies ?? {}).toEqual({});
  expect(manifest.bundledDependencies ?? []).toEqual([]);
  expect(Object.keys(manifest.scripts ?? {})).not.toContain("postinstall");
});
