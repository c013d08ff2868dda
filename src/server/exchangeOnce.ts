import type { ExchangedToken } from "./exchangeToken.js";

/** How many tokens are kept. */
const MOST = 1_000;
/** A token so close to its end might not survive the way, in ms. */
const MARGIN_MS = 30_000;

interface Exchange {
  result: Promise<string>;
  /** The result, once it is known. */
  token?: string;
  until: number;
}

/**
 * Exchanges each subject token once until the result expires, also for all who ask meanwhile. The
 * subject token is the only key: on a server, whoever holds it is the person, and nobody else is.
 */
export function exchangeOnce(
  exchange: (subjectToken: string) => Promise<ExchangedToken>,
): (subjectToken: string, rejectedToken?: string) => Promise<string> {
  // The one that was not used for longest comes first.
  const exchanges = new Map<string, Exchange>();

  function begin(subjectToken: string): Exchange {
    const began = Date.now();
    const exchanged = exchange(subjectToken);
    const result = exchanged.then(({ token }) => token);
    const entry: Exchange = { result, until: Number.POSITIVE_INFINITY };
    exchanged.then(
      ({ token, lifetimeMs }) => {
        entry.token = token;
        entry.until = began + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs / 10);
      },
      () => {
        entry.until = 0;
      },
    );
    return entry;
  }

  return (subjectToken, rejectedToken) => {
    for (const [key, { until }] of exchanges) if (until <= Date.now()) exchanges.delete(key);
    const known = exchanges.get(subjectToken);
    const isRefused = rejectedToken !== undefined && known?.token === rejectedToken;
    const entry = known && !isRefused ? known : begin(subjectToken);
    exchanges.delete(subjectToken);
    exchanges.set(subjectToken, entry);
    const [oldest = subjectToken] = exchanges.keys();
    if (exchanges.size > MOST) exchanges.delete(oldest);
    return entry.result;
  };
}
