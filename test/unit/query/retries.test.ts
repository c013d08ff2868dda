// @vitest-environment jsdom
import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type ScimMeError, scimMeQueryOptions } from "../../../src/index.js";
import { createTestQueryClient } from "../../../src/testing/index.js";
import { type Answer, failure, never, offline, person, recordFetch } from "./recordFetch.js";

const endpoint = "https://scim.example.com/scim2/Me";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** How many requests there were after each of these times in ms, and how it ended. */
async function read(
  answer: Answer,
  times: number[] = [60_000],
  { client = new QueryClient(), ...options }: { client?: QueryClient; retry?: false } = {},
  tokenProvider: () => string | undefined = () => "any-token",
) {
  const { fetch, requests } = recordFetch(answer);
  let end: unknown = "unsettled";
  const query = { ...scimMeQueryOptions({ endpoint, tokenProvider, fetch }), ...options };
  client.fetchQuery(query).then(
    () => {
      end = "ready";
    },
    (error: ScimMeError) => {
      end = error.reason;
    },
  );
  const counts: number[] = [];
  for (const time of times) {
    await vi.advanceTimersByTimeAsync(time);
    counts.push(requests.length);
  }
  client.clear();
  return { counts, end };
}

test.each([
  [401, "unauthorized"],
  [403, "forbidden"],
  [404, "unsupported"],
  [501, "unsupported"],
  [302, "configuration"],
] as const)("a %i is not retried: %s", async (status, reason) => {
  const answer = () => failure(status);
  expect(await read(answer)).toEqual({ counts: [1], end: reason });
});

test("a body that is not a User is not retried", async () => {
  expect(await read(() => new Response("<html>"))).toEqual({ counts: [1], end: "malformed" });
});

test("no token and a provider that throws are not asked again", async () => {
  const none = vi.fn(() => undefined);
  expect(await read(() => person(), [60_000], {}, none)).toEqual({
    counts: [0],
    end: "missing-token",
  });
  expect(none).toHaveBeenCalledTimes(1);
  const throws = vi.fn((): string => {
    throw new Error("no session");
  });
  expect(await read(() => person(), [60_000], {}, throws)).toEqual({
    counts: [0],
    end: "token-provider-failed",
  });
  expect(throws).toHaveBeenCalledTimes(1);
});

test.each([
  ["rate-limited", () => failure(429)],
  ["unavailable", () => failure(503)],
  ["network", offline],
] as const)("%s is retried three times, after 1, 2 and 4 s", async (reason, answer) => {
  const times = [0, 999, 1, 1999, 1, 3999, 1, 60_000];
  const counts = [1, 1, 2, 2, 3, 3, 4, 4];
  expect(await read(answer, times)).toEqual({ counts, end: reason });
});

test("a timeout is retried three times", async () => {
  expect(await read(never, [60_000])).toEqual({ counts: [4], end: "timeout" });
});

test("a retry that succeeds ends the retries", async () => {
  const answer: Answer = (_, number) => (number < 3 ? failure(503) : person());
  expect(await read(answer)).toEqual({ counts: [3], end: "ready" });
});

test("Retry-After is honoured up to 10 s", async () => {
  const answer: Answer = (_, number) =>
    number === 1 ? failure(429, { "Retry-After": "10" }) : person();
  expect(await read(answer, [9_999, 1])).toEqual({ counts: [1, 2], end: "ready" });
});

test("a Retry-After that is over, as a clock that runs ahead sees it, is no reason to hurry", async () => {
  for (const past of [new Date(0).toUTCString(), "0"]) {
    const answer = () => failure(429, { "Retry-After": past });
    expect(await read(answer, [0, 999, 1])).toEqual({ counts: [1, 1, 2], end: "unsettled" });
  }
});

test("a longer Retry-After ends the retries", async () => {
  const answer = () => failure(503, { "Retry-After": "11" });
  expect(await read(answer)).toEqual({ counts: [1], end: "unavailable" });
});

test("a host's retry: false wins, as an option and as a default of its client", async () => {
  const answer = () => failure(503);
  const once = { counts: [1], end: "unavailable" };
  expect(await read(answer, [60_000], { retry: false })).toEqual(once);
  for (const retry of [false, 0]) {
    const client = new QueryClient({ defaultOptions: { queries: { retry } } });
    expect(await read(answer, [60_000], { client })).toEqual(once);
  }
});

test("createTestQueryClient turns retries off", async () => {
  const client = createTestQueryClient();
  expect(await read(() => failure(503), [60_000], { client })).toEqual({
    counts: [1],
    end: "unavailable",
  });
});

test("without a window, in a loader or on a server, nothing is retried", async () => {
  vi.stubGlobal("window", undefined);
  expect(await read(() => failure(503))).toEqual({ counts: [1], end: "unavailable" });
});
