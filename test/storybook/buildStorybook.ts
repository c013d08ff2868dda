import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the static Storybook lies. */
    storybookFolder: string;
  }
}

const root = join(import.meta.dirname, "..", "..");
const cli = join(root, "node_modules", "storybook", "dist", "bin", "dispatcher.js");

/** Builds the static Storybook once for the tests that look at it. */
export default async function buildStorybook(project: TestProject): Promise<void> {
  const folder = join(root, "artifacts", "storybook");
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  await promisify(execFile)(process.execPath, [cli, "build", "--quiet", "--output-dir", folder], {
    cwd: root,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  project.provide("storybookFolder", folder);
}
