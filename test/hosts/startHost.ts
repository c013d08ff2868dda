import { spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "../e2e/serveNext.ts";
import type { Host } from "./Host.ts";
import { command, ownEnv, prepareHost } from "./prepareHost.ts";
import { type ScimServer, serveScim } from "./serveScim.ts";

export interface StartedHost {
  origin: string;
  scim: ScimServer;
  stop(): Promise<void>;
}

/** Builds a host and serves it, beside a SCIM server of its own. */
export async function startHost(host: Host): Promise<StartedHost> {
  const folder = await prepareHost(host);
  const scim = await serveScim();
  if (host.start) return startServer(host.start, folder, scim);
  // A bundler that makes no page leaves it beside what it made.
  scim.serveFiles(join(folder, "dist"));
  scim.serveFiles(folder);
  return { origin: scim.origin, scim, stop: scim.stop };
}

async function startServer(
  [name, ...args]: string[],
  folder: string,
  scim: ScimServer,
): Promise<StartedHost> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const settings = { PORT: `${port}`, ISSUER: scim.origin, SCIM_ME: `${scim.origin}/scim2/Me` };
  const env = { ...ownEnv(), ...settings };
  const server = spawn(command(join(folder, ".."), name), args, { cwd: folder, env });
  let output = "";
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
    });
  }
  const stop = async () => {
    server.kill("SIGKILL");
    await Promise.all([ended, scim.stop()]);
  };
  while (!(await answers(origin))) {
    if (server.exitCode !== null) throw new Error(`${name} ${args.join(" ")} ended:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { origin, scim, stop };
}

function answers(origin: string): Promise<boolean> {
  return fetch(origin, { method: "HEAD" }).then(
    () => true,
    () => false,
  );
}
