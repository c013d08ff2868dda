import { randomBytes } from "node:crypto";
import { exportJWK, generateKeyPair } from "jose";
import type { Configuration, Provider } from "oidc-provider";
import { type ClientOptions, createClient } from "./client.ts";
import { endSession } from "./endSession.ts";
import { grantInAdvance } from "./grantInAdvance.ts";
import { errorPage } from "./page.ts";
import type { ScimUser } from "./people.ts";
import { resourceInfo } from "./resourceInfo.ts";
import type { ScimPolicy } from "./scimPolicy.ts";
import { grantTokenExchange } from "./tokenExchange.ts";
import { withoutNotices } from "./withoutNotices.ts";

/** What the servers decide at each token and each change; tests change it in between. */
export interface Policy {
  /** Lifetime of an access token, in seconds. */
  accessTokenSeconds: number;
  /** The scopes of the SCIM API that apps may have; others are left out of a token in silence. */
  scope: string;
  scim: ScimPolicy;
}

export interface OpenIdOptions extends ClientOptions {
  /** The URL that all paths are below. */
  baseUrl: string;
  issuer: string;
  /** The SCIM base URL: the resource that access tokens are for (RFC 8707). */
  resource: string;
  allowedOrigins: readonly string[];
  users: ReadonlyMap<string, ScimUser>;
  policy: Policy;
}

const routes = {
  authorization: "/oauth2/authorize",
  token: "/oauth2/token",
  jwks: "/oauth2/jwks",
  userinfo: "/oauth2/userinfo",
  revocation: "/oauth2/revoke",
  end_session: "/oidc/logout",
};

const DAY = 24 * 60 * 60;

/** The claims that name a person, the same in the ID token and at the userinfo endpoint. */
export function claimsOf({ id, userName, displayName }: ScimUser) {
  return {
    sub: id,
    name: String(displayName ?? userName),
    preferred_username: userName,
  };
}

function features({ resource, policy }: OpenIdOptions): Configuration["features"] {
  return {
    devInteractions: { enabled: false },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => resourceInfo({ resource, policy }),
    },
    rpInitiatedLogout: { enabled: true, logoutSource: endSession },
  };
}

/** An OpenID provider that keeps everything in memory, with keys of its own. */
export async function createOpenId(options: OpenIdOptions): Promise<Provider> {
  const { baseUrl, issuer, resource, users } = options;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: "RS256", use: "sig" };
  const { port, pathname } = new URL(baseUrl);
  const configuration: Configuration = {
    routes,
    clients: [createClient(options)],
    jwks: { keys: [jwk] },
    cookies: {
      keys: [randomBytes(32).toString("hex")],
      // Cookies ignore ports, and two providers may run on one loopback host.
      names: {
        session: `session-${port}`,
        interaction: `interaction-${port}`,
        resume: `resume-${port}`,
      },
    },
    ttl: {
      AccessToken: () => options.policy.accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: 60 * 60,
      Interaction: 60 * 60,
      RefreshToken: DAY,
      Session: DAY,
      Grant: DAY,
    },
    scopes: ["openid", "offline_access"],
    claims: { openid: ["sub"], profile: ["name", "preferred_username"] },
    conformIdTokenClaims: false,
    features: features(options),
    interactions: { url: (_ctx, { uid }) => `${pathname}/interaction/${uid}` },
    clientBasedCORS: (_ctx, origin) => options.allowedOrigins.includes(origin),
    // Like Asgardeo: the grant type decides, and without offline_access it ends with the session.
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed("refresh_token"),
    // Also a confidential client's, which the library would leave as it is.
    rotateRefreshToken: true,
    loadExistingGrant: (ctx) => grantInAdvance(ctx, resource),
    findAccount(_ctx, id) {
      const user = users.get(id);
      return user && { accountId: id, claims: () => claimsOf(user) };
    },
    renderError(ctx, { error_description, error }) {
      ctx.body = errorPage(error_description ?? error);
    },
  };
  return withoutNotices(async () => {
    const openId = await import("oidc-provider");
    const provider = new openId.Provider(issuer, configuration);
    if (options.exchanges) await grantTokenExchange(provider, options, options.exchanges);
    return provider;
  });
}
