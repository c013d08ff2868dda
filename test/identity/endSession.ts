import type { KoaContextWithOIDC } from "oidc-provider";
import { logoutPage } from "./page.ts";

/**
 * Ends the provider's session where the app proves whose it is, and asks the person otherwise.
 *
 * Asgardeo ends a proven one with its first answer, and so do most. oidc-provider would put a page
 * in between, in which other tabs of the app can still sign in.
 */
export async function endSession(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  const { entities, session, params } = ctx.oidc;
  const hint = entities.IdTokenHint as { payload?: { sub?: string } } | undefined;
  if (session === undefined || hint?.payload?.sub !== session.accountId) {
    ctx.body = logoutPage(form);
    return;
  }
  await session.destroy();
  const { post_logout_redirect_uri: next, state } = params as Record<string, string | undefined>;
  if (next === undefined) {
    ctx.body = logoutPage();
    return;
  }
  const url = new URL(next);
  if (state !== undefined) url.searchParams.set("state", state);
  ctx.redirect(url.href);
}
