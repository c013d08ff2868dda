import type { OpenIdOptions } from "./openid.ts";

/** What an access token for the SCIM API is like, at the moment (RFC 9068). */
export function resourceInfo({ resource, policy }: Pick<OpenIdOptions, "resource" | "policy">) {
  return {
    scope: policy.scope,
    audience: resource,
    accessTokenFormat: "jwt" as const,
    accessTokenTTL: policy.accessTokenSeconds,
  };
}
