import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const fileName = "mockServiceWorker.js";

/** Serves and emits the worker of the installed msw, so that the two always fit. */
export function mockServiceWorker(): Plugin {
  const source = readFileSync(createRequire(import.meta.url).resolve(`msw/${fileName}`));
  return {
    name: "mock-service-worker",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.split("?")[0]?.endsWith(`/${fileName}`)) return next();
        response.setHeader("Content-Type", "text/javascript");
        response.end(source);
      });
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName, source });
    },
  };
}
