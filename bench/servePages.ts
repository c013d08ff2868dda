import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Listener, listen } from "../test/identity/listen.ts";

/** A request for a person, in ms since the server started. */
export interface Seen {
  path: string;
  start: number;
  end: number;
}

export interface PageServer {
  origin: string;
  /** Everything asked for below `/scim2/` and `/oauth2/` since this was emptied. */
  requests: Seen[];
  close: Listener["stop"];
}

export interface Served {
  /** Scripts by file: `/kit` is the page that runs `kit.js`. */
  files: Record<string, string>;
  /** The files that such a page loads beside its script, as a bundler's page says. */
  preload?: Record<string, string[]>;
  /** Where the packed library lies; without it pages have no style. */
  library?: string;
  /** The body of `/scim2/Me`. */
  me: unknown;
  /** Answers of other paths. */
  others?: (path: string, origin: string) => unknown;
}

/** Serves pages, one script each, and the person that they ask for, compressed as a host would. */
export async function servePages(served: Served): Promise<PageServer> {
  const { files, preload = {}, library, me, others } = served;
  const styles = library ? readFileSync(join(library, "dist/styles.css"), "utf8") : "";
  const listener = await listen(0);
  const origin = `http://localhost:${listener.port}`;
  const requests: Seen[] = [];
  const packed = new Map<string, Buffer>();
  const send = (response: ServerResponse, type: string, text: string) => {
    const body = packed.get(text) ?? gzipSync(text);
    packed.set(text, body);
    response.setHeader("Content-Type", type);
    response.setHeader("Content-Encoding", "gzip");
    response.end(body);
  };
  listener.serve((request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? "", origin);
    // An isolated page has a clock of 5 µs in place of 100.
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    if (pathname.endsWith(".js")) {
      return send(response, "text/javascript", files[pathname.slice(1)] ?? "");
    }
    if (pathname === "/styles.css") return send(response, "text/css", styles);
    if (!/^(?:\/t\/\w+)?\/(?:scim2|oauth2|oidc|api)\//.test(pathname)) {
      return send(
        response,
        "text/html; charset=utf-8",
        page(pathname.split("/")[1] ?? "", preload),
      );
    }
    const seen = { path: pathname, start: performance.now(), end: Number.NaN };
    requests.push(seen);
    // Long enough for requests in a row to be told from requests side by side.
    setTimeout(async () => {
      const body = pathname === "/scim2/Me" ? me : await others?.(pathname, origin);
      seen.end = performance.now();
      if (body === undefined) response.statusCode = 404;
      send(response, "application/json", JSON.stringify(body ?? {}));
    }, 20);
  });
  return { origin, requests, close: listener.stop };
}

function page(name: string, preload: Record<string, string[]>): string {
  const links = (preload[name] ?? []).map((file) => `<link rel=modulepreload href=/${file}>`);
  return `<!doctype html><html lang=en><meta charset=utf-8><title>Bench</title><link rel=icon href=data:,>${links.join("")}<link rel=stylesheet href=/styles.css><div id=root></div><script type=module src=/${name}.js></script>`;
}
