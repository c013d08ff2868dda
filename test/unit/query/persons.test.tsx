import {
  dehydrate,
  hydrate,
  IsRestoringProvider,
  QueryClient,
  useQuery,
} from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import type { JSX } from "react";
import { expect, test, vi } from "vitest";
import { ScimMeProvider, scimMeQueryKey, scimMeQueryOptions } from "../../../src/index.js";
import { buildMe, createTestQueryClient } from "../../../src/testing/index.js";
import { cachedText } from "./cachedText.js";
import { Reader } from "./Reader.js";
import { type Answer, deferred, failure, person, recordFetch } from "./recordFetch.js";
import { endpoint, pass, renderApp } from "./renderApp.js";
import { watchPage } from "./watchPage.js";

const alice = { id: "a", userName: "alice@example.com", displayName: "Alice" };
const bob = { id: "b", userName: "bob@example.com", displayName: "Bob" };
/** Each token is somebody's. */
const byToken: Answer = ({ token }) => person(token === "token-of-alice" ? alice : bob);

test("a changed subject asks for the new person and removes the other's queries", async () => {
  const { fetch, requests } = recordFetch(byToken);
  const app = renderApp({
    tokenProvider: () => "token-of-alice",
    subject: "alice",
    fetch,
    children: [
      <Reader key="a" />,
      <Reader key="b" id="partial" options={{ attributes: ["displayName"] }} />,
    ],
  });
  await waitFor(() => expect(screen.getAllByText("ready Alice")).toHaveLength(2));
  app.update({ tokenProvider: () => "token-of-bob", subject: "bob" });
  await waitFor(() => expect(screen.getAllByText("ready Bob")).toHaveLength(2));
  expect(
    app.client
      .getQueryCache()
      .findAll({ queryKey: scimMeQueryKey({ endpoint, subject: "alice" }) }),
  ).toHaveLength(0);
  expect(cachedText(app.client)).not.toContain("Alice");
  expect(requests).toHaveLength(4);
});

test("once the subject has changed Alice is on the page at no moment", async () => {
  const second = deferred<Response>();
  const { fetch } = recordFetch((_, number) => (number === 1 ? person(alice) : second.promise));
  const tokenProvider = () => "any-token";
  const app = renderApp({ tokenProvider, subject: "alice", fetch, children: <Reader /> });
  await screen.findByText("ready Alice");
  app.update({ subject: "bob" });
  const page = watchPage();
  await pass();
  await act(async () => second.resolve(person(bob)));
  await screen.findByText("ready Bob");
  expect(page.seen()).toContain("Bob");
  expect(page.seen()).not.toContain("Alice");
});

test("a subject that mounts later removes what an earlier one left in the cache", async () => {
  const { fetch } = recordFetch(byToken);
  const client = createTestQueryClient();
  client.setQueryData(scimMeQueryKey({ endpoint, subject: "alice" }), buildMe(alice));
  client.setQueryData(
    scimMeQueryKey({ endpoint: "https://other.example.com/Me", subject: "alice" }),
    buildMe(alice),
  );
  const props = { tokenProvider: () => "token-of-bob", subject: "bob", fetch };
  renderApp({ ...props, children: <Reader /> }, { client });
  await screen.findByText("ready Bob");
  const left = client.getQueryCache().findAll({ queryKey: scimMeQueryKey({ endpoint }) });
  expect(left.map(({ queryKey }) => queryKey[3])).toEqual(["bob"]);
});

test("what a persister restores of an earlier subject goes, and of this one it stays", async () => {
  const stored = createTestQueryClient();
  for (const one of [alice, bob])
    stored.setQueryData(scimMeQueryKey({ endpoint, subject: one.id }), buildMe(one));
  const { fetch, requests } = recordFetch(byToken);
  const children = (isRestoring: boolean) => (
    <IsRestoringProvider value={isRestoring}>
      <Reader />
    </IsRestoringProvider>
  );
  const props = { tokenProvider: () => "token-of-bob", subject: bob.id, fetch };
  const app = renderApp({ ...props, children: children(true) });
  act(() => hydrate(app.client, dehydrate(stored)));
  app.update({ children: children(false) });
  await screen.findByText("ready Bob");
  const left = app.client.getQueryCache().getAll();
  expect(left.map(({ queryKey }) => queryKey[3])).toEqual([bob.id]);
  expect(requests).toHaveLength(0);
});

test("a subject that goes away removes the person", async () => {
  const { fetch } = recordFetch(byToken);
  const app = renderApp({
    tokenProvider: () => "token-of-alice",
    subject: "alice",
    fetch,
    children: <Reader />,
  });
  await screen.findByText("ready Alice");
  app.update({ tokenProvider: () => null, subject: null });
  await screen.findByText("missing-token");
  expect(app.client.getQueryCache().getAll()).toHaveLength(1);
});

test("an answer for the last subject that comes late is shown to nobody and kept by nobody", async () => {
  const late = deferred<Response>();
  const { fetch, requests } = recordFetch((_, number) =>
    number === 1 ? late.promise : person(bob),
  );
  const tokenProvider = () => "any-token";
  const app = renderApp({ tokenProvider, subject: "alice", fetch, children: <Reader /> });
  await waitFor(() => expect(requests).toHaveLength(1));
  const page = watchPage();
  app.update({ subject: "bob" });
  expect(requests[0]?.signal.aborted).toBe(true);
  await screen.findByText("ready Bob");
  await act(async () => late.resolve(person(alice)));
  await pass();
  expect(page.seen()).not.toContain("Alice");
  expect(cachedText(app.client)).not.toContain("Alice");
});

test("a consumer without a subject beside one with a subject is not left loading for ever", async () => {
  const { fetch } = recordFetch(byToken);
  const tokenProvider = () => "token-of-bob";
  const children = [
    <Reader key="a" id="without" />,
    <Reader key="b" id="with" options={{ subject: "bob" }} />,
  ];
  renderApp({ tokenProvider, fetch, children });
  await waitFor(() => expect(screen.getByTestId("with")).toHaveTextContent("ready Bob"));
  await waitFor(() => expect(screen.getByTestId("without")).toHaveTextContent("ready Bob"));
});

test("a component that mounts with a subject takes nothing from a mounted one without", async () => {
  const { fetch, requests } = recordFetch(byToken);
  const header = <Reader key="a" id="header" />;
  const app = renderApp({ tokenProvider: () => "token-of-bob", fetch, children: [header] });
  await screen.findByText("ready Bob");
  const page = watchPage();
  for (const key of ["one", "two", "three"]) {
    app.update({ children: [header, <Reader key={key} id={key} options={{ subject: "bob" }} />] });
    await pass();
  }
  expect(page.seen()).not.toMatch(/"header">loading/);
  expect(requests).toHaveLength(2);
});

test("a subject that comes when two keys are in use leaves nobody loading", async () => {
  const { fetch } = recordFetch(byToken);
  const fixed = <Reader key="b" id="fixed" options={{ subject: "carol" }} />;
  const children = [<Reader key="a" id="moving" />, fixed];
  const props = { tokenProvider: () => "token-of-bob", fetch, subject: "alice", children };
  const app = renderApp(props);
  await waitFor(() => expect(screen.getAllByText("ready Bob")).toHaveLength(2));
  app.update({ subject: "bob" });
  await waitFor(() => expect(screen.getByTestId("moving")).toHaveTextContent("ready Bob"));
  await waitFor(() => expect(screen.getByTestId("fixed")).toHaveTextContent("ready Bob"));
});

test("without a subject the cached person shows until the answer arrives", async () => {
  const { fetch, requests } = recordFetch(byToken);
  const client = createTestQueryClient();
  client.setQueryData(scimMeQueryKey({ endpoint, subject: null }), buildMe(alice), {
    updatedAt: 1,
  });
  renderApp({ tokenProvider: () => "token-of-bob", fetch, children: <Reader /> }, { client });
  expect(screen.getByTestId("me")).toHaveTextContent("ready Alice");
  await screen.findByText("ready Bob");
  expect(requests).toHaveLength(1);
});

test("another id replaces the query in place, so that no consumer stays pending", async () => {
  let token = "token-of-alice";
  const { fetch, requests } = recordFetch(byToken);
  const children = [<Reader key="a" id="a" />, <Reader key="b" id="b" />];
  const app = renderApp({ tokenProvider: () => token, fetch, children });
  await waitFor(() => expect(screen.getAllByText("ready Alice")).toHaveLength(2));
  const [before] = app.client.getQueryCache().getAll();
  token = "token-of-bob";
  await act(() => app.client.refetchQueries());
  await waitFor(() => expect(screen.getAllByText("ready Bob")).toHaveLength(2));
  expect(app.client.getQueryCache().getAll()).toEqual([before]);
  expect(requests).toHaveLength(2);
});

test("another id empties the endpoint's other Me queries first, and they are read again", async () => {
  let token = "token-of-alice";
  let slow: Promise<unknown> = Promise.resolve();
  const { fetch } = recordFetch(async (request, number) => {
    if (request.url.includes("attributes")) await slow;
    return byToken(request, number);
  });
  const other = "https://other.example.com/Me";
  const children = [
    <Reader key="a" id="a" />,
    <Reader key="b" id="b" options={{ attributes: ["displayName"] }} />,
    <Reader key="c" id="c" options={{ endpoint: other }} />,
  ];
  const app = renderApp({ tokenProvider: () => token, fetch, children });
  app.client.setQueryData([...scimMeQueryKey({ endpoint, subject: "old" })], buildMe(alice));
  await waitFor(() => expect(screen.getAllByText("ready Alice")).toHaveLength(3));
  token = "token-of-bob";
  const gate = deferred();
  slow = gate.promise;
  await act(() =>
    app.client.refetchQueries({
      queryKey: scimMeQueryKey({ endpoint, subject: null }),
      exact: true,
    }),
  );
  await waitFor(() => expect(screen.getByTestId("a")).toHaveTextContent("ready Bob"));
  expect(screen.getByTestId("b")).toHaveTextContent(/^loading$/);
  expect(screen.getByTestId("c")).toHaveTextContent("ready Alice");
  expect(app.client.getQueryData(scimMeQueryKey({ endpoint, subject: "old" }))).toBeUndefined();
  await act(async () => gate.resolve());
  await waitFor(() => expect(screen.getByTestId("b")).toHaveTextContent("ready Bob"));
});

test("the same id with a changed profile empties nothing", async () => {
  const { fetch, requests } = recordFetch((_, number) =>
    person({ ...alice, displayName: number > 2 ? "Alice Smith" : "Alice" }),
  );
  const children = [
    <Reader key="a" id="a" />,
    <Reader key="b" id="b" options={{ attributes: ["displayName"] }} />,
  ];
  const app = renderApp({ tokenProvider: () => "token", fetch, children });
  await waitFor(() => expect(screen.getAllByText("ready Alice")).toHaveLength(2));
  await act(() =>
    app.client.refetchQueries({
      queryKey: scimMeQueryKey({ endpoint, subject: null }),
      exact: true,
    }),
  );
  await screen.findByText("ready Alice Smith");
  expect(screen.getByTestId("b")).toHaveTextContent("ready Alice");
  expect(requests).toHaveLength(3);
});

test("two people on one page at two endpoints do not disturb each other", async () => {
  const { fetch, requests } = recordFetch(byToken);
  const other = "https://other.example.com/Me";
  const children = [
    <Reader key="a" id="a" tokenProvider={() => "token-of-alice"} options={{ subject: "alice" }} />,
    <Reader
      key="b"
      id="b"
      tokenProvider={() => "token-of-bob"}
      options={{ subject: "bob", endpoint: other }}
    />,
  ];
  renderApp({ fetch, children });
  await screen.findByText("ready Alice");
  await screen.findByText("ready Bob");
  expect(requests).toHaveLength(2);
});

test("initialData is shown to the person it was given for, and not to the next subject", async () => {
  const { fetch } = recordFetch(() => person(bob));
  const children = <Reader options={{ initialData: buildMe(alice) }} />;
  const app = renderApp({ tokenProvider: () => "token", subject: "alice", fetch, children });
  expect(screen.getByTestId("me")).toHaveTextContent("ready Alice");
  app.update({ subject: "bob" });
  expect(screen.getByTestId("me")).toHaveTextContent(/^loading$/);
  await screen.findByText("ready Bob");
});

test("a plain useQuery of scimMeQueryOptions shares the query with the hook", async () => {
  const { fetch, requests } = recordFetch(() => person(alice));
  const tokenProvider = () => "token-of-alice";
  function Plain(): JSX.Element {
    const { data } = useQuery(scimMeQueryOptions({ endpoint, tokenProvider, fetch }));
    return <p>plain {data?.displayName}</p>;
  }
  renderApp({ tokenProvider, fetch, children: [<Plain key="a" />, <Reader key="b" />] });
  await screen.findByText("plain Alice");
  expect(screen.getByTestId("me")).toHaveTextContent("ready Alice");
  expect(requests).toHaveLength(1);
});

test.each([401, 403, 404])(
  "a revoked person is out at once: %i over cached data",
  async (status) => {
    const { fetch } = recordFetch((_, number) => (number === 1 ? person(alice) : failure(status)));
    const app = renderApp({ tokenProvider: () => "token", fetch, children: <Reader /> });
    await screen.findByText("ready Alice");
    await act(() => app.client.refetchQueries());
    await screen.findByText(/^(unauthorized|forbidden|unsupported)/);
  },
);

test.each([429, 503])("cached data stays ready through a %i in the background", async (status) => {
  const { fetch } = recordFetch((_, number) => (number === 1 ? person(alice) : failure(status)));
  const app = renderApp({ tokenProvider: () => "token", fetch, children: <Reader /> });
  await screen.findByText("ready Alice");
  await act(() => app.client.refetchQueries());
  await pass();
  expect(screen.getByTestId("me")).toHaveTextContent("ready Alice");
});

test("where one part of a page changes over before the other, nobody is signed out", async () => {
  const { fetch } = recordFetch(({ token }) => person(token === "alice" ? alice : bob));
  const part = (subject: string, id: string) => (
    <ScimMeProvider key={id} {...{ endpoint, subject, fetch }} tokenProvider={() => subject}>
      <Reader id={id} />
    </ScimMeProvider>
  );
  const app = renderApp({ children: [part("alice", "a"), part("alice", "b")] });
  await waitFor(() => expect(screen.getAllByText("ready Alice")).toHaveLength(2));
  app.update({ children: [part("bob", "a"), part("alice", "b")] });
  await pass(50);
  app.update({ children: [part("bob", "a"), part("bob", "b")] });
  await waitFor(() => expect(screen.getAllByText("ready Bob")).toHaveLength(2));
});

test("a page of several React roots, each rendered in its turn, asks once for who signs in", async () => {
  const { fetch, requests } = recordFetch(byToken);
  const client = createTestQueryClient();
  let token: string | undefined;
  const props = { tokenProvider: () => token, fetch };
  const island = (id: string) => renderApp({ ...props, children: <Reader id={id} /> }, { client });
  const islands = [island("a"), island("b")];
  await waitFor(() => expect(screen.getAllByText("missing-token")).toHaveLength(2));
  token = "token-of-bob";
  for (const { update } of islands) {
    update({ subject: "bob" });
    // Between two roots React may let promises go on.
    for (let turn = 0; turn < 20; turn++) await null;
  }
  await waitFor(() => expect(screen.getAllByText("ready Bob")).toHaveLength(2));
  expect(requests).toHaveLength(1);
});

test("a persister of the host's other queries has nothing to do with the profile", async () => {
  const persister = vi.fn();
  const client = new QueryClient({ defaultOptions: { queries: { persister, retry: false } } });
  const { fetch, requests } = recordFetch();
  renderApp({ tokenProvider: () => "token", fetch, children: <Reader /> }, { client });
  await screen.findByText("ready Barbara Jensen");
  expect(persister).not.toHaveBeenCalled();
  expect(requests).toHaveLength(1);
  client.clear();
});

test("prefetching and hooks find each other, whatever the host hashes keys with", async () => {
  const queryKeyHashFn = (key: readonly unknown[]) => `v1:${JSON.stringify(key)}`;
  const client = new QueryClient({ defaultOptions: { queries: { queryKeyHashFn } } });
  const { fetch, requests } = recordFetch();
  const tokenProvider = () => "token";
  await client.prefetchQuery(scimMeQueryOptions({ endpoint, tokenProvider, fetch }));
  renderApp({ tokenProvider, fetch, children: <Reader /> }, { client });
  expect(screen.getByTestId("me")).toHaveTextContent("ready Barbara Jensen");
  expect(requests).toHaveLength(1);
  client.clear();
});
