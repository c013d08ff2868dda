import { join } from "node:path";
import express from "express";
import { installExample, npm } from "../../examples/install.ts";
import { type Listener, listen } from "../identity/listen.ts";
import { type Identity, startIdentity } from "../identity/startIdentity.ts";

export interface Stage {
  /** Where the app's production build is served. */
  origin: string;
  identity: Identity;
  close(): Promise<void>;
}

/** Builds an example, types included, for an identity stack. */
function build(folder: string, { issuer, clientId, meEndpoint }: Identity): string {
  npm(["run", "--silent", "build"], folder, {
    VITE_ISSUER: issuer,
    VITE_CLIENT_ID: clientId,
    VITE_ME_ENDPOINT: meEndpoint,
  });
  return join(folder, "dist");
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
