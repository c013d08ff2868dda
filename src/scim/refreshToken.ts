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
  for (const [key, { until }] of refreshes) if (until <= Date.now()) refreshes.delete(key);
  const shared = refreshes.get(rejectedToken);
  if (shared) return shared.token;

  const controller = new AbortController();
  const refresh = { token: renew(), until: Number.POSITIVE_INFINITY };
  refreshes.set(rejectedToken, refresh);
  const forget = () => {
    if (refreshes.get(rejectedToken) === refresh) refreshes.delete(rejectedToken);
  };
  const timer = setTimeout(() => {
    controller.abort();
    forget();
  }, GIVE_UP_MS);
  refresh.token
    // Only a real renewal is worth repeating; anything else may be asked again at once.
    .then((token) => {
      if (isToken(token) && token !== rejectedToken) refresh.until = Date.now() + REUSE_MS;
      else forget();
    }, forget)
    .finally(() => clearTimeout(timer));
  return refresh.token;

  async function renew(): Promise<Token> {
    return provider({ reason: "rejected", rejectedToken, signal: controller.signal });
  }
}
