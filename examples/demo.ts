import { spawn } from "node:child_process";
import { join } from "node:path";
import { startDemo } from "../test/identity/startDemo.ts";
import { installExample } from "./install.ts";

/** Signs a person in for real: the identity stack and examples/vite-oidc, side by side. */
async function demo(): Promise<void> {
  const folder = installExample("vite-oidc");
  const identity = await startDemo("http://localhost:5173");
  const vite = join(folder, "node_modules", "vite", "bin", "vite.js");
  const app = spawn(process.execPath, [vite], { cwd: folder, stdio: "inherit" });
  app.once("exit", async (code) => {
    await identity.close();
    process.exitCode = code ?? 0;
  });
  // The app gets the same Ctrl+C from the terminal, and this process ends after it.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => app.kill());
}

demo().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
