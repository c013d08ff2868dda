import type { RequestListener } from "node:http";
import { join } from "node:path";
import { build } from "vite";
import { type Listener, listen } from "../identity/listen.ts";
import install from "../oldest-peers/install.ts";
import type { PageConfig } from "./page/PageConfig.ts";

const root = join(import.meta.dirname, "page");

export interface PageServer {
  origin: string;
  /** The page with this configuration. */
  url(config: PageConfig): string;
  /** What stands in the page before its script runs: a server's HTML and its data. */
  render?: ((config: PageConfig) => string) | undefined;
  /** The app's own server, below `/api/`. */
  api?: RequestListener | undefined;
  close: Listener["stop"];
}

/** Another React than the library's own. */
const react18 = [
  {
    find: /^(react|react-dom)(?=\/|$)/,
    replacement: join(root, "../../oldest-peers/node_modules/$1"),
  },
];

/** Bundles the page with React's development build, which is the one that checks. */
async function bundle(alias: typeof react18 = []): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias },
    mode: "development",
    define: { "process.env.NODE_ENV": '"development"' },
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: join(root, "main.tsx"), output: { codeSplitting: false } },
    },
  });
  const [script] = "output" in built ? built.output : [];
  if (script?.type !== "chunk") throw new Error("The page made no script.");
  return script.code;
}

/** Serves the page of the fault tests on loopback, to be kept by the back/forward cache. */
export async function servePage(): Promise<PageServer> {
  install();
  const scripts = { "/19.js": await bundle(), "/18.js": await bundle(react18) };
  const listener = await listen(0);
  const origin = `http://localhost:${listener.port}`;
  const server: PageServer = {
    origin,
    url: (config) => `${origin}/?${encodeURIComponent(JSON.stringify(config))}`,
    close: listener.stop,
  };
  listener.serve((request, response) => {
    const { pathname, search } = new URL(request.url ?? "", origin);
    if (pathname.startsWith("/api/")) return server.api?.(request, response);
    const script = scripts[pathname as keyof typeof scripts];
    response.setHeader("Content-Type", script ? "text/javascript" : "text/html; charset=utf-8");
    response.end(script ?? (pathname === "/" ? html(server, search) : "Another page"));
  });
  return server;
}

function html({ render }: PageServer, search: string): string {
  const config: PageConfig = JSON.parse(decodeURIComponent(search.slice(1)));
  const body = render?.(config) ?? "<div id=root></div>";
  // No `no-store`: the back/forward cache would refuse the page.
  return `<!doctype html><link rel=icon href=data:,><body>${body}<script type=module src=/${config.react ?? 19}.js></script>`;
}
