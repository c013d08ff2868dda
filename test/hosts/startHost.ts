import { spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "../e2e/serveNext.ts";
import type { Host } from "./Host.ts";
import { hostEnv, runCommand } from "./runCommand.ts";
import { type ScimServer, serveScim } from "./serveScim.ts";
import { stageHost } from "./stageHost.ts";

export interface StartedHost {
  origin: string;
  scim: ScimServer;
  stop(): Promise<void>;
}

const built = new Map<string, Promise<string>>();

/** Builds an app once, whatever it is a host for. Resolves to the folder of its installation. */
function build({ install, app, build }: Host): Promise<string> {
  const key = `${install}/${app}`;
  const made = built.get(key) ?? make();
  built.set(key, made);
  return made;

  async function make(): Promise<string> {
    const folder = stageHost(install, ["common", app]);
    await runCommand(folder, build, join(folder, app));
    return folder;
  }
}

/** Builds a host and serves it, beside a SCIM server of its own. */
export async function startHost(host: Host): Promise<StartedHost> {
  const folder = await build(host);
  const scim = await serveScim();
  if (host.start) return startServer(host.start, folder, join(folder, host.app), scim);
  // A bundler that makes no page leaves it beside what it made.
  scim.serveFiles(join(folder, host.app, "dist"));
  scim.serveFiles(join(folder, host.app));
  return { origin: scim.origin, scim, stop: scim.stop };
}

async function startServer(
  [name = "", ...args]: string[],
  folder: string,
  cwd: string,
  scim: ScimServer,
): Promise<StartedHost> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const settings = { PORT: `${port}`, ISSUER: scim.origin, SCIM_ME: `${scim.origin}/scim2/Me` };
  const server = spawn(name, args, { cwd, env: { ...hostEnv(folder), ...settings } });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  let output = "";
  const read = (chunk: Buffer) => {
    output += chunk;
  };
  server.stdout.on("data", read);
  server.stderr.on("data", read);
  while (!(await answers(origin))) {
    if (server.exitCode !== null) throw new Error(`${name} ended:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const stop = async () => {
    server.kill("SIGKILL");
    await Promise.all([ended, scim.stop()]);
  };
  return { origin, scim, stop };
}

function answers(origin: string): Promise<boolean> {
  return fetch(origin, { method: "HEAD" }).then(
    () => true,
    () => false,
  );
}
