import { createRemoteJWKSet, jwtVerify } from "jose";
import type { Provider, TokenEndpointGrantContext } from "oidc-provider";
import type { BearerOptions } from "./bearer.ts";
import type { OpenIdOptions } from "./openid.ts";
import { resourceInfo } from "./resourceInfo.ts";

/** The grant type of RFC 8693 §2.1. */
export const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
const PARAMETERS = ["subject_token", "subject_token_type", "audience", "resource", "scope"];

interface Parameters {
  subject_token?: string;
  subject_token_type?: string;
  audience?: string;
}

/** Gives people whom another provider has signed in a token for this one's API (RFC 8693). */
export async function grantTokenExchange(
  provider: Provider,
  options: OpenIdOptions,
  { issuer, audience, jwksUri }: BearerOptions,
): Promise<void> {
  const { errors } = await import("oidc-provider");
  const { resource, policy, users } = options;
  const keys = createRemoteJWKSet(new URL(jwksUri));

  const personOf = async ({ subject_token = "", subject_token_type }: Parameters) => {
    const rules = { issuer, audience, typ: "at+jwt" };
    const verified = await jwtVerify(subject_token, keys, rules).catch(() => undefined);
    const user = users.get(verified?.payload.sub ?? "");
    if (user && subject_token_type === ACCESS_TOKEN) return user.id;
    // RFC 8693 §2.2.2 has this one code for every subject token that will not do.
    throw new errors.InvalidRequest("The subject token is expired, or not trusted here.");
  };

  const exchange = async (ctx: TokenEndpointGrantContext<Parameters>) => {
    const { client, params } = ctx.oidc;
    const accountId = await personOf(params);
    if (params.audience || (params.resource ?? resource) !== resource) {
      throw new errors.InvalidTarget("There are tokens for one API only.");
    }
    const grant = new provider.Grant({ clientId: client.clientId, accountId });
    grant.addResourceScope(resource, policy.scope);
    const token = new provider.AccessToken({
      ...{ client, accountId, grantId: await grant.save(), gty: "token-exchange" },
      resourceServer: new provider.ResourceServer(resource, resourceInfo(options)),
      scope: policy.scope,
    });
    ctx.body = {
      access_token: await token.save(),
      issued_token_type: ACCESS_TOKEN,
      token_type: token.tokenType,
      expires_in: token.expiration,
      scope: token.scope,
    };
  };
  provider.registerGrantType<Parameters>(TOKEN_EXCHANGE, exchange, PARAMETERS);
}
