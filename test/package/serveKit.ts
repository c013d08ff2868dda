import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { build, type Plugin } from "vite";
import { listen } from "../identity/listen.ts";
import type { Attributes, KitModule } from "./page/Page.tsx";
import { Page } from "./page/Page.tsx";

const entry = "\0entry";
const start = join(import.meta.dirname, "page", "start.tsx");

export interface KitServer {
  origin: string;
  close(): Promise<void>;
}

/** What the page's server is asked for, and with which headers it answers. */
export interface KitServerOptions {
  /** The packed library. */
  folder: string;
  headers?: Record<string, string>;
  /** Who `/Me` says is signed in. */
  me: object;
  parts?: Attributes[];
  /** Draws the page on the server. */
  isRendered?: boolean;
}

/** Serves a page with the packed kit on loopback: its scripts, its sheet, and `/Me`. */
export async function serveKit(options: KitServerOptions): Promise<KitServer> {
  const { folder, headers = {}, me, parts = [], isRendered } = options;
  const listener = await listen(0);
  const origin = `http://localhost:${listener.port}`;
  const files = await bundle(folder);
  files.set("/styles.css", readFileSync(join(folder, "dist/styles.css"), "utf8"));
  files.set("/Me", JSON.stringify(me));
  files.set("/", html(parts, isRendered ? await render(folder, parts, origin) : ""));
  listener.serve((request, response) => {
    const { pathname } = new URL(request.url ?? "", origin);
    const type = /\.(js|css)$/.exec(pathname)?.[1] ?? (pathname === "/Me" ? "scim" : "html");
    response.writeHead(files.has(pathname) ? 200 : 204, {
      ...headers,
      "Content-Type": types[type],
    });
    response.end(files.get(pathname));
  });
  return { origin, close: listener.stop };
}

const types: Record<string, string> = {
  js: "text/javascript",
  css: "text/css",
  scim: "application/scim+json",
  html: "text/html; charset=utf-8",
};

/** The page's scripts by their paths, the one that is loaded late among them. */
async function bundle(folder: string): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    plugins: [packed(folder)],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { entryFileNames: "page.js" } },
    },
  });
  if (!("output" in built)) throw new Error("The page made no scripts.");
  const chunks = built.output.filter((output) => output.type === "chunk");
  return new Map(chunks.map(({ fileName, code }) => [`/${fileName}`, code]));
}

function packed(folder: string): Plugin {
  const code = `import * as kit from "react-scim-me"; import { start } from ${JSON.stringify(start)}; start(kit);`;
  return {
    name: "packed",
    enforce: "pre",
    load: (id) => (id === entry ? code : undefined),
    resolveId(id) {
      if (id === entry) return id;
      // By its doors, as an app finds it that has it installed.
      if (id !== "react-scim-me") return undefined;
      return this.resolve(id, join(folder, "..", "..", "app.js"), { skipSelf: true });
    },
  };
}

async function render(folder: string, parts: Attributes[], origin: string): Promise<string> {
  const kit: KitModule = await import(join(folder, "dist/index.js"));
  return renderToString(createElement(Page, { kit, parts, endpoint: `${origin}/Me` }));
}

function html(parts: Attributes[], drawn: string): string {
  const list = JSON.stringify(parts).replaceAll('"', "&quot;");
  return `<!doctype html><html lang="en" class="theirs"><head><title>Orders</title>
    ${drawn && '<link rel="stylesheet" href="/styles.css">'}
    <script type="module" src="/page.js"></script></head>
    <body class="theirs"><button id="bare">Bare</button><button id="kit">Kit</button>
    <button id="nothing">Nothing</button><div id="root" data-parts="${list}">${drawn}</div></body></html>`;
}
