import { useMutation, useQuery } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import { type JSX, useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import {
  ProtectedRoute,
  scimMeQueryKey,
  scimMeQueryOptions,
  sessionCookie,
  type TokenRequest,
  type UseSignOutOptions,
  type UseSignOutResult,
  useSignOut,
} from "../../../src/index.js";
import { buildMe } from "../../../src/testing/index.js";
import { cachedText } from "./cachedText.js";
import { Reader } from "./Reader.js";
import { deferred, failure, never, person, recordFetch } from "./recordFetch.js";
import { endpoint, pass, renderApp } from "./renderApp.js";
import { watchPage } from "./watchPage.js";

afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
});

/** A component with a `useSignOut`, and its newest result. */
function exit(options: Partial<UseSignOutOptions> = {}) {
  const current: { result?: UseSignOutResult } = {};
  function Exit(): JSX.Element {
    const { signOut, isPending, error } = useSignOut({ onSignOut: () => {}, ...options });
    current.result = { signOut, isPending, error };
    return <p data-testid="exit">{isPending ? "pending" : (error?.message ?? "idle")}</p>;
  }
  return { Exit, press: () => current.result?.signOut() ?? Promise.reject(new Error("no hook")) };
}

/** Presses and waits for what happens at once, not for the end. */
async function start(press: () => Promise<void>): Promise<void> {
  await act(async () => void press());
}

function me(): string | null {
  return screen.getByTestId("me").textContent;
}

test("while it is pending consumers read loading, and nothing of the person is in the cache", async () => {
  const { fetch } = recordFetch();
  const end = deferred();
  const { Exit, press } = exit({ onSignOut: () => end.promise });
  const children = [<Reader key="a" />, <Exit key="b" />];
  const { client } = renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("ready Barbara Jensen");
  client.setQueryData(scimMeQueryKey({ endpoint, subject: "unmounted" }), buildMe());
  await start(press);
  expect(screen.getByTestId("exit")).toHaveTextContent("pending");
  expect(me()).toBe("loading ");
  const states = client
    .getQueryCache()
    .getAll()
    .map(({ state }) => state);
  expect(states).toHaveLength(1);
  expect(JSON.stringify(states)).not.toContain("Barbara");
  await act(async () => end.resolve());
});

test("the person is gone from the page at once, not when the request has ended", async () => {
  const { fetch } = recordFetch();
  const { Exit, press } = exit({ onSignOut: () => new Promise(() => {}) });
  const children = [<Reader key="a" />, <Exit key="b" />];
  renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("ready Barbara Jensen");
  act(() => void press());
  expect(document.body).not.toHaveTextContent("Barbara");
});

test("while it is pending nothing is asked or sent, not even by refetch(), invalidation or focus", async () => {
  const { fetch, requests } = recordFetch();
  const tokenProvider = vi.fn(() => "token");
  let refetch: () => unknown = () => {};
  const end = deferred();
  const { Exit, press } = exit({ onSignOut: () => end.promise });
  const reader = (
    <Reader
      key="a"
      onRender={(result) => {
        refetch = result.refetch;
      }}
    />
  );
  const app = renderApp({ tokenProvider, fetch, children: [reader, <Exit key="b" />] });
  await screen.findByText("ready Barbara Jensen");
  await start(press);
  tokenProvider.mockClear();
  await act(async () => {
    refetch();
    app.client.invalidateQueries();
    window.dispatchEvent(new Event("visibilitychange"));
    window.dispatchEvent(new Event("online"));
    app.client.prefetchQuery(scimMeQueryOptions({ endpoint, tokenProvider, fetch }));
  });
  app.update({ children: [reader, <Reader key="c" id="late" />, <Exit key="b" />] });
  await pass();
  // What waits is told of somebody else's profile, and is to wait on.
  app.client.setQueryData(scimMeQueryKey({ endpoint, subject: "other" }), buildMe());
  await pass();
  expect(requests).toHaveLength(1);
  expect(tokenProvider).not.toHaveBeenCalled();
  expect(me()).toBe("loading ");
  expect(screen.getByTestId("late")).toHaveTextContent(/^loading$/);
  await act(async () => end.resolve());
  await pass();
  expect(requests).toHaveLength(1);
});

test("a request under way is cancelled, and its answer is shown to nobody", async () => {
  const answer = deferred<Response>();
  const { fetch, requests } = recordFetch((_, number) =>
    number === 1 ? person() : answer.promise,
  );
  const { Exit, press } = exit();
  const children = [<Reader key="a" />, <Exit key="b" />];
  const app = renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("ready Barbara Jensen");
  act(() => void app.client.refetchQueries());
  await waitFor(() => expect(requests).toHaveLength(2));
  await act(press);
  expect(requests[1]?.signal.aborted).toBe(true);
  const page = watchPage();
  await act(async () => answer.resolve(person()));
  await pass();
  expect(page.seen()).not.toContain("Barbara");
  expect(cachedText(app.client)).not.toContain("Barbara");
});

test("clear all empties the host's whole cache, mounted, unmounted and mutations", async () => {
  const { fetch } = recordFetch();
  const { Exit, press } = exit();
  function Orders(): JSX.Element {
    const { data } = useQuery({ queryKey: ["orders"], queryFn: () => "the orders", retry: false });
    const { mutate } = useMutation({ mutationFn: async (text: string) => text });
    return (
      <button type="button" onClick={() => mutate("a secret")}>
        {data ?? "no orders"}
      </button>
    );
  }
  const children = [<Reader key="a" />, <Orders key="o" />, <Exit key="b" />];
  const { client } = renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("the orders");
  act(() => screen.getByText("the orders").click());
  client.setQueryData(["unmounted"], "something");
  await act(press);
  expect(client.getQueryData(["unmounted"])).toBeUndefined();
  expect(client.getQueryData(["orders"])).toBeUndefined();
  expect(client.getMutationCache().getAll()).toHaveLength(0);
  expect(await screen.findByText("no orders")).toBeVisible();
});

test("clear profile empties ours only", async () => {
  const { fetch } = recordFetch();
  const { Exit, press } = exit({ clear: "profile" });
  const children = [<Reader key="a" />, <Exit key="b" />];
  const { client } = renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("ready Barbara Jensen");
  client.setQueryData(["orders"], "the orders");
  client.setQueryData(scimMeQueryKey({ endpoint, subject: "other" }), buildMe());
  await act(press);
  expect(client.getQueryData(["orders"])).toBe("the orders");
  expect(client.getQueryData(scimMeQueryKey({ endpoint, subject: "other" }))).toBeUndefined();
  expect(me()).toBe("missing-token ");
});

test("the persister is emptied, and awaited before onSignOut", async () => {
  const { fetch } = recordFetch();
  const removed = deferred();
  const removeClient = vi.fn(() => removed.promise);
  const onSignOut = vi.fn();
  const { Exit, press } = exit({ onSignOut });
  const children = [<Reader key="a" />, <Exit key="b" />];
  renderApp({ tokenProvider: () => "token", fetch, persister: { removeClient }, children });
  await screen.findByText("ready Barbara Jensen");
  await start(press);
  expect(removeClient).toHaveBeenCalledTimes(1);
  await pass();
  expect(onSignOut).not.toHaveBeenCalled();
  await act(async () => removed.resolve());
  expect(onSignOut).toHaveBeenCalledTimes(1);
});

test("success leaves consumers at missing-token, without asking for a token", async () => {
  const { fetch, requests } = recordFetch();
  const tokenProvider = vi.fn(() => "token");
  const { Exit, press } = exit();
  const children = [<Reader key="a" />, <Exit key="b" />];
  renderApp({ tokenProvider, fetch, children });
  await screen.findByText("ready Barbara Jensen");
  await act(press);
  expect(me()).toBe("missing-token ");
  await pass();
  expect(tokenProvider).toHaveBeenCalledTimes(1);
  expect(requests).toHaveLength(1);
});

test("the same token does not lift the latch, however it is asked for", async () => {
  const { fetch, requests } = recordFetch();
  const { Exit, press } = exit();
  const children = [<Reader key="a" />, <Exit key="b" />];
  const app = renderApp({ tokenProvider: () => "old-token", fetch, children });
  await screen.findByText("ready Barbara Jensen");
  await act(press);
  await act(() => app.client.refetchQueries());
  app.update({ tokenProvider: () => "old-token" });
  app.update({ children: [<Reader key="new" />, <Exit key="b" />] });
  await act(() => app.client.invalidateQueries());
  await pass();
  expect(me()).toBe("missing-token ");
  expect(requests).toHaveLength(1);
});

test("neither does a token that was refreshed before the sign-out, nor the one it replaced", async () => {
  const { fetch, requests } = recordFetch(({ token }) =>
    token === "first-of-two" ? failure(401) : person(),
  );
  const { Exit, press } = exit();
  const children = [<Reader key="a" />, <Exit key="b" />];
  const tokenProvider = ({ reason }: TokenRequest) =>
    reason === "initial" ? "first-of-two" : "second-of-two";
  const app = renderApp({ tokenProvider, fetch, children });
  await screen.findByText("ready Barbara Jensen");
  await act(press);
  for (const token of ["first-of-two", "second-of-two"]) {
    app.update({ tokenProvider: () => token });
    await act(() => app.client.refetchQueries());
  }
  await pass();
  expect(requests).toHaveLength(2);
  expect(me()).toBe("missing-token ");
});

test("a different token lifts the latch", async () => {
  const { fetch, requests } = recordFetch(({ token }) =>
    person({ displayName: token === "new-token" ? "Bob" : "Alice" }),
  );
  const { Exit, press } = exit();
  const children = [<Reader key="a" />, <Exit key="b" />];
  const app = renderApp({ tokenProvider: () => "old-token", fetch, children });
  await screen.findByText("ready Alice");
  await act(press);
  app.update({ tokenProvider: () => "new-token" });
  await screen.findByText("ready Bob");
  expect(requests.map(({ token }) => token)).toEqual(["old-token", "new-token"]);
});

test("a different subject lifts the latch", async () => {
  const { fetch } = recordFetch((_, number) =>
    person({ displayName: number === 1 ? "Alice" : "Bob" }),
  );
  const { Exit, press } = exit();
  const children = [<Reader key="a" />, <Exit key="b" />];
  const app = renderApp({
    tokenProvider: sessionCookie,
    endpoint: "/api/me",
    subject: "alice",
    fetch,
    children,
  });
  await screen.findByText("ready Alice");
  await act(press);
  expect(me()).toBe("missing-token ");
  app.update({ subject: "bob" });
  await screen.findByText("ready Bob");
});

test("a different subject lifts it before any token is asked for", async () => {
  const { fetch, requests } = recordFetch();
  const { Exit, press } = exit();
  const children = [<Reader key="a" />, <Exit key="b" />];
  const app = renderApp({ tokenProvider: () => "token", fetch, subject: "alice", children });
  await screen.findByText("ready Barbara Jensen");
  await act(press);
  app.update({ subject: "bob" });
  await screen.findByText("ready Barbara Jensen");
  expect(requests).toHaveLength(2);
});

test("whoever left with a subject is not let in again by a part of the page without one", async () => {
  const { fetch, requests } = recordFetch();
  const { Exit, press } = exit();
  const props = { tokenProvider: () => "token", fetch, subject: "subject-1" };
  const app = renderApp({ ...props, children: [<Reader key="a" />, <Exit key="b" />] });
  await screen.findByText("ready Barbara Jensen");
  await act(press);
  app.update({ subject: undefined, children: <Reader key="c" /> });
  await pass();
  expect(me()).toBe("missing-token ");
  expect(requests).toHaveLength(1);
});

test.each([
  ["", true],
  [", where tabs cannot tell each other", false],
])("initialData does not bring the person back after a sign-out%s", async (_, hasChannels) => {
  if (!hasChannels) vi.stubGlobal("BroadcastChannel", undefined);
  const { fetch, requests } = recordFetch();
  const { Exit, press } = exit();
  const page = () => [<Reader key="a" options={{ initialData: buildMe() }} />, <Exit key="b" />];
  const app = renderApp({ tokenProvider: () => "token", fetch, children: page() });
  expect(me()).toBe("ready Barbara Jensen");
  await act(press);
  app.update({ tokenProvider: () => "token", children: page() });
  await pass();
  expect(me()).toBe("missing-token ");
  expect(requests).toHaveLength(0);
  app.update({ tokenProvider: () => "new-token" });
  await screen.findByText("ready Barbara Jensen");
});

test.each([
  ["on another page", { children: [] }],
  ["on this one", {}],
  ["where the host says that it is pending", { pending: true }],
])("somebody else is let in %s, though no token of the person before was seen", async (_, left) => {
  const { fetch } = recordFetch();
  let token: string | undefined = "token";
  const leave = () => {
    token = undefined;
    app.update(left);
  };
  const { Exit, press } = exit({ onSignOut: leave });
  const reader = <Reader key="a" options={{ initialData: buildMe() }} />;
  const children = [reader, <Exit key="b" />];
  const app = renderApp({ tokenProvider: () => token, fetch, children });
  await act(press);
  token = "token-of-another";
  app.update({ tokenProvider: () => token, pending: false, children: [<Reader key="a" />] });
  await screen.findByText("ready Barbara Jensen");
});

test("failure: onError is called, the error is given, and the data is fetched again", async () => {
  const { fetch, requests } = recordFetch();
  const cause = new Error("the provider is down");
  const onError = vi.fn();
  const onSignOut = () => Promise.reject(cause);
  const { Exit, press } = exit({ onSignOut, onError });
  const children = [<Reader key="a" />, <Exit key="b" />];
  renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("ready Barbara Jensen");
  await act(press);
  expect(onError).toHaveBeenCalledExactlyOnceWith(cause);
  expect(screen.getByTestId("exit")).toHaveTextContent("the provider is down");
  await screen.findByText("ready Barbara Jensen");
  await pass();
  expect(requests).toHaveLength(2);
});

test("failure: what is thrown synchronously or is no Error counts too, and signOut never rejects", async () => {
  const { fetch } = recordFetch();
  const onError = vi.fn();
  const onSignOut = () => {
    throw "just text";
  };
  const { Exit, press } = exit({ onSignOut, onError });
  renderApp({
    tokenProvider: () => "token",
    fetch,
    children: [<Reader key="a" />, <Exit key="b" />],
  });
  await screen.findByText("ready Barbara Jensen");
  await act(press);
  expect(onError.mock.lastCall?.[0]).toBeInstanceOf(Error);
  expect(onError.mock.lastCall?.[0].message).toContain("just text");
  await screen.findByText("ready Barbara Jensen");
});

test("failure: an onError that throws is reported as any uncaught error, and signOut still resolves", async () => {
  const thrown = new Error("the log is full");
  const uncaught = vi.fn();
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", uncaught);
  try {
    const { fetch } = recordFetch();
    const onError = () => {
      throw thrown;
    };
    const { Exit, press } = exit({ onSignOut: () => Promise.reject(new Error("down")), onError });
    const children = [<Reader key="a" />, <Exit key="b" />];
    renderApp({ tokenProvider: () => "token", fetch, children });
    await screen.findByText("ready Barbara Jensen");
    await act(press);
    expect(screen.getByTestId("exit")).toHaveTextContent("down");
    await screen.findByText("ready Barbara Jensen");
    await waitFor(() => expect(uncaught.mock.lastCall?.[0]).toBe(thrown));
    expect(uncaught).toHaveBeenCalledTimes(1);
  } finally {
    process.removeAllListeners("unhandledRejection");
    for (const listener of others) process.on("unhandledRejection", listener);
  }
});

test("failure of the persister: onSignOut is not called, the person is still signed in", async () => {
  const { fetch } = recordFetch();
  const onSignOut = vi.fn();
  const { Exit, press } = exit({ onSignOut });
  const persister = { removeClient: () => Promise.reject(new Error("quota")) };
  const children = [<Reader key="a" />, <Exit key="b" />];
  renderApp({ tokenProvider: () => "token", fetch, persister, children });
  await screen.findByText("ready Barbara Jensen");
  await act(press);
  expect(onSignOut).not.toHaveBeenCalled();
  expect(screen.getByTestId("exit")).toHaveTextContent("quota");
  await screen.findByText("ready Barbara Jensen");
});

test.each(["all", "profile"] as const)(
  "failure with clear %s: the host's own queries are not left empty",
  async (clear) => {
    const { fetch } = recordFetch();
    const { Exit, press } = exit({ clear, onSignOut: () => Promise.reject(new Error("no")) });
    function Host(): JSX.Element {
      const orders = useQuery({ queryKey: ["orders"], queryFn: () => "the orders" });
      const plain = useQuery(scimMeQueryOptions({ endpoint, tokenProvider: () => "token", fetch }));
      return (
        <p>
          {orders.data} of {plain.data?.displayName}
        </p>
      );
    }
    renderApp({
      tokenProvider: () => "token",
      fetch,
      children: [<Host key="a" />, <Exit key="b" />],
    });
    await screen.findByText("the orders of Barbara Jensen");
    await act(press);
    await screen.findByText("the orders of Barbara Jensen");
  },
);

test("a later attempt clears the error of the last", async () => {
  const { fetch } = recordFetch();
  const onSignOut = vi.fn().mockRejectedValueOnce(new Error("once")).mockResolvedValue(undefined);
  const { Exit, press } = exit({ onSignOut });
  renderApp({
    tokenProvider: () => "token",
    fetch,
    children: [<Reader key="a" />, <Exit key="b" />],
  });
  await screen.findByText("ready Barbara Jensen");
  await act(press);
  expect(screen.getByTestId("exit")).toHaveTextContent("once");
  await act(press);
  expect(screen.getByTestId("exit")).toHaveTextContent("idle");
  expect(me()).toBe("missing-token ");
});

test("a second call while one is under way is ignored", async () => {
  const { fetch } = recordFetch();
  const end = deferred();
  const onSignOut = vi.fn(() => end.promise);
  const { Exit, press } = exit({ onSignOut });
  renderApp({
    tokenProvider: () => "token",
    fetch,
    children: [<Reader key="a" />, <Exit key="b" />],
  });
  await screen.findByText("ready Barbara Jensen");
  await start(press);
  await act(press);
  expect(onSignOut).toHaveBeenCalledTimes(1);
  await act(async () => end.resolve());
  expect(onSignOut).toHaveBeenCalledTimes(1);
});

test("an onSignOut that takes 15 s has failed, and not before", async () => {
  vi.useFakeTimers();
  const advance = (ms: number) => pass(ms, (time) => vi.advanceTimersByTimeAsync(time));
  const { fetch } = recordFetch();
  const onError = vi.fn();
  const { Exit, press } = exit({ onSignOut: () => new Promise(() => {}), onError });
  renderApp({
    tokenProvider: () => "token",
    fetch,
    children: [<Reader key="a" />, <Exit key="b" />],
  });
  await advance(10);
  await start(press);
  await advance(14_900);
  expect(me()).toBe("loading ");
  expect(onError).not.toHaveBeenCalled();
  await advance(200);
  expect(onError).toHaveBeenCalledTimes(1);
  expect(me()).toBe("ready Barbara Jensen");
});

test("a persister that hangs does not hold the page for ever", async () => {
  vi.useFakeTimers();
  const advance = (ms: number) => pass(ms, (time) => vi.advanceTimersByTimeAsync(time));
  const { fetch } = recordFetch();
  const persister = { removeClient: () => new Promise(() => {}) };
  const { Exit, press } = exit();
  const children = [<Reader key="a" />, <Exit key="b" />];
  renderApp({ tokenProvider: () => "token", fetch, persister, children });
  await advance(10);
  await start(press);
  await advance(15_100);
  expect(screen.getByTestId("exit")).toHaveTextContent("persister");
  expect(me()).toBe("ready Barbara Jensen");
});

test("a refresh that was under way does not lift the latch when it ends after the sign-out", async () => {
  const renewed = deferred<string>();
  const { fetch, requests } = recordFetch((_, number) => (number === 1 ? person() : failure(401)));
  const onSignedOut = vi.fn();
  const { Exit, press } = exit();
  const children = [
    <Reader key="a" />,
    <Exit key="b" />,
    <ProtectedRoute key="c" onSignedOut={onSignedOut}>
      the secret
    </ProtectedRoute>,
  ];
  const tokenProvider = ({ reason }: TokenRequest) =>
    reason === "initial" ? "expired-at-sign-out" : renewed.promise;
  const app = renderApp({ tokenProvider, fetch, children });
  await screen.findByText("the secret");
  act(() => void app.client.refetchQueries());
  await waitFor(() => expect(requests).toHaveLength(2));
  await pass();
  await act(press);
  await act(async () => renewed.resolve("renewed-at-sign-out"));
  await pass();
  expect(me()).toBe("missing-token ");
  expect(onSignedOut).not.toHaveBeenCalled();
  expect(requests).toHaveLength(2);
});

test("a host that takes its session away within onSignOut ends up signed out", async () => {
  const { fetch, requests } = recordFetch();
  const { Exit, press } = exit({
    onSignOut: async () => {
      app.update({ tokenProvider: () => undefined, subject: null });
      await Promise.resolve();
    },
  });
  const children = [<Reader key="a" />, <Exit key="b" />];
  const app = renderApp({ tokenProvider: () => "token", subject: "alice", fetch, children });
  await screen.findByText("ready Barbara Jensen");
  const page = watchPage();
  await act(press);
  await screen.findByText("missing-token");
  expect(requests).toHaveLength(1);
  expect(page.seen().split("Barbara").length - 1).toBeLessThanOrEqual(1);
});

test("a guard shows signedOut without onSignedOut, and its children stay until then", async () => {
  const { fetch } = recordFetch();
  const end = deferred();
  const onSignedOut = vi.fn();
  const { Exit, press } = exit({ onSignOut: () => end.promise });
  const unmounted = vi.fn();
  function Draft(): JSX.Element {
    const [text] = useState("draft");
    return <p ref={(node) => void (node ?? unmounted())}>{text}</p>;
  }
  const children = (
    <ProtectedRoute onSignedOut={onSignedOut} signedOut="bye">
      <Draft />
      <Exit />
    </ProtectedRoute>
  );
  renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("draft");
  await start(press);
  await pass();
  expect(screen.getByText("draft")).toBeVisible();
  await act(async () => end.resolve());
  expect(await screen.findByText("bye")).toBeVisible();
  await pass();
  expect(screen.queryByText("draft")).toBeNull();
  expect(onSignedOut).not.toHaveBeenCalled();
});

test("a sign-out before anything was fetched, or with a request that hangs, ends signed out", async () => {
  const { fetch } = recordFetch(never);
  const { Exit, press } = exit();
  const children = [<Reader key="a" />, <Exit key="b" />];
  renderApp({ tokenProvider: () => "token", fetch, children });
  await act(press);
  expect(me()).toBe("missing-token ");
});

test.each(["initial", "rejected"])(
  "a token that is being asked for (%s) at the sign-out does not bring the person back",
  async (reason) => {
    let asked = deferred<void>();
    asked.resolve();
    let isExpired = false;
    const { fetch, requests } = recordFetch(() => (isExpired ? failure(401) : person()));
    const tokenProvider = async (request: TokenRequest) => {
      if (request.reason === reason) await asked.promise;
      // Names of its own: a renewal is shared by all that are refused with the same token.
      return `${request.reason}-token-at-the-sign-out`;
    };
    const { Exit, press } = exit();
    const children = [<Reader key="a" />, <Exit key="b" />];
    const { client } = renderApp({ tokenProvider, fetch, subject: "alice", children });
    await screen.findByText("ready Barbara Jensen");
    asked = deferred();
    isExpired = reason === "rejected";
    act(() => void client.refetchQueries());
    await pass();
    await start(press);
    await act(async () => asked.resolve());
    isExpired = false;
    const sent = requests.length;
    await act(() => client.refetchQueries());
    expect(me()).toBe("missing-token ");
    expect(requests).toHaveLength(sent);
  },
);

test("what the host reads of its own during a sign-out goes with it", async () => {
  const { fetch } = recordFetch();
  const end = deferred();
  const { Exit, press } = exit({ onSignOut: () => end.promise });
  const children = [<Reader key="a" />, <Exit key="b" />];
  const { client } = renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("ready Barbara Jensen");
  await start(press);
  client.setQueryData(["orders"], "orders of Alice");
  await act(async () => end.resolve());
  expect(client.getQueryData(["orders"])).toBeUndefined();
});

test.each([
  ["success", false, "missing-token "],
  ["failure", true, "ready Barbara Jensen"],
])(
  "a loader that onSignOut waits for has missing-token, and consumers read loading until its %s",
  async (_, fails, after) => {
    const { fetch, requests } = recordFetch();
    const tokenProvider = vi.fn(() => "token");
    const end = deferred();
    const load = vi.fn(() =>
      app.client.ensureQueryData(scimMeQueryOptions({ endpoint, tokenProvider, fetch })),
    );
    const { Exit, press } = exit({
      async onSignOut() {
        await load().catch(() => {});
        await end.promise;
        if (fails) throw new Error("no");
      },
    });
    const children = [<Reader key="a" />, <Exit key="b" />];
    const app = renderApp({ tokenProvider, fetch, children });
    await screen.findByText("ready Barbara Jensen");
    tokenProvider.mockClear();
    await start(press);
    await expect(load.mock.results[0]?.value).rejects.toMatchObject({ reason: "missing-token" });
    await pass();
    expect(me()).toBe("loading ");
    expect(tokenProvider).not.toHaveBeenCalled();
    expect(requests).toHaveLength(1);
    await act(async () => end.resolve());
    await waitFor(() => expect(me()).toBe(after));
  },
);
