import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";

const { folder } = inject("packed");
const root = join(import.meta.dirname, "..", "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const editing = readFileSync(join(root, "docs/editing.md"), "utf8");

/** The examples, each in a file of its own, beside the packed library and a session of an app. */
function writeExamples(): string {
  const app = join(folder, "../../readme");
  mkdirSync(app, { recursive: true });
  copyFileSync(join(root, "stories/session.example.ts"), join(app, "session.ts"));
  const blocks = `${readme}\n${editing}`.matchAll(/^```(tsx?)\n(.*?)^```/gms);
  for (const [index, [, extension, code = ""]] of [...blocks].entries()) {
    writeFileSync(join(app, `example${index}.${extension}`), code);
  }
  const compilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, jsx: "react-jsx", target: "ES2022" },
    ...{ module: "ESNext", moduleResolution: "bundler", lib: ["ES2022", "DOM"], types: [] },
  };
  writeFileSync(join(app, "css.d.ts"), 'declare module "*.css";\n');
  writeFileSync(join(app, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["."] }));
  return app;
}

test("the examples of the README and of editing compile against the packed library", async () => {
  const tsc = join(root, "node_modules/.bin/tsc");
  const compiled = promisify(execFile)(tsc, ["--project", writeExamples()]);
  await expect(
    compiled.catch(({ stdout }) => Promise.reject(new Error(stdout))),
  ).resolves.toBeDefined();
});

test("the README is read in a minute", () => {
  expect(readme.split("\n").length).toBeLessThan(150);
});
