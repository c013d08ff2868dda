import { execFileSync } from "node:child_process";
import { join } from "node:path";
import express from "express";
import { installExample } from "../../examples/install.ts";
import { type Listener, listen } from "../identity/listen.ts";
import { type Identity, startIdentity } from "../identity/startIdentity.ts";

export interface Stage {
  /** Where the app's production build is served. */
  origin: string;
  identity: Identity;
  close(): Promise<void>;
}

/** Builds an example for an identity stack; the settings in its environment are those of its README. */
function build(folder: string, { issuer, clientId, meEndpoint }: Identity): string {
  const vite = join(folder, "node_modules", "vite", "bin", "vite.js");
  const outDir = join(folder, "dist");
  execFileSync(process.execPath, [vite, "build", "--outDir", outDir, "--logLevel", "warn"], {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    env: {
      ...process.env,
      NODE_ENV: "production",
      VITE_ISSUER: issuer,
      VITE_CLIENT_ID: clientId,
      VITE_ME_ENDPOINT: meEndpoint,
    },
  });
  return outDir;
}

function serve(listener: Listener, folder: string): void {
  const app = express();
  app.use(express.static(folder));
  // The app's own router knows the other paths.
  app.use((_request, response) => response.sendFile(join(folder, "index.html")));
  listener.serve(app);
}

/** Installs and builds an example, and serves it beside an identity stack that knows it. */
export async function serveApp(example: string): Promise<Stage> {
  const folder = installExample(example);
  const listener = await listen(0);
  const origin = `http://localhost:${listener.port}`;
  const identity = await startIdentity({
    allowedOrigins: [origin],
    redirectUris: [`${origin}/callback`, `${origin}/silent-callback.html`],
  });
  serve(listener, build(folder, identity));
  const close = async () => void (await Promise.all([listener.stop(), identity.close()]));
  return { origin, identity, close };
}
