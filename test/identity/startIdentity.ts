import express from "express";
import { requireBearer } from "./bearer.ts";
import { cors } from "./cors.ts";
import { createInteractions } from "./interactions.ts";
import { listen } from "./listen.ts";
import { claimsOf, createOpenId, type Policy } from "./openid.ts";
import { type Person, seedPeople } from "./people.ts";
import { type LoggedRequest, logRequests } from "./requestLog.ts";
import { createScim } from "./scim.ts";

export interface IdentityOptions {
  /** @default 0, any free port */
  port?: number;
  /** @default 0, any free port */
  scimPort?: number;
  tenant?: string;
  clientId?: string;
  /** Lifetime of an access token, in seconds. @default 300 */
  accessTokenSeconds?: number;
  /** Origins of the apps that call from a browser. */
  allowedOrigins: readonly string[];
  redirectUris: readonly string[];
  /** @default each allowed origin's root */
  postLogoutRedirectUris?: readonly string[];
}

export interface Identity {
  issuer: string;
  meEndpoint: string;
  clientId: string;
  people: readonly Person[];
  /** Read at each token: change it, and the next token is different. */
  policy: Policy;
  requests: readonly LoggedRequest[];
  stopScim(): Promise<void>;
  startScim(): Promise<void>;
  close(): Promise<void>;
}

/** Starts an OpenID provider and a SCIM server on loopback; they share people and no state on disk. */
export async function startIdentity(options: IdentityOptions): Promise<Identity> {
  const { tenant = "demo", clientId = "demo-app", allowedOrigins } = options;
  const openIdListener = await listen(options.port ?? 0);
  const scimListener = await listen(options.scimPort ?? 0).catch(async (error) => {
    await openIdListener.stop();
    throw error;
  });
  const issuer = `http://localhost:${openIdListener.port}/t/${tenant}`;
  const baseUrl = `http://localhost:${scimListener.port}/t/${tenant}/scim2`;
  const bearer = {
    issuer,
    audience: baseUrl,
    jwksUri: `${issuer}/oauth2/jwks`,
  };

  const people = seedPeople();
  const users = new Map(people.map(({ user }) => [user.id, user]));
  const policy = {
    accessTokenSeconds: options.accessTokenSeconds ?? 300,
    scope: "internal_login",
  };
  const roots = allowedOrigins.map((origin) => `${origin}/`);
  const { redirectUris, postLogoutRedirectUris = roots } = options;
  const requests: LoggedRequest[] = [];

  const provider = await createOpenId({
    ...{
      issuer,
      resource: baseUrl,
      clientId,
      redirectUris,
      postLogoutRedirectUris,
    },
    ...{ allowedOrigins, users, policy },
  });
  provider.use(async (ctx, next) => {
    await next();
    const { locals } = ctx.res as unknown as {
      locals: { grantType?: unknown };
    };
    locals.grantType = ctx.oidc?.params?.grant_type;
  });

  const openId = express().disable("x-powered-by").use(logRequests("openid", requests));
  openId.use(`/t/${tenant}/interaction`, createInteractions(provider, people));
  // The library's own userinfo refuses JWT access tokens; Asgardeo's takes the one it issued.
  const profile = requireBearer(bearer, (response, status, detail) => {
    response.status(status).send({ error: "invalid_token", error_description: detail });
  });
  openId.use(`/t/${tenant}/oauth2/userinfo`, cors(allowedOrigins, ["GET"]), profile);
  openId.get(`/t/${tenant}/oauth2/userinfo`, (_request, response) => {
    const user = users.get(response.locals.bearer.sub);
    response.status(user ? 200 : 404).send(user && claimsOf(user));
  });
  openId.use(`/t/${tenant}`, provider.callback());
  openIdListener.serve(openId);

  const scim = express().disable("x-powered-by").use(logRequests("scim", requests));
  scim.use(`/t/${tenant}/scim2`, createScim({ ...bearer, users, baseUrl, allowedOrigins }));
  scimListener.serve(scim);

  return {
    ...{
      issuer,
      meEndpoint: `${baseUrl}/Me`,
      clientId,
      people,
      policy,
      requests,
    },
    stopScim: scimListener.stop,
    startScim: scimListener.start,
    close: async () => void (await Promise.all([openIdListener.stop(), scimListener.stop()])),
  };
}
