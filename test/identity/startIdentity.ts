import express from "express";
import type { BearerOptions } from "./bearer.ts";
import type { ClientAuthentication } from "./client.ts";
import { listen } from "./listen.ts";
import { createOpenId, type Policy } from "./openid.ts";
import { confirmEmail } from "./pendingEmails.ts";
import { type Person, type ScimUser, seedPeople } from "./people.ts";
import { type LoggedRequest, logRequests } from "./requestLog.ts";
import { createScim } from "./scim.ts";
import { found } from "./scimModel.ts";
import { createTenant } from "./tenant.ts";

export interface IdentityOptions {
  /** @default 0, any free port */
  port?: number;
  /** @default 0, any free port */
  scimPort?: number;
  tenant?: string;
  clientId?: string;
  /** Makes the app a confidential client (RFC 6749 §2.1). @default a public one, with PKCE */
  clientAuthentication?: ClientAuthentication;
  /** Lifetime of an access token, in seconds. @default 300 */
  accessTokenSeconds?: number;
  /** Origins of the apps that call from a browser. */
  allowedOrigins: readonly string[];
  redirectUris: readonly string[];
  /** @default each allowed origin's root */
  postLogoutRedirectUris?: readonly string[];
  /** Another stack's `bearer`: its access tokens may be exchanged here (RFC 8693). */
  exchanges?: BearerOptions;
}

export interface Identity {
  /** Of the provider and of everything else: the SCIM server is below it too. */
  baseUrl: string;
  issuer: string;
  /** On an origin of its own. */
  meEndpoint: string;
  /** What makes an access token one of this stack's. */
  bearer: BearerOptions;
  clientId: string;
  people: readonly Person[];
  /** Read at each token and each change: change it, and the next one is different. */
  policy: Policy;
  requests: readonly LoggedRequest[];
  stopScim(): Promise<void>;
  startScim(): Promise<void>;
  /** Confirms the address of a person that the policy `verifiesEmails` keeps back. */
  confirmEmail(login: string): void;
  /** What the SCIM server holds of a person at the moment. */
  recordOf(login: string): ScimUser;
  /** Makes everybody's record what it was at the start. */
  restorePeople(): void;
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
  const baseUrl = `http://localhost:${openIdListener.port}/t/${tenant}`;
  const issuer = `${baseUrl}/oauth2/token`;
  const resource = `http://localhost:${scimListener.port}/t/${tenant}/scim2`;
  const bearer = { issuer, audience: resource, jwksUri: `${baseUrl}/oauth2/jwks` };

  const people = seedPeople();
  const users = new Map(people.map(({ user }) => [user.id, user]));
  const idOf = (login: string) => people.find((one) => one.login === login)?.user.id ?? "";
  const policy: Policy = {
    accessTokenSeconds: options.accessTokenSeconds ?? 300,
    ...{ scope: "internal_login", scim: {} },
  };
  const roots = allowedOrigins.map((origin) => `${origin}/`);
  const { redirectUris, postLogoutRedirectUris = roots } = options;
  const requests: LoggedRequest[] = [];

  const provider = await createOpenId({
    ...{ baseUrl, issuer, resource, clientId, redirectUris, postLogoutRedirectUris },
    ...{ allowedOrigins, users, policy },
    ...(options.clientAuthentication && { clientAuthentication: options.clientAuthentication }),
    ...(options.exchanges && { exchanges: options.exchanges }),
  });
  provider.use(async (ctx, next) => {
    await next();
    const { locals } = ctx.res as unknown as {
      locals: { grantType?: unknown };
    };
    locals.grantType = ctx.oidc?.params?.grant_type;
  });

  const scimRouter = createScim({ ...bearer, users, baseUrl: resource, allowedOrigins, policy });
  const tenantRouter = createTenant({
    ...{ provider, people, users, bearer, allowedOrigins },
    ...{ scim: scimRouter, scimIsUp: scimListener.isUp },
  });
  // Express would make up an ETag for each body, and only the SCIM server knows a person's version.
  const serve = () => express().disable("x-powered-by").disable("etag");
  const openId = serve().use(logRequests("openid", requests));
  openIdListener.serve(openId.use(`/t/${tenant}`, tenantRouter));

  const scim = serve().use(logRequests("scim", requests));
  scimListener.serve(scim.use(`/t/${tenant}/scim2`, scimRouter));

  return {
    ...{
      baseUrl,
      issuer,
      bearer,
      meEndpoint: `${resource}/Me`,
      clientId,
      people,
      policy,
      requests,
    },
    stopScim: scimListener.stop,
    startScim: scimListener.start,
    confirmEmail: (login) => confirmEmail(users, idOf(login)),
    recordOf: (login) => structuredClone(found(users, idOf(login))),
    restorePeople: () => people.forEach(({ user }) => void users.set(user.id, user)),
    close: async () => void (await Promise.all([openIdListener.stop(), scimListener.stop()])),
  };
}
