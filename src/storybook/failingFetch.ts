/** What makes a network worse. */
export interface FailingFetchOptions {
  /** What each answer takes longer, in ms. */
  latencyMs: number;
  /** How many requests are answered 503 before one is let through. */
  failNext: number;
}

/** A `fetch` over the page's own, slower and with failures first. */
export function failingFetch(options: FailingFetchOptions): typeof fetch {
  let left = options.failNext;
  return async (input, init) => {
    await pause(options.latencyMs, init?.signal);
    if (left <= 0) return fetch(input, init);
    left--;
    const error = {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: "503",
      detail: `Made to fail; ${left} more will.`,
    };
    return Response.json(error, { status: 503 });
  };
}

function pause(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
