import type { ClientMetadata } from "oidc-provider";
import type { BearerOptions } from "./bearer.ts";
import { TOKEN_EXCHANGE } from "./tokenExchange.ts";

/** The secret of a confidential client, and how it is sent (OpenID Connect Core §9). */
export interface ClientAuthentication {
  secret: string;
  method: "client_secret_basic" | "client_secret_post";
}

export interface ClientOptions {
  clientId: string;
  /** @default none: a public client, which has to use PKCE */
  clientAuthentication?: ClientAuthentication;
  redirectUris: readonly string[];
  postLogoutRedirectUris: readonly string[];
  /** Another provider, whose access tokens the app may exchange here (RFC 8693). */
  exchanges?: BearerOptions;
}

/** The app, as the provider has it registered. */
export function createClient(options: ClientOptions): ClientMetadata {
  const { clientAuthentication, redirectUris, postLogoutRedirectUris } = options;
  const exchange = options.exchanges ? [TOKEN_EXCHANGE] : [];
  return {
    client_id: options.clientId,
    ...(clientAuthentication && { client_secret: clientAuthentication.secret }),
    token_endpoint_auth_method: clientAuthentication?.method ?? "none",
    grant_types: ["authorization_code", "refresh_token", ...exchange],
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...postLogoutRedirectUris],
  };
}
