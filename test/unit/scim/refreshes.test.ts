import { afterEach, expect, test, vi } from "vitest";
import { fetchScimMe } from "../../../src/scim/fetchScimMe.js";
import type { Token, TokenProvider, TokenRequest } from "../../../src/scim/TokenProvider.js";
import { errorOf } from "./outcome.js";
import { serveMe, whoIs } from "./serveMe.js";

afterEach(() => void vi.useRealTimers());

// Refreshes are remembered by refused token: every test has tokens of its own.
let tests = 0;

/** A provider whose renewals are counted, and end when the test says so. */
function renewable(renew: (request: TokenRequest) => Token | Promise<Token>) {
  const old = `old-${++tests}`;
  const onRejected = vi.fn(renew);
  const tokenProvider: TokenProvider = (request) =>
    request.reason === "initial" ? old : onRejected(request);
  return { old, fresh: `fresh-${tests}`, onRejected, tokenProvider };
}

function gate<T>() {
  let open: (value: T) => void = () => {};
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** Answers as {@link whoIs}, and at once: no limit of time can come before it. */
function atOnce(refused: string) {
  const fetch: typeof globalThis.fetch = async (_, init) => {
    const token = new Headers(init?.headers).get("Authorization")?.replace("Bearer ", "");
    return token === refused
      ? new Response(null, { status: 401 })
      : Response.json({ userName: `owner-of-${token}` });
  };
  return { endpoint: "https://scim.example.com/scim2/Me", fetch };
}

test("a hundred callers with one rejected token share one refresh", async () => {
  const { old, fresh, onRejected, tokenProvider } = renewable(async () => fresh);
  const { endpoint, seen } = await serveMe(whoIs(old));
  const all = Array.from({ length: 100 }, () => fetchScimMe({ endpoint, tokenProvider }));
  const names = new Set((await Promise.all(all)).map(({ userName }) => userName));
  expect([...names]).toEqual([`owner-of-${fresh}`]);
  expect(onRejected).toHaveBeenCalledTimes(1);
  expect(seen).toHaveLength(200);
});

test("a later 401 for the same token reuses the renewed one for 30 s, and then no more", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { old, fresh, onRejected, tokenProvider } = renewable(() => fresh);
  const { endpoint } = await serveMe(whoIs(old));
  const read = async () => (await fetchScimMe({ endpoint, tokenProvider })).userName;
  expect(await read()).toBe(`owner-of-${fresh}`);
  for (const seconds of [1, 10, 18]) {
    vi.setSystemTime(Date.now() + seconds * 1000);
    expect(await read()).toBe(`owner-of-${fresh}`);
  }
  expect(onRejected).toHaveBeenCalledTimes(1);
  vi.setSystemTime(Date.now() + 2000);
  expect(await read()).toBe(`owner-of-${fresh}`);
  expect(onRejected).toHaveBeenCalledTimes(2);
});

test("a provider that gave the refused token again is asked again by the next caller", async () => {
  const { old, fresh, onRejected, tokenProvider } = renewable(() =>
    onRejected.mock.calls.length > 1 ? fresh : old,
  );
  const { endpoint } = await serveMe(whoIs(old));
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider }));
  expect(error.reason).toBe("unauthorized");
  expect((await fetchScimMe({ endpoint, tokenProvider })).userName).toBe(`owner-of-${fresh}`);
});

test("a renewal that never ends is given up after a minute, and the next caller asks anew", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const timeout = vi.spyOn(AbortSignal, "timeout");
  const { old, fresh, onRejected, tokenProvider } = renewable(() =>
    onRejected.mock.calls.length > 1 ? fresh : new Promise(() => {}),
  );
  const server = atOnce(old);
  const impatient = () => errorOf(fetchScimMe({ ...server, tokenProvider, timeoutMs: 50 }));
  const began = Date.now();
  expect((await impatient()).reason).toBe("timeout");
  expect(timeout.mock.calls).toEqual([[60_000]]);
  expect(onRejected.mock.calls[0]?.[0].signal).toBe(timeout.mock.results[0]?.value);
  timeout.mockRestore();
  vi.setSystemTime(began + 59_000);
  expect((await impatient()).reason).toBe("timeout");
  expect(onRejected).toHaveBeenCalledTimes(1);
  vi.setSystemTime(began + 60_000);
  expect((await fetchScimMe({ ...server, tokenProvider })).userName).toBe(`owner-of-${fresh}`);
});

test("two people behind one provider function each get their own new token", async () => {
  const { endpoint } = await serveMe(whoIs("carol-old", "dave-old"));
  const both = gate<void>();
  let waiting = 0;
  let turn = 0;
  // As on a server, where one function serves all users and knows them by the request at hand.
  const tokenProvider: TokenProvider = async ({ reason, rejectedToken }) => {
    if (reason === "initial") return turn++ === 0 ? "carol-old" : "dave-old";
    if (++waiting === 2) both.open();
    await both.opened;
    return rejectedToken?.replace("old", "new");
  };
  const options = { endpoint, tokenProvider };
  const [carol, dave] = await Promise.all([fetchScimMe(options), fetchScimMe(options)]);
  expect([carol?.userName, dave?.userName]).toEqual(["owner-of-carol-new", "owner-of-dave-new"]);
});

test("the rejected token alone is the key, not the provider or the endpoint", async () => {
  const { old, fresh, onRejected, tokenProvider } = renewable(() => fresh);
  const one = await serveMe(whoIs(old));
  const other = await serveMe(whoIs(old));
  const inline: TokenProvider = (request) => tokenProvider(request);
  await Promise.all([
    fetchScimMe({ endpoint: one.endpoint, tokenProvider }),
    fetchScimMe({ endpoint: other.endpoint, tokenProvider: inline }),
  ]);
  expect(onRejected).toHaveBeenCalledTimes(1);
  expect([...one.seen, ...other.seen].filter(({ token }) => token === fresh)).toHaveLength(2);
});

test.each(["abort", "timeout"] as const)(
  "a refresh outlives the %s of the caller that began it",
  async (end) => {
    const { open, opened } = gate<Token>();
    const began = gate<AbortSignal>();
    const { old, fresh, onRejected, tokenProvider } = renewable(({ signal }) => {
      began.open(signal);
      return opened;
    });
    const server = atOnce(old);
    const controller = new AbortController();
    const options = end === "abort" ? { signal: controller.signal } : { timeoutMs: 50 };
    const first = fetchScimMe({ ...server, tokenProvider, ...options }).catch((error) => error);
    const refreshSignal = await began.opened;
    const second = fetchScimMe({ ...server, tokenProvider });
    controller.abort(new Error("gone"));
    expect(await first).toMatchObject(
      end === "abort" ? { message: "gone" } : { reason: "timeout" },
    );
    expect(refreshSignal.aborted).toBe(false);
    open(fresh);
    expect((await second).userName).toBe(`owner-of-${fresh}`);
    const third = await fetchScimMe({ ...server, tokenProvider });
    expect(third.userName).toBe(`owner-of-${fresh}`);
    expect(onRejected).toHaveBeenCalledTimes(1);
  },
);

test("a refresh that failed fails all who share it, and may be tried again", async () => {
  const outcomes: (() => Token)[] = [];
  const { old, fresh, onRejected, tokenProvider } = renewable(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return outcomes.shift()?.();
  });
  const server = atOnce(old);
  outcomes.push(
    () => {
      throw new Error("identity provider is down");
    },
    () => fresh,
  );
  const errors = await Promise.all(
    [1, 2].map(() => errorOf(fetchScimMe({ ...server, tokenProvider }))),
  );
  for (const error of errors) {
    expect(error.reason).toBe("token-provider-failed");
    expect(error.cause).toEqual(new Error("identity provider is down"));
  }
  expect((await fetchScimMe({ ...server, tokenProvider })).userName).toBe(`owner-of-${fresh}`);
  expect(onRejected).toHaveBeenCalledTimes(2);
});
