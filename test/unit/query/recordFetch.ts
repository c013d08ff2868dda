import { onTestFinished } from "vitest";
import { exampleMe } from "../../../src/mocks/index.js";

/** A request that a test's `fetch` saw. */
export interface SeenRequest {
  url: string;
  /** The bearer token; null where there was none. */
  token: string | null;
  signal: AbortSignal;
}

/** The answer to the request with this number, the first being 1. */
export type Answer = (request: SeenRequest, number: number) => Response | Promise<Response>;

/** A `fetch` that keeps what it was asked; it answers with the example person by default. */
export function recordFetch(answer: Answer = () => person()) {
  const requests: SeenRequest[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const authorization = new Headers(init?.headers).get("Authorization");
    const token = authorization?.replace("Bearer ", "") ?? null;
    const request = { url: String(url), token, signal: init?.signal as AbortSignal };
    requests.push(request);
    return answer(request, requests.length);
  };
  return { fetch, requests };
}

/** 200 with the example person, some attributes replaced. */
export function person(overrides: Record<string, unknown> = {}): Response {
  return Response.json({ ...exampleMe, ...overrides });
}

/** An error answer without a body. */
export function failure(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

/** An answer that does not come before the test is over; what waits for it is to end with the test. */
export function never(): Promise<Response> {
  const { promise, resolve } = deferred<Response>();
  onTestFinished(() => resolve(failure(404)));
  return promise;
}

/** What `fetch` does when there is no network. */
export function offline(): Promise<Response> {
  return Promise.reject(new TypeError("Failed to fetch"));
}

/** A promise and its ends. */
export function deferred<T = void>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
