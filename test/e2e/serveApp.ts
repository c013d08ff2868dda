import { join } from "node:path";
import express from "express";
import { installExample, npm } from "../../examples/install.ts";
import { type Listener, listen } from "../identity/listen.ts";
import { type Identity, type IdentityOptions, startIdentity } from "../identity/startIdentity.ts";
import { buildOnce, lastSettings } from "./builtFrom.ts";

export interface Stage {
  /** Where the app's production build is served. */
  origin: string;
  identity: Identity;
  close(): Promise<void>;
}

/** Builds an example, types included, for an identity stack. */
function build(folder: string, { issuer, clientId, meEndpoint }: Identity): string {
  const settings = { VITE_ISSUER: issuer, VITE_CLIENT_ID: clientId, VITE_ME_ENDPOINT: meEndpoint };
  buildOnce(folder, "dist", JSON.stringify(settings), () =>
    npm(["run", "--silent", "build"], folder, settings),
  );
  return join(folder, "dist");
}

/** An identity stack on the ports that are in the last build, which then need not be made again. */
async function identityOfBuild(folder: string, options: IdentityOptions): Promise<Identity> {
  const [port, scimPort] = [...lastSettings(folder, "dist").matchAll(/localhost:(\d+)/g)].map(
    ([, digits]) => Number(digits),
  );
  if (!port || !scimPort) return startIdentity(options);
  // Somebody else may have taken them since.
  return startIdentity({ ...options, port, scimPort }).catch(() => startIdentity(options));
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
  const identity = await identityOfBuild(folder, {
    allowedOrigins: [origin],
    redirectUris: [`${origin}/callback`, `${origin}/silent-callback.html`],
  });
  serve(listener, build(folder, identity));
  const close = async () => void (await Promise.all([listener.stop(), identity.close()]));
  return { origin, identity, close };
}
