import { act, screen, waitFor } from "@testing-library/react";
import { type JSX, startTransition, useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { scimMeQueryKey, sessionCookie, type TokenRequest } from "../../../src/index.js";
import { buildMe, createTestQueryClient } from "../../../src/testing/index.js";
import { Reader } from "./Reader.js";
import { deferred, failure, never, person, recordFetch } from "./recordFetch.js";
import { endpoint, pass, renderApp } from "./renderApp.js";

afterEach(() => {
  vi.useRealTimers();
});

/** Fake time, and a way to let it pass. */
function fakeTime() {
  vi.useFakeTimers();
  return (ms: number) => pass(ms, (time) => vi.advanceTimersByTimeAsync(time));
}

function state(): string | null {
  return screen.getByTestId("me").textContent;
}

test("while pending nothing is asked, nothing is sent, and the state is loading", async () => {
  const { fetch, requests } = recordFetch();
  const tokenProvider = vi.fn(() => undefined);
  renderApp({ tokenProvider, fetch, pending: true, children: <Reader /> });
  await pass();
  expect(state()).toBe("loading ");
  expect(tokenProvider).not.toHaveBeenCalled();
  expect(requests).toHaveLength(0);
});

test("pending on the hook alone holds it, whatever the provider says", async () => {
  const { fetch, requests } = recordFetch();
  const children = <Reader options={{ pending: true }} />;
  renderApp({ tokenProvider: () => "token", fetch, pending: false, children });
  await pass();
  expect(state()).toBe("loading ");
  expect(requests).toHaveLength(0);
});

test("pending is loading over cached data too, and sends nothing", async () => {
  const { fetch, requests } = recordFetch();
  const client = createTestQueryClient();
  client.setQueryData(scimMeQueryKey({ endpoint, subject: null }), buildMe(), { updatedAt: 1 });
  const props = { tokenProvider: () => "token", fetch, pending: true, children: <Reader /> };
  renderApp(props, { client });
  await pass();
  expect(state()).toMatch(/^loading/);
  expect(requests).toHaveLength(0);
});

test("when pending ends the provider is asked once", async () => {
  const { fetch, requests } = recordFetch();
  const app = renderApp({
    tokenProvider: () => undefined,
    fetch,
    pending: true,
    children: <Reader />,
  });
  const tokenProvider = vi.fn(() => "token-of-barbara");
  app.update({ tokenProvider, pending: false });
  await screen.findByText("ready Barbara Jensen");
  await pass();
  expect(tokenProvider).toHaveBeenCalledTimes(1);
  expect(requests).toHaveLength(1);
});

test("pending after a failure reads loading, asks nothing, and asks again when it ends", async () => {
  const { fetch } = recordFetch();
  const app = renderApp({ tokenProvider: () => null, fetch, children: <Reader /> });
  await screen.findByText("missing-token");
  const asked = vi.fn(() => "token");
  app.update({ pending: true, tokenProvider: asked });
  await pass();
  expect(state()).toBe("loading ");
  expect(asked).not.toHaveBeenCalled();
  app.update({ pending: false, tokenProvider: asked });
  await screen.findByText("ready Barbara Jensen");
});

test("a running query asks the newest committed provider on 401, not the arrow it started with", async () => {
  const first = deferred<Response>();
  const { fetch, requests } = recordFetch((_, number) => (number === 1 ? first.promise : person()));
  const old = vi.fn((_: TokenRequest) => "old-token");
  const newer = vi.fn((_: TokenRequest) => "new-token");
  const app = renderApp({ tokenProvider: old, fetch, children: <Reader /> });
  await waitFor(() => expect(requests).toHaveLength(1));
  app.update({ tokenProvider: newer });
  await act(async () => first.resolve(failure(401)));
  await screen.findByText("ready Barbara Jensen");
  expect(old).toHaveBeenCalledTimes(1);
  expect(newer.mock.calls).toMatchObject([[{ reason: "rejected", rejectedToken: "old-token" }]]);
  expect(requests.map(({ token }) => token)).toEqual(["old-token", "new-token"]);
});

test("a refetch asks the newest committed provider", async () => {
  const { fetch, requests } = recordFetch();
  const app = renderApp({ tokenProvider: () => "first-token", fetch, children: <Reader /> });
  await screen.findByText("ready Barbara Jensen");
  app.update({ tokenProvider: () => "second-token" });
  await act(() => app.client.refetchQueries());
  expect(requests.map(({ token }) => token)).toEqual(["first-token", "second-token"]);
});

test("a provider rendered but never committed is not asked", async () => {
  const { fetch, requests } = recordFetch();
  const seen = vi.fn();
  const suspended = new Promise(() => {});
  function Suspends(): never {
    throw suspended;
  }
  const { client, update } = renderApp({
    fetch,
    children: <Reader tokenProvider={() => "committed-token"} onRender={seen} />,
  });
  await screen.findByText("ready Barbara Jensen");
  await act(async () => {
    startTransition(() =>
      update({
        children: [
          <Reader key="a" tokenProvider={() => "uncommitted-token"} />,
          <Suspends key="b" />,
        ],
      }),
    );
  });
  await act(() => client.refetchQueries());
  expect(requests.every(({ token }) => token === "committed-token")).toBe(true);
});

test("never more than two requests per attempt", async () => {
  const { fetch, requests } = recordFetch(() => failure(401));
  let number = 0;
  renderApp({ tokenProvider: () => `token-${++number}`, fetch, children: <Reader /> });
  await screen.findByText("unauthorized");
  await pass();
  expect(requests).toHaveLength(2);
});

test("a token that comes late is picked up by a commit with a new provider", async () => {
  const { fetch, requests } = recordFetch();
  const app = renderApp({ tokenProvider: () => undefined, fetch, children: <Reader /> });
  await screen.findByText("missing-token");
  const late = vi.fn((_: TokenRequest) => "late-token");
  app.update({ tokenProvider: late });
  await screen.findByText("ready Barbara Jensen");
  expect(late).toHaveBeenCalledTimes(1);
  expect(late.mock.calls).toMatchObject([[{ reason: "initial" }]]);
  expect(requests.map(({ token }) => token)).toEqual(["late-token"]);
});

test("asking for a late token shows no loading while there is none", async () => {
  const { fetch } = recordFetch();
  const states = new Set<string | null>();
  const children = () => <Reader onRender={(me) => states.add(me.status)} />;
  const app = renderApp({ tokenProvider: () => undefined, fetch, children: children() });
  await screen.findByText("missing-token");
  states.clear();
  app.update({ tokenProvider: () => undefined, children: children() });
  await pass();
  expect([...states]).toEqual(["error"]);
});

test("the same provider is not asked again by itself", async () => {
  const advance = fakeTime();
  const { fetch } = recordFetch();
  const tokenProvider = vi.fn(() => undefined);
  const app = renderApp({ tokenProvider, fetch, children: <Reader /> });
  await advance(100);
  for (let render = 0; render < 5; render++) app.update({});
  await advance(60_000);
  expect(tokenProvider).toHaveBeenCalledTimes(1);
});

test("late asks: at most one a second", async () => {
  const advance = fakeTime();
  const { fetch } = recordFetch();
  const times: number[] = [];
  const none = () => () => {
    times.push(Date.now());
    return undefined;
  };
  const app = renderApp({ tokenProvider: none(), fetch, children: <Reader /> });
  await advance(2_000);
  times.length = 0;
  for (let render = 0; render < 30; render++) {
    app.update({ tokenProvider: none() });
    await advance(100);
  }
  expect(times.length).toBeGreaterThan(1);
  const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  for (const pause of pauses) expect(pause).toBeGreaterThanOrEqual(1_000);
});

test("late asks: the newest provider committed within the second is asked when it is over", async () => {
  const advance = fakeTime();
  const { fetch, requests } = recordFetch();
  const app = renderApp({ tokenProvider: () => undefined, fetch, children: <Reader /> });
  await advance(2_000);
  app.update({ tokenProvider: () => undefined });
  await advance(10);
  app.update({ tokenProvider: () => "newest-token" });
  await advance(10);
  expect(requests).toHaveLength(0);
  await advance(1_000);
  expect(requests.map(({ token }) => token)).toEqual(["newest-token"]);
  expect(state()).toBe("ready Barbara Jensen");
});

test("late asks: a clock that is set back by an hour does not hold them for an hour", async () => {
  const advance = fakeTime();
  const { fetch } = recordFetch();
  const app = renderApp({ tokenProvider: () => undefined, fetch, children: <Reader /> });
  await advance(2_000);
  app.update({ tokenProvider: () => undefined });
  await advance(2_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  app.update({ tokenProvider: () => "late-token" });
  await advance(1_000);
  expect(state()).toBe("ready Barbara Jensen");
});

test("late asks: one at a time", async () => {
  const advance = fakeTime();
  const { fetch } = recordFetch();
  let running = 0;
  let most = 0;
  const slow = () => async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    running--;
    return undefined;
  };
  const app = renderApp({ tokenProvider: slow(), fetch, children: <Reader /> });
  await advance(4_000);
  for (let render = 0; render < 20; render++) {
    app.update({ tokenProvider: slow() });
    await advance(500);
  }
  expect(most).toBe(1);
});

test("late asks: the provider that comes while one is asked in vain is asked after it", async () => {
  const advance = fakeTime();
  const { fetch, requests } = recordFetch();
  const slow = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), 3_000));
  const app = renderApp({ tokenProvider: () => null, fetch, children: <Reader /> });
  await advance(2_000);
  app.update({ tokenProvider: slow });
  await advance(10);
  app.update({ tokenProvider: () => "newest-token" });
  await advance(2_000);
  expect(requests).toHaveLength(0);
  await advance(1_500);
  expect(requests.map(({ token }) => token)).toEqual(["newest-token"]);
});

test("late asks: at most three in a row without success", async () => {
  const advance = fakeTime();
  const { fetch } = recordFetch();
  const asked = vi.fn(() => undefined);
  const app = renderApp({ tokenProvider: () => asked(), fetch, children: <Reader /> });
  await advance(2_000);
  for (let render = 0; render < 20; render++) {
    app.update({ tokenProvider: () => asked() });
    await advance(1_500);
  }
  expect(asked).toHaveBeenCalledTimes(4);
});

test("late asks: a success lets them begin anew", async () => {
  const advance = fakeTime();
  const { fetch } = recordFetch();
  const asked = vi.fn((): string | undefined => undefined);
  const app = renderApp({ tokenProvider: () => asked(), fetch, children: <Reader /> });
  const rerender = async (times: number) => {
    for (let render = 0; render < times; render++) {
      app.update({ tokenProvider: () => asked() });
      await advance(1_500);
    }
  };
  await advance(2_000);
  await rerender(2);
  asked.mockReturnValue("token");
  await rerender(1);
  expect(state()).toBe("ready Barbara Jensen");
  asked.mockReturnValue(undefined);
  await act(() => app.client.refetchQueries());
  asked.mockClear();
  await rerender(10);
  expect(asked).toHaveBeenCalledTimes(3);
});

test.each([
  ["before", "missing-token", 200],
  ["after", "missing-token", 200],
  ["before", "unauthorized", 401],
  ["after", "unauthorized", 401],
  ["before", "unavailable", 200],
  ["after", "unavailable", 200],
] as const)(
  "a host that is pending because it was asked, until just %s its answer, is not asked for ever: %s",
  async (when, reason, status) => {
    const advance = fakeTime();
    const { fetch, requests } = recordFetch(() => failure(status));
    let asks = 0;
    function Host(): JSX.Element {
      const [pending, setPending] = useState(false);
      const tokenProvider = async () => {
        asks++;
        setPending(true);
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (when === "before") setPending(false);
        else setTimeout(() => setPending(false), 50);
        if (reason === "unavailable") throw new Error("the renewal got no answer");
        return reason === "unauthorized" ? `refused-${when}` : undefined;
      };
      return <Reader tokenProvider={tokenProvider} options={{ pending }} />;
    }
    renderApp({ fetch, children: <Host /> });
    // React renders between two steps.
    for (let step = 0; step < 200; step++) await advance(50);
    expect(asks).toBeLessThanOrEqual(5);
    expect(requests).toHaveLength(reason === "unauthorized" ? 1 : 0);
    expect(state()).toBe(`${reason} `);
  },
);

test("while pending neither focus nor invalidation asks, signed out before or not", async () => {
  const { fetch, requests } = recordFetch(() => failure(401));
  const tokenProvider = vi.fn(() => "token-before-pending");
  const app = renderApp({ tokenProvider, fetch, children: <Reader /> });
  await screen.findByText("unauthorized");
  app.update({ pending: true });
  tokenProvider.mockClear();
  await act(async () => {
    window.dispatchEvent(new Event("visibilitychange"));
    await app.client.invalidateQueries();
  });
  await pass();
  expect(tokenProvider).not.toHaveBeenCalled();
  expect(requests).toHaveLength(1);
});

test("a stable provider is asked again when the host has been pending", async () => {
  const { fetch, requests } = recordFetch();
  let token: string | undefined;
  const tokenProvider = () => token;
  const app = renderApp({ tokenProvider, fetch, children: <Reader /> });
  await screen.findByText("missing-token");
  app.update({ pending: true });
  token = "token-after-sign-in";
  app.update({ pending: false });
  await screen.findByText("ready Barbara Jensen");
  expect(requests.map((request) => request.token)).toEqual(["token-after-sign-in"]);
});

test("with a session cookie the end of pending asks the server again", async () => {
  const { fetch, requests } = recordFetch((_, number) => (number === 1 ? failure(401) : person()));
  const props = { tokenProvider: sessionCookie, endpoint: "/api/me", fetch };
  const app = renderApp({ ...props, children: <Reader /> });
  await screen.findByText("unauthorized");
  app.update({ pending: true });
  app.update({ pending: false });
  await screen.findByText("ready Barbara Jensen");
  expect(requests).toHaveLength(2);
});

test("inline arrows in many consumers cause one late ask, not one each", async () => {
  const { fetch } = recordFetch();
  const asked = vi.fn(() => undefined);
  const children = Array.from({ length: 20 }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike.
    <Reader key={index} id={`${index}`} tokenProvider={() => asked()} />
  ));
  renderApp({ fetch, children });
  await waitFor(() => expect(screen.getAllByText("missing-token")).toHaveLength(20));
  await pass(50);
  expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
});

test("after unauthorized a new provider is asked, and the refused token is not sent again", async () => {
  const { fetch, requests } = recordFetch(() => failure(401));
  const app = renderApp({ tokenProvider: () => "refused-token", fetch, children: <Reader /> });
  await screen.findByText("unauthorized");
  const same = vi.fn(() => "refused-token");
  app.update({ tokenProvider: same });
  await pass();
  expect(same).toHaveBeenCalledTimes(1);
  expect(requests.map(({ token }) => token)).toEqual(["refused-token"]);
});

test("after unauthorized another token of a new provider is sent", async () => {
  const { fetch, requests } = recordFetch(({ token }) =>
    token === "fresh-token" ? person() : failure(401),
  );
  const app = renderApp({ tokenProvider: () => "stale-token", fetch, children: <Reader /> });
  await screen.findByText("unauthorized");
  app.update({ tokenProvider: () => "fresh-token" });
  await screen.findByText("ready Barbara Jensen");
  expect(requests.map(({ token }) => token)).toEqual(["stale-token", "fresh-token"]);
});

test("neither a forbidden nor a failing server makes a new provider be asked", async () => {
  for (const status of [403, 404, 503]) {
    const { fetch } = recordFetch(() => failure(status));
    const app = renderApp({ tokenProvider: () => "token", fetch, children: <Reader /> });
    await screen.findByText(/forbidden|unsupported|unavailable/);
    const asked = vi.fn(() => "other-token");
    app.update({ tokenProvider: asked });
    await pass();
    expect(asked).not.toHaveBeenCalled();
    app.unmount();
  }
});

test("a late ask that throws changes nothing", async () => {
  const { fetch } = recordFetch();
  const app = renderApp({ tokenProvider: () => undefined, fetch, children: <Reader /> });
  await screen.findByText("missing-token");
  app.update({
    tokenProvider: () => {
      throw new Error("no session yet");
    },
  });
  await pass();
  expect(state()).toBe("missing-token ");
});

test("a late token that nobody waits for any more is not kept for a later request", async () => {
  const late = deferred<string>();
  const { fetch, requests } = recordFetch();
  const app = renderApp({ tokenProvider: () => undefined, fetch, children: <Reader /> });
  await screen.findByText("missing-token");
  app.update({ tokenProvider: () => late.promise });
  await pass();
  app.update({ children: null });
  await act(async () => late.resolve("token-from-before"));
  await pass();
  expect(requests).toHaveLength(0);
  app.update({ tokenProvider: () => "current-token", children: <Reader /> });
  await act(() => app.client.refetchQueries());
  expect(requests.at(-1)?.token).toBe("current-token");
  expect(requests.map(({ token }) => token)).not.toContain("token-from-before");
});

test("nothing is asked after the last consumer is gone", async () => {
  const advance = fakeTime();
  const { fetch } = recordFetch();
  const app = renderApp({ tokenProvider: () => undefined, fetch, children: <Reader /> });
  await advance(2_000);
  app.update({ tokenProvider: () => undefined });
  await advance(10);
  const asked = vi.fn(() => "token");
  app.update({ tokenProvider: asked });
  await advance(10);
  app.unmount();
  await advance(5_000);
  expect(asked).not.toHaveBeenCalled();
});

test("callers in two apps with the same rejected token share one refresh", async () => {
  const { fetch } = recordFetch(({ token }) =>
    token === "renewed-for-two" ? person() : failure(401),
  );
  const renew = vi.fn(async ({ reason }: TokenRequest) =>
    reason === "initial" ? "expired-for-two" : "renewed-for-two",
  );
  renderApp({ tokenProvider: (request) => renew(request), fetch, children: <Reader id="a" /> });
  renderApp({ tokenProvider: (request) => renew(request), fetch, children: <Reader id="b" /> });
  await waitFor(() => expect(screen.getAllByText("ready Barbara Jensen")).toHaveLength(2));
  const refreshes = renew.mock.calls.filter(([{ reason }]) => reason === "rejected");
  expect(refreshes).toHaveLength(1);
});

test("no request is pending for ever when its provider never answers", async () => {
  const advance = fakeTime();
  const { fetch } = recordFetch(never);
  renderApp({ tokenProvider: () => new Promise(() => {}), fetch, children: <Reader /> });
  await advance(11_000);
  expect(state()).toBe("unavailable ");
});

test("a token that came for an attempt that was given up may still be sent", async () => {
  const { fetch, requests } = recordFetch();
  const slow = deferred<string>();
  const children = <Reader />;
  const app = renderApp({ fetch, tokenProvider: () => slow.promise, children });
  await pass();
  app.update({ children: null });
  app.update({ tokenProvider: () => undefined, children });
  await screen.findByText("missing-token");
  await act(async () => slow.resolve("slow-token"));
  app.update({ tokenProvider: () => "slow-token" });
  await screen.findByText("ready Barbara Jensen");
  expect(requests.map(({ token }) => token)).toEqual(["slow-token"]);
});
