import type { KoaContextWithOIDC } from "oidc-provider";

/** The app is the organization's own, so nobody is asked whether it may read their profile. */
export async function grantInAdvance(ctx: KoaContextWithOIDC, resource: string) {
  const { client, session, account, provider, result } = ctx.oidc;
  if (!client || !account) return undefined;
  const known = result?.consent?.grantId ?? session?.grantIdFor(client.clientId);
  const grant =
    (known && (await provider.Grant.find(known))) ||
    new provider.Grant({
      clientId: client.clientId,
      accountId: account.accountId,
    });
  grant.addOIDCScope("openid profile offline_access");
  grant.addResourceScope(resource, "internal_login");
  await grant.save();
  return grant;
}
