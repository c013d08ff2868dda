import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext } from "playwright";
import { type Identity, startIdentity } from "../identity/startIdentity.ts";
import { type Line, listenIn } from "./listenIn.ts";
import { buildNext, freePort, type NextApp, startNext } from "./serveNext.ts";

/** What the app keeps in its encrypted cookie. */
export interface Tokens {
  access_token: string;
  refresh_token: string;
  id_token: string;
  expires_at: number;
}

export interface AuthjsStage {
  identity: Identity;
  /** The app as it is by default, with the token on its server. */
  app: Line;
  /** The same build in the direct mode, with the token in the browser. */
  direct: Line;
  /** What the servers have printed. */
  output(): string;
  readTokens(context: BrowserContext): Promise<Tokens>;
  /** Puts other tokens into a browser's cookie. */
  writeTokens(context: BrowserContext, tokens: Tokens): Promise<void>;
  close(): Promise<void>;
}

/** No other origin but the SCIM server's, and that in the direct mode; inline scripts are Next's. */
const policy = ({ NEXT_PUBLIC_ASGARDEO_ME_ENDPOINT: direct = "" }: Record<string, string>) =>
  `default-src 'self'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ${direct}`;

const COOKIE = "authjs.session-token";

/** Serves examples/next-authjs in both of its modes beside one identity stack. */
export async function serveAuthjs(): Promise<AuthjsStage> {
  const folder = buildNext("next-authjs");
  const secret = randomBytes(32).toString("hex");
  const lines = await Promise.all([listenIn(), listenIn()]);
  const [app, direct] = lines;
  const origins = lines.map(({ origin }) => origin);
  const identity = await startIdentity({
    allowedOrigins: origins,
    redirectUris: origins.map((origin) => `${origin}/api/auth/callback/asgardeo`),
    clientAuthentication: { secret, method: "client_secret_basic" },
  });
  const start = async ({ origin, passTo }: Line, mode: Record<string, string>) => {
    const port = await freePort();
    passTo(port, { "Content-Security-Policy": policy(mode) });
    return startNext(folder, port, {
      AUTH_URL: origin,
      AUTH_SECRET: secret,
      AUTH_ASGARDEO_ISSUER: identity.issuer,
      AUTH_ASGARDEO_ID: identity.clientId,
      AUTH_ASGARDEO_SECRET: secret,
      AUTH_ASGARDEO_ME_ENDPOINT: identity.meEndpoint,
      ...mode,
    });
  };
  const servers: NextApp[] = [
    await start(app, {}),
    await start(direct, { NEXT_PUBLIC_ASGARDEO_ME_ENDPOINT: identity.meEndpoint }),
  ];

  // Auth.js's own code, as the app has it installed, opens and closes the app's cookies.
  const entry = join(folder, "node_modules", "next-auth", "jwt.js");
  const { decode, encode } = (await import(pathToFileURL(entry).href)) as {
    decode(options: object): Promise<Tokens>;
    encode(options: object): Promise<string>;
  };
  const sessionCookies = async (context: BrowserContext) =>
    (await context.cookies()).filter(({ name }) => name.startsWith(COOKIE));
  const key = { secret, salt: COOKIE };

  return {
    ...{ identity, app, direct },
    output: () => servers.map((server) => server.output()).join(""),
    async readTokens(context) {
      const cookies = await sessionCookies(context);
      return decode({ ...key, token: cookies.map(({ value }) => value).join("") });
    },
    async writeTokens(context, tokens) {
      const [cookie] = await sessionCookies(context);
      if (!cookie) throw new Error("Nobody is signed in.");
      await context.addCookies([{ ...cookie, value: await encode({ ...key, token: tokens }) }]);
    },
    async close() {
      const all = [...servers, ...lines, { stop: identity.close }];
      await Promise.all(all.map(({ stop }) => stop()));
    },
  };
}
