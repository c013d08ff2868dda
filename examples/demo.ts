import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ClientAuthentication } from "../test/identity/client.ts";
import { startDemo } from "../test/identity/startDemo.ts";
import { installExample } from "./install.ts";

interface App {
  /** The provider knows it, so another port would not do. */
  origin: string;
  /** A script within the app's `node_modules`, and what it is called with. */
  command: [string, ...string[]];
  /** How the app's server proves itself to the provider, where it has one. */
  method?: ClientAuthentication["method"];
}

const next: App = { origin: "http://localhost:3000", command: ["next/dist/bin/next", "dev"] };

const apps: Record<string, App> = {
  "vite-oidc": { origin: "http://localhost:5173", command: ["vite/bin/vite.js"] },
  "next-authjs": { ...next, method: "client_secret_basic" },
  "next-asgardeo": { ...next, method: "client_secret_post" },
};

/** Signs a person in for real: the identity stack and one of the examples, side by side. */
async function demo(name = "vite-oidc"): Promise<void> {
  const known = apps[name];
  if (!known) throw new Error(`There is no example ${name}: ${Object.keys(apps).join(", ")}`);
  const { origin, method, command } = known;
  const folder = installExample(name);
  const settings = join(folder, ".env.example");
  if (existsSync(settings)) process.loadEnvFile(settings);
  const clientAuthentication = method && { secret: "demo-app-secret", method };
  const identity = await startDemo(origin, clientAuthentication && { clientAuthentication });
  const [script, ...args] = command;
  const app = spawn(process.execPath, [join(folder, "node_modules", script), ...args], {
    cwd: folder,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: "inherit",
  });
  app.once("exit", async (code) => {
    await identity.close();
    process.exitCode = code ?? 0;
  });
  // The app gets the same Ctrl+C from the terminal, and this process ends after it.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => app.kill());
}

demo(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
