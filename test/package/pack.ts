import { type ExecFileOptions, execFile } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    packed: Packed;
  }
}

export interface Packed {
  tarball: string;
  /** The tarball's content, as installed: `import "react-scim-me"` from beside it finds it. */
  folder: string;
}

const root = join(import.meta.dirname, "..", "..");

/** Builds the library, packs it, and installs the tarball beside it, as an app would get it. */
export async function pack(): Promise<Packed> {
  const workshop = join(root, "artifacts", "package");
  const folder = join(workshop, "node_modules", "react-scim-me");
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // A package of its own: within ours, `react-scim-me` would mean the checkout.
  writeFileSync(join(workshop, "package.json"), `{ "private": true, "type": "module" }\n`);

  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const options = { cwd: root, env, shell: process.platform === "win32" };
  await run("npm", ["run", "build", "--silent"], options);
  await run("npm", ["pack", "--pack-destination", workshop], options);
  const name = readdirSync(workshop).find((file) => file.endsWith(".tgz"));
  if (!name) throw new Error(`npm pack left no tarball in ${workshop}.`);
  const tarball = join(workshop, name);
  await run("tar", ["-xzf", tarball, "--strip-components=1", "-C", folder]);
  return { tarball, folder };
}

async function run(command: string, args: string[], options?: ExecFileOptions): Promise<void> {
  try {
    await promisify(execFile)(command, args, options);
  } catch (error) {
    // The command's own words are in its output; the error says only that it failed.
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}\n${stderr}`);
  }
}

export default async function providePacked(project: TestProject): Promise<void> {
  project.provide("packed", await pack());
}
