import { randomBytes } from "node:crypto";
import { type Identity, startIdentity } from "../identity/startIdentity.ts";
import { type Line, listenIn } from "./listenIn.ts";
import { buildNext, freePort, startNext } from "./serveNext.ts";

export interface AsgardeoStage {
  /** Between the browser and the app. */
  line: Line;
  identity: Identity;
  /** What only the app's server may know. */
  secrets: readonly string[];
  /** What the app's server has printed since it started. */
  output(): string;
  /** Ends the app's server, and with it all that it held in memory, and starts it again. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Builds examples/next-asgardeo and serves it beside an identity stack that knows it. */
export async function serveAsgardeo(): Promise<AsgardeoStage> {
  const folder = buildNext("next-asgardeo");
  const [line, port] = await Promise.all([listenIn(), freePort()]);
  line.passTo(port);
  const { origin } = line;
  const secrets = [randomBytes(32).toString("base64url"), randomBytes(32).toString("base64url")];
  const [secret = "", cookieSecret = ""] = secrets;
  const identity = await startIdentity({
    allowedOrigins: [origin],
    redirectUris: [`${origin}/callback`],
    clientAuthentication: { secret, method: "client_secret_post" },
  });
  const start = () =>
    startNext(folder, port, {
      NEXT_PUBLIC_ASGARDEO_BASE_URL: identity.baseUrl,
      NEXT_PUBLIC_ASGARDEO_CLIENT_ID: identity.clientId,
      NEXT_PUBLIC_ASGARDEO_AFTER_SIGN_IN_URL: `${origin}/callback`,
      NEXT_PUBLIC_ASGARDEO_AFTER_SIGN_OUT_URL: `${origin}/`,
      ASGARDEO_CLIENT_SECRET: secret,
      ASGARDEO_SECRET: cookieSecret,
    });
  let app = await start();
  return {
    ...{ line, identity, secrets },
    output: () => app.output(),
    async restart() {
      await app.stop();
      app = await start();
    },
    close: async () => void (await Promise.all([app.stop(), line.stop(), identity.close()])),
  };
}
