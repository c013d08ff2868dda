import { spawn } from "node:child_process";
import { join } from "node:path";
import { installExample, npm } from "../../examples/install.ts";
import { listen } from "../identity/listen.ts";
import { buildOnce } from "./builtFrom.ts";

export interface NextApp {
  origin: string;
  /** Everything that the server has printed. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * Installs a Next.js example and builds it for production, types included, unless what it is made
 * from is the same already. Resolves to the example's folder.
 */
export function buildNext(example: string): string {
  const folder = installExample(example);
  buildOnce(folder, ".next", "", () =>
    npm(["run", "--silent", "build"], folder, { NEXT_TELEMETRY_DISABLED: "1" }),
  );
  return folder;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const listener = await listen(0);
  await listener.stop();
  return listener.port;
}

/** Starts what `buildNext` built, with the settings that it reads at run time. */
export async function startNext(
  folder: string,
  port: number,
  settings: Record<string, string>,
): Promise<NextApp> {
  const { NODE_ENV, VITEST, ...env } = process.env;
  const cli = join(folder, "node_modules", "next", "dist", "bin", "next");
  const app = spawn(process.execPath, [cli, "start", "-H", "localhost", "-p", String(port)], {
    cwd: folder,
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = new Promise<void>((resolve) => app.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes("Ready in")) resolve();
    };
    app.stdout.on("data", read);
    app.stderr.on("data", read);
    ended.then(() => reject(new Error(`next start ended:\n${output}`)));
  });
  return {
    origin: `http://localhost:${port}`,
    output: () => output,
    async stop() {
      app.kill("SIGKILL");
      await ended;
    },
  };
}
