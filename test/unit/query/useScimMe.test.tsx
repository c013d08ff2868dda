import {
  onlineManager,
  QueryClient,
  QueryClientProvider,
  useQuery,
  useQueryErrorResetBoundary,
} from "@tanstack/react-query";
import { act, render, renderHook, screen, waitFor } from "@testing-library/react";
import { type JSX, type ReactNode, useState } from "react";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import {
  type ScimMe,
  ScimMeError,
  ScimMeProvider,
  scimMeQueryKey,
  scimMeQueryOptions,
  sessionCookie,
  useScimMe,
} from "../../../src/index.js";
import {
  buildMe,
  createTestQueryClient,
  expectNoTokenInCache,
} from "../../../src/testing/index.js";
import { Boundary } from "./Boundary.js";
import { NoQueryClient } from "./NoQueryClient.js";
import { Reader } from "./Reader.js";
import { deferred, failure, never, offline, person, recordFetch } from "./recordFetch.js";
import { endpoint, pass, renderApp } from "./renderApp.js";

const sync = () => "token-of-barbara";
const async = () => Promise.resolve("token-of-barbara");

afterEach(() => {
  vi.useRealTimers();
});

const crowds = [1, 10, 100].flatMap((count) =>
  [false, true].flatMap((strict) =>
    ([sync, async] as const).map((tokenProvider) => [count, strict, tokenProvider] as const),
  ),
);

test.each(crowds)(
  "%i consumers, StrictMode %s, provider %o: one request, one token",
  async (...row) => {
    const [count, reactStrictMode, provider] = row;
    const { fetch, requests } = recordFetch();
    const tokenProvider = vi.fn(provider);
    const children = Array.from({ length: count }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike.
      <Reader key={index} />
    ));
    renderApp({ tokenProvider, fetch, children }, { reactStrictMode });
    await waitFor(() => expect(screen.getAllByText("ready Barbara Jensen")).toHaveLength(count));
    await pass();
    expect(requests).toHaveLength(1);
    expect(tokenProvider).toHaveBeenCalledTimes(1);
  },
);

test("consumers that mount later read the cache and send nothing", async () => {
  const { fetch, requests } = recordFetch();
  const app = renderApp({ tokenProvider: sync, fetch, children: <Reader id="a" /> });
  await screen.findByText("ready Barbara Jensen");
  const children = [<Reader key="a" id="a" />, <Reader key="b" id="b" />];
  app.update({ children });
  expect(screen.getByTestId("b")).toHaveTextContent("ready Barbara Jensen");
  await pass();
  expect(requests).toHaveLength(1);
});

test("the result is TanStack Query's own, whole", async () => {
  const { fetch } = recordFetch();
  const client = createTestQueryClient();
  const { result } = renderHook(() => useScimMe(sync, { endpoint, fetch }), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  const plain = renderHook(() => useQuery(scimMeQueryOptions({ endpoint, tokenProvider: sync })), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
  expect(Object.keys(result.current).sort()).toEqual(Object.keys(plain.result.current).sort());
  expect(result.current.data).toBe(plain.result.current.data);
  expect(result.current.failureCount).toBe(0);
});

test("without arguments endpoint and tokenProvider come from the provider, options go over them", async () => {
  const { fetch, requests } = recordFetch();
  const other = "https://other.example.com/Me";
  const children = [
    <Reader key="a" id="a" />,
    <Reader key="b" id="b" tokenProvider={() => "own-token"} options={{ endpoint: other }} />,
  ];
  renderApp({ tokenProvider: sync, fetch, children });
  await waitFor(() => expect(screen.getAllByText(/^ready/)).toHaveLength(2));
  expect(requests.map(({ url, token }) => [url, token])).toEqual([
    [endpoint, "token-of-barbara"],
    [other, "own-token"],
  ]);
});

test("without a provider anywhere the reason is configuration", async () => {
  const { fetch, requests } = recordFetch();
  const seen = vi.fn();
  renderApp({ fetch, children: <Reader onRender={seen} /> });
  await screen.findByText("unavailable");
  expect(seen.mock.lastCall?.[0].error).toMatchObject({ reason: "configuration" });
  expect(requests).toHaveLength(0);
});

test("where <ScimMeProvider> is forgotten the message names it", async () => {
  const client = createTestQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useScimMe(), { wrapper });
  await waitFor(() => expect(result.current.error?.message).toContain("<ScimMeProvider>"));
});

test("select shapes the data and other useQuery options pass through", async () => {
  const { fetch, requests } = recordFetch();
  const client = createTestQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const select = (me: ScimMe) => me.userName;
  const named = renderHook(() => useScimMe(sync, { endpoint, fetch, select }), { wrapper });
  await waitFor(() => expect(named.result.current.data).toBe("bjensen@example.com"));
  const other = "https://other.example.com/Me";
  const options = { endpoint: other, fetch, enabled: false };
  const disabled = renderHook(() => useScimMe(sync, options), { wrapper });
  await pass();
  expect(disabled.result.current.fetchStatus).toBe("idle");
  expect(requests).toHaveLength(1);
});

test("queryKey, queryFn, queryKeyHashFn and placeholderData are not taken from the options", async () => {
  const { fetch } = recordFetch(never);
  const queryFn = vi.fn();
  const forbidden: object = {
    queryKey: ["mine"],
    queryFn,
    queryKeyHashFn: () => "mine",
    placeholderData: buildMe({ displayName: "Alice" }),
  };
  const { client } = renderApp({
    fetch,
    children: <Reader tokenProvider={sync} options={forbidden} />,
  });
  await pass();
  expect(screen.getByTestId("me")).toHaveTextContent(/^loading$/);
  expect(queryFn).not.toHaveBeenCalled();
  expect(
    client
      .getQueryCache()
      .getAll()
      .map(({ queryHash }) => queryHash),
  ).toEqual([JSON.stringify(scimMeQueryKey({ endpoint, subject: null }))]);
});

test("placeholderData and queryKeyHashFn as a client's defaults do not show Alice to Bob", async () => {
  const client = new QueryClient({
    defaultOptions: {
      queries: { placeholderData: (previous: unknown) => previous, queryKeyHashFn: () => "one" },
    },
  });
  const { fetch } = recordFetch((_, number) =>
    number === 1 ? person({ id: "a", displayName: "Alice" }) : never(),
  );
  const app = renderApp(
    { tokenProvider: sync, fetch, subject: "a", children: <Reader /> },
    { client },
  );
  await screen.findByText("ready Alice");
  app.update({ subject: "b" });
  expect(screen.getByTestId("me")).toHaveTextContent(/^loading$/);
  app.unmount();
  client.clear();
});

test("unmounting the last consumer aborts the request, unmounting another does not", async () => {
  const { fetch, requests } = recordFetch(never);
  const one = <Reader key="a" id="a" />;
  const app = renderApp({ tokenProvider: sync, fetch, children: [one, <Reader key="b" id="b" />] });
  await waitFor(() => expect(requests).toHaveLength(1));
  app.update({ children: [one] });
  expect(requests[0]?.signal.aborted).toBe(false);
  app.update({ children: null });
  expect(requests[0]?.signal.aborted).toBe(true);
});

test("an aborted request leaves no error, and the next consumer sends a new one", async () => {
  const { fetch, requests } = recordFetch((_, number) => (number === 1 ? never() : person()));
  const app = renderApp({ tokenProvider: sync, fetch, children: <Reader /> });
  await waitFor(() => expect(requests).toHaveLength(1));
  app.update({ children: null });
  app.update({ children: <Reader /> });
  await screen.findByText("ready Barbara Jensen");
  expect(requests).toHaveLength(2);
});

test("inline providers in provider and consumers neither refetch nor loop", async () => {
  const { fetch, requests } = recordFetch();
  const renders = vi.fn();
  const asked = vi.fn(() => "token-of-barbara");
  const children = () => <Reader tokenProvider={() => asked()} onRender={renders} />;
  const app = renderApp({ tokenProvider: () => asked(), fetch, children: children() });
  await screen.findByText("ready Barbara Jensen");
  for (let render = 0; render < 20; render++) {
    app.update({ tokenProvider: () => asked(), children: children() });
  }
  await pass();
  expect(requests).toHaveLength(1);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(renders.mock.calls.length).toBeLessThan(30);
});

test("after hydration no request is sent while the data is fresh", async () => {
  const { fetch, requests } = recordFetch();
  const client = createTestQueryClient();
  client.setQueryData(scimMeQueryKey({ endpoint, subject: "b" }), buildMe());
  renderApp({ tokenProvider: sync, fetch, subject: "b", children: <Reader /> }, { client });
  expect(screen.getByTestId("me")).toHaveTextContent("ready Barbara Jensen");
  await pass();
  expect(requests).toHaveLength(0);
});

test("a consumer that mounts upon an error and unmounts again does not ask in a loop", async () => {
  const { fetch, requests } = recordFetch(() => failure(503));
  function Guard(): ReactNode {
    const me = useScimMe();
    if (me.isPending) return "loading";
    return me.isError ? <Reader id="inner" /> : "ready";
  }
  renderApp({ tokenProvider: sync, fetch, children: <Guard /> });
  await screen.findByTestId("inner");
  await pass(80);
  expect(requests).toHaveLength(1);
});

test("offline is an error, not endless waiting", async () => {
  onlineManager.setOnline(false);
  onTestFinished(() => onlineManager.setOnline(true));
  const { fetch } = recordFetch(offline);
  const seen = vi.fn();
  renderApp({ tokenProvider: sync, fetch, children: <Reader onRender={seen} /> });
  await screen.findByText("unavailable");
  expect(seen.mock.lastCall?.[0].error).toMatchObject({ reason: "network" });
});

test("coming back online asks again", async () => {
  const { fetch, requests } = recordFetch((_, number) => (number === 1 ? offline() : person()));
  renderApp({ tokenProvider: sync, fetch, children: <Reader /> });
  await screen.findByText("unavailable");
  act(() => {
    window.dispatchEvent(new Event("offline"));
    window.dispatchEvent(new Event("online"));
  });
  await screen.findByText("ready Barbara Jensen");
  expect(requests).toHaveLength(2);
});

test("coming online asks again where the app started offline, and TanStack Query did not notice", async () => {
  const { fetch, requests } = recordFetch((_, number) => (number === 1 ? offline() : person()));
  const children = [<Reader key="a" />, <Reader key="b" id="b" />];
  renderApp({ tokenProvider: sync, fetch, children });
  await screen.findAllByText("unavailable");
  act(() => void window.dispatchEvent(new Event("online")));
  await screen.findAllByText("ready Barbara Jensen");
  expect(requests).toHaveLength(2);
  act(() => void window.dispatchEvent(new Event("online")));
  await pass();
  expect(requests).toHaveLength(2);
});

test("coming online asks nothing for a host that does not want it, or after another failure", async () => {
  for (const [answer, options] of [
    [offline, { refetchOnReconnect: false }],
    [() => failure(503), {}],
  ] as const) {
    const { fetch, requests } = recordFetch(answer);
    const app = renderApp({ tokenProvider: sync, fetch, children: <Reader options={options} /> });
    await screen.findByText("unavailable");
    act(() => void window.dispatchEvent(new Event("online")));
    await pass();
    expect(requests).toHaveLength(1);
    app.unmount();
  }
});

test("sessionCookie sends no Authorization", async () => {
  const { fetch, requests } = recordFetch();
  const props = { tokenProvider: sessionCookie, endpoint: "/api/me", fetch };
  renderApp({ ...props, children: <Reader /> });
  await screen.findByText("ready Barbara Jensen");
  expect(requests).toMatchObject([{ url: `${location.origin}/api/me`, token: null }]);
});

test("the token of a mounted consumer is nowhere in the cache", async () => {
  const { fetch } = recordFetch();
  const { client } = renderApp({ tokenProvider: sync, fetch, children: <Reader /> });
  await screen.findByText("ready Barbara Jensen");
  expectNoTokenInCache(client, "token-of-barbara");
});

test("a provider that throws is token-provider-failed with its error as cause", async () => {
  const { fetch, requests } = recordFetch();
  const seen = vi.fn();
  const cause = new Error("the session store is gone");
  const tokenProvider = () => {
    throw cause;
  };
  renderApp({ tokenProvider, fetch, children: <Reader onRender={seen} /> });
  await screen.findByText("unavailable");
  const { error } = seen.mock.lastCall?.[0] ?? {};
  expect(error).toBeInstanceOf(ScimMeError);
  expect(error).toMatchObject({ reason: "token-provider-failed", cause });
  expect(requests).toHaveLength(0);
});

const redirect = Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;/login" });
const flows: [string, unknown][] = [
  ["an error with a digest", redirect],
  ["a thrown Response", new Response(null, { status: 302 })],
];
test.each(flows)("%s from the provider reaches the error boundary untouched", async (_, thrown) => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const { fetch, requests } = recordFetch();
  const onCatch = vi.fn();
  const tokenProvider = () => {
    throw thrown;
  };
  const children = (
    <Boundary onCatch={onCatch}>
      <Reader />
    </Boundary>
  );
  renderApp({ tokenProvider, fetch, children });
  await screen.findByText("caught");
  expect(onCatch).toHaveBeenCalledWith(thrown);
  expect(requests).toHaveLength(0);
});

test("a failure is shown where there is no Response, as in a page of Jest's jsdom", async () => {
  vi.stubGlobal("Response", undefined);
  renderApp({ tokenProvider: () => null, children: <Reader /> });
  await screen.findByText("missing-token");
});

test("the host's QueryClient is used, and without one TanStack Query says so", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const onCatch = vi.fn();
  render(
    <Boundary onCatch={onCatch}>
      <NoQueryClient>
        <ScimMeProvider endpoint={endpoint} tokenProvider={sync}>
          <Reader />
        </ScimMeProvider>
      </NoQueryClient>
    </Boundary>,
  );
  await screen.findByText("caught");
  expect(String(onCatch.mock.lastCall)).toContain("No QueryClient set");
});

test("a refetch in the background keeps the data and shares one request", async () => {
  const second = deferred<Response>();
  const { fetch, requests } = recordFetch((_, number) =>
    number === 1 ? person() : second.promise,
  );
  const seen = vi.fn();
  renderApp({ tokenProvider: sync, fetch, children: <Reader onRender={seen} /> });
  await screen.findByText("ready Barbara Jensen");
  await act(async () => {
    const { refetch } = seen.mock.lastCall?.[0] ?? {};
    refetch({ cancelRefetch: false });
    refetch({ cancelRefetch: false });
  });
  expect(screen.getByTestId("me")).toHaveTextContent("ready Barbara Jensen");
  second.resolve(person({ displayName: "Babs Jensen" }));
  await screen.findByText("ready Babs Jensen");
  expect(requests).toHaveLength(2);
});

test("with throwOnError the reset of a boundary asks again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const { fetch, requests } = recordFetch((_, number) => (number === 1 ? failure(500) : person()));
  const reset: { now?: () => void } = {};
  function Page(): JSX.Element {
    const { reset: resetQueries } = useQueryErrorResetBoundary();
    const [attempt, setAttempt] = useState(0);
    reset.now = () => {
      resetQueries();
      setAttempt(attempt + 1);
    };
    return (
      <Boundary key={attempt} onCatch={() => {}}>
        <Reader options={{ throwOnError: true }} />
      </Boundary>
    );
  }
  renderApp({ tokenProvider: () => "token", fetch, children: <Page /> });
  await screen.findByText("caught");
  act(() => reset.now?.());
  await screen.findByText("ready Barbara Jensen");
  expect(requests).toHaveLength(2);
});
