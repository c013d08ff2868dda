import type { JWT } from "next-auth/jwt";
import { providerMetadata } from "./provider.ts";

/** How long a renewal also answers requests that still bring the old cookie, in ms. */
const REUSE_MS = 30_000;

// proxy.ts and the routes are bundled apart; this is the one thing that they share.
const shared = globalThis as { renewals?: Map<unknown, Promise<JWT | null>> };
shared.renewals ??= new Map();
const { renewals } = shared;

/**
 * The session with new tokens, or null where it is over. Requests at the same time share one
 * renewal: the provider ends the whole grant when a refresh token comes twice.
 */
export async function renew(session: JWT): Promise<JWT | null> {
  const { access_token } = session;
  let renewal = renewals.get(access_token);
  if (!renewal) {
    renewal = requestTokens(session);
    renewals.set(access_token, renewal);
    const forget = () => void renewals.delete(access_token);
    renewal.then(() => setTimeout(forget, REUSE_MS).unref(), forget);
  }
  const renewed = await renewal;
  // One that an earlier request made may have ended since.
  const hasEnded = Date.now() > Number(renewed?.expires_at) * 1000;
  const isNew = renewed?.access_token !== access_token;
  return renewed && hasEnded && isNew ? renew(renewed) : renewed;
}

async function requestTokens(session: JWT): Promise<JWT | null> {
  const { AUTH_ASGARDEO_ID, AUTH_ASGARDEO_SECRET } = process.env;
  const { token_endpoint } = await providerMetadata();
  const response = await fetch(token_endpoint, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${AUTH_ASGARDEO_ID}:${AUTH_ASGARDEO_SECRET}`)}` },
    body: new URLSearchParams({
      grant_type: "refresh_token",
      refresh_token: `${session.refresh_token}`,
    }),
  });
  const answer = await response.json();
  if (answer.error === "invalid_grant") return null;
  if (!response.ok) throw new Error(`The token endpoint answered ${response.status}.`);
  const { access_token, refresh_token, id_token, expires_in } = answer;
  return {
    ...session,
    access_token,
    refresh_token: refresh_token ?? session.refresh_token,
    id_token: id_token ?? session.id_token,
    expires_at: Math.floor(Date.now() / 1000) + expires_in,
  };
}
