import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";

const { folder } = inject("packed");
const root = join(import.meta.dirname, "..", "..");
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");

/** What the compiler says of a file beside the installed tarball. */
async function compile(name: string, code: string, ...options: string[]): Promise<string> {
  const place = join(folder, "..", "..", "declarations");
  mkdirSync(place, { recursive: true });
  const file = join(place, `${name}.ts`);
  writeFileSync(file, code);
  const all = ["--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler"];
  const more = [
    "--types",
    "",
    "--outDir",
    join(place, "out"),
    "--rootDir",
    place,
    "--ignoreConfig",
  ];
  const run = promisify(execFile)(process.execPath, [tsc, file, ...all, ...more, ...options]);
  return run.then(
    () => "",
    ({ stdout }) => stdout,
  );
}

test("an app compiled for an older ECMAScript reads why an error came", async () => {
  const code = `import { ScimMeError } from "react-scim-me";
    export const why = (error: ScimMeError): unknown => error.cause;`;
  const older = ["--target", "es2020", "--lib", "es2020,dom"];
  expect(await compile("older", code, ...older)).toBe("");
});
