import { isToken, type Token, type TokenProvider } from "./TokenProvider.js";

/** How long a renewed token answers later refusals of the same old one, in ms. */
const REUSE_MS = 30_000;
/** When a provider that never answers is given up, so that it can be asked again, in ms. */
const GIVE_UP_MS = 60_000;

// By refused token and by nothing else: on a server one provider function serves every user, and
// keyed by provider or endpoint one user's new token would go to another.
const refreshes = new Map<string, { token: Promise<Token>; until: number }>();

/**
 * Asks the provider to renew a refused token, once for all callers that were refused with it:
 * a rotated refresh token dies when it is replayed. One caller's abort does not end it for others.
 */
export function refreshToken(rejectedToken: string, provider: TokenProvider): Promise<Token> {
  const now = Date.now();
  for (const [key, { until }] of refreshes) if (until <= now) refreshes.delete(key);
  const shared = refreshes.get(rejectedToken);
  if (shared) return shared.token;

  const signal = AbortSignal.timeout(GIVE_UP_MS);
  const renew = async () => provider({ reason: "rejected", rejectedToken, signal });
  const refresh = { token: renew(), until: now + GIVE_UP_MS };
  refreshes.set(rejectedToken, refresh);
  // Only a real renewal is worth repeating; anything else may be asked again at once.
  const settle = (token?: Token) => {
    refresh.until = isToken(token) && token !== rejectedToken ? Date.now() + REUSE_MS : 0;
  };
  refresh.token.then(settle, () => settle());
  return refresh.token;
}
