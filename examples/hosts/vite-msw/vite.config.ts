import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const worker = createRequire(import.meta.url).resolve("msw/mockServiceWorker.js");

/** The worker of the msw that is installed, so that it always fits. */
const mockServiceWorker: Plugin = {
  name: "mock-service-worker",
  generateBundle() {
    const source = readFileSync(worker, "utf8");
    this.emitFile({ type: "asset", fileName: "mockServiceWorker.js", source });
  },
};

export default defineConfig({ plugins: [react(), mockServiceWorker] });
