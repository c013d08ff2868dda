import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { createRef, type JSX, useEffect, useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import {
  ProtectedRoute,
  type ProtectedRouteProps,
  type ScimMeState,
  scimMeQueryKey,
  type TokenRequest,
  withProtectedRoute,
} from "../../../src/index.js";
import { en } from "../../../src/locales/en.js";
import { buildMe, createTestQueryClient } from "../../../src/testing/index.js";
import {
  type Answer,
  deferred,
  failure,
  never,
  offline,
  person,
  recordFetch,
} from "../query/recordFetch.js";
import { endpoint, pass, renderApp } from "../query/renderApp.js";
import { watchPage } from "../query/watchPage.js";

beforeEach(() => sessionStorage.clear());

const secret = <p>the secret</p>;

/** The last argument of `renderApp`'s app: a guard around the secret. */
function guard(props: ProtectedRouteProps = {}): JSX.Element {
  return <ProtectedRoute {...props}>{props.children ?? secret}</ProtectedRoute>;
}

async function inState(state: ScimMeState): Promise<HTMLElement> {
  return waitFor(() => {
    const root = document.querySelector<HTMLElement>("[data-scim=ProtectedRoute]");
    expect(root).toHaveAttribute("data-state", state);
    return root as HTMLElement;
  });
}

const none = () => null;
const some = () => "token";

/** What happens, the state it ends in, what is shown for it, and whether it redirects. */
const table: [string, typeof none | typeof some, Answer, ScimMeState, string, boolean][] = [
  ["a request under way", some, never, "loading", en.loading, false],
  ["no token", none, () => person(), "missing-token", en["missing-token"].title, true],
  ["a 401", some, () => failure(401), "unauthorized", en.unauthorized.title, true],
  ["a 403", some, () => failure(403), "forbidden", en.forbidden.title, false],
  ["a 404", some, () => failure(404), "unsupported", en.unsupported.title, false],
  ["a 429", some, () => failure(429), "unavailable", en.unavailable.title, false],
  ["a 500", some, () => failure(500), "unavailable", en.unavailable.title, false],
  ["no network", some, offline, "unavailable", en.unavailable.title, false],
  ["nonsense", some, () => new Response("<html>"), "unavailable", en.unavailable.title, false],
  ["a redirect", some, () => failure(302), "unavailable", en.unavailable.title, false],
];

test.each(table)(
  "%s: no children at any moment, the right view, the right redirect",
  async (...row) => {
    const [, tokenProvider, answer, state, title, redirects] = row;
    const page = watchPage();
    const { fetch } = recordFetch(answer);
    const onSignedOut = vi.fn();
    renderApp({ tokenProvider, fetch, children: guard({ onSignedOut }) });
    await inState(state);
    await pass();
    expect(screen.getByText(title)).toBeInTheDocument();
    expect(onSignedOut).toHaveBeenCalledTimes(redirects ? 1 : 0);
    expect(page.seen()).not.toContain("the secret");
  },
);

test("a provider that throws never redirects and offers a retry", async () => {
  const onSignedOut = vi.fn();
  const { fetch } = recordFetch();
  const tokenProvider = vi.fn((): string => {
    throw new Error("the store is gone");
  });
  renderApp({ tokenProvider, fetch, children: guard({ onSignedOut }) });
  await inState("unavailable");
  tokenProvider.mockReturnValue("token");
  fireEvent.click(screen.getByRole("button", { name: en.unavailable.action }));
  await screen.findByText("the secret");
  expect(onSignedOut).not.toHaveBeenCalled();
});

test("a proven person sees the children, once the proof is there and not before", async () => {
  const answer = deferred<Response>();
  const page = watchPage();
  const { fetch } = recordFetch(() => answer.promise);
  renderApp({ tokenProvider: some, fetch, children: guard() });
  await pass();
  expect(page.seen()).not.toContain("the secret");
  await act(async () => answer.resolve(person()));
  await inState("ready");
  expect(screen.getByText("the secret")).toBeVisible();
});

test("while pending nothing is asked, shown or redirected, not even for cached data", async () => {
  const client = createTestQueryClient();
  client.setQueryData(scimMeQueryKey({ endpoint, subject: null }), buildMe());
  const { fetch, requests } = recordFetch();
  const onSignedOut = vi.fn();
  const page = watchPage();
  const tokenProvider = vi.fn(none);
  const props = { tokenProvider, fetch, pending: true, children: guard({ onSignedOut }) };
  renderApp(props, { client });
  await inState("loading");
  await pass();
  expect(page.seen()).not.toContain("the secret");
  expect(onSignedOut).not.toHaveBeenCalled();
  expect(tokenProvider).not.toHaveBeenCalled();
  expect(requests).toHaveLength(0);
});

test.each(["loading", "signedOut", "forbidden", "unavailable"] as const)(
  "the slot %s is a node, or a function of the error and retry",
  async (slot) => {
    const cases = {
      loading: [some, never, "loading"],
      signedOut: [none, never, "missing-token"],
      forbidden: [some, () => failure(403), "forbidden"],
      unavailable: [some, () => failure(503), "unavailable"],
    } as const;
    const [tokenProvider, answer, state] = cases[slot];
    const { fetch, requests } = recordFetch(answer);
    const app = renderApp({ tokenProvider, fetch, children: guard({ [slot]: <i>own node</i> }) });
    await inState(state);
    expect(screen.getByText("own node")).toBeVisible();
    const children = guard({
      [slot]: ({ error, retry }: { error: Error | null; retry: () => void }) => (
        <button type="button" onClick={retry}>
          own {error?.name}
        </button>
      ),
    });
    app.update({ children });
    const before = requests.length;
    fireEvent.click(screen.getByRole("button", { name: /^own/ }));
    await pass();
    if (slot === "unavailable") expect(requests.length).toBe(before + 1);
  },
);

test("the slot signedOut serves unauthorized too, and unavailable serves unsupported", async () => {
  const slots = { signedOut: "own signed out", unavailable: "own unavailable" };
  const first = recordFetch(() => failure(401));
  const app = renderApp({ tokenProvider: some, fetch: first.fetch, children: guard(slots) });
  expect(await screen.findByText("own signed out")).toBeVisible();
  app.unmount();
  const second = recordFetch(() => failure(404));
  renderApp({ tokenProvider: some, fetch: second.fetch, children: guard(slots) });
  expect(await screen.findByText("own unavailable")).toBeVisible();
});

test("allow decides who sees the children; who may not sees forbidden, never a login", async () => {
  const page = watchPage();
  const onSignedOut = vi.fn();
  const onSignIn = vi.fn();
  const allow = vi.fn((me) => me.userName === "somebody-else@example.com");
  const { fetch } = recordFetch();
  renderApp({ tokenProvider: some, fetch, children: guard({ allow, onSignedOut, onSignIn }) });
  await inState("forbidden");
  expect(screen.getByText(en["not-allowed"].title)).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
  expect(allow).toHaveBeenCalledWith(expect.objectContaining({ userName: "bjensen@example.com" }));
  expect(page.seen()).not.toContain("the secret");
  expect(onSignedOut).not.toHaveBeenCalled();
});

test("allow that says yes lets in, and one that changes its mind lets out", async () => {
  const { fetch } = recordFetch();
  const app = renderApp({ tokenProvider: some, fetch, children: guard({ allow: () => true }) });
  expect(await screen.findByText("the secret")).toBeVisible();
  app.update({ children: guard({ allow: () => false }) });
  expect(screen.queryByText("the secret")).toBeNull();
  await inState("forbidden");
});

test("allow is not asked about nobody", async () => {
  const allow = vi.fn(() => true);
  const { fetch } = recordFetch();
  const page = watchPage();
  renderApp({ tokenProvider: none, fetch, children: guard({ allow }) });
  await inState("missing-token");
  expect(allow).not.toHaveBeenCalled();
  expect(page.seen()).not.toContain("the secret");
});

test("children keep their state through refreshes, token rotation and passing failures", async () => {
  let mounts = 0;
  function Counter(): JSX.Element {
    const [count, setCount] = useState(0);
    useEffect(() => {
      mounts++;
    }, []);
    return (
      <button type="button" onClick={() => setCount(count + 1)}>
        {count}
      </button>
    );
  }
  const answers = [person, () => person({ displayName: "Babs" }), () => failure(503), person];
  const { fetch, requests } = recordFetch((_, number) => answers[number - 1]?.() ?? failure(500));
  const children = guard({ children: <Counter /> });
  const app = renderApp({ tokenProvider: () => "token-1", fetch, children });
  fireEvent.click(await screen.findByText("0"));
  for (const number of [2, 3, 4]) {
    app.update({ tokenProvider: (_: TokenRequest) => `token-${number}` });
    await act(() => app.client.refetchQueries());
    await pass(5);
    expect(screen.getByText("1")).toBeVisible();
  }
  expect(mounts).toBe(1);
  expect(requests.map(({ token }) => token)).toEqual(["token-1", "token-2", "token-3", "token-4"]);
});

test("a refresh after 401 shows no flash", async () => {
  const { fetch } = recordFetch(({ token }, number) =>
    number === 1 || token === "fresh" ? person() : failure(401),
  );
  const tokenProvider = ({ reason }: TokenRequest) => (reason === "initial" ? "old" : "fresh");
  const app = renderApp({ tokenProvider, fetch, children: guard() });
  await screen.findByText("the secret");
  const page = watchPage();
  await act(() => app.client.refetchQueries());
  await pass();
  expect(page.seen()).not.toMatch(/data-state="(?!ready)/);
});

test("another person remounts the children, and never sees the first one's", async () => {
  let token = "alice";
  const { fetch } = recordFetch((request) =>
    person(request.token === "alice" ? { id: "a" } : { id: "b", displayName: "Bob" }),
  );
  function Draft(): JSX.Element {
    const [text, setText] = useState("empty");
    return (
      <button type="button" onClick={() => setText("draft of Alice")}>
        {text}
      </button>
    );
  }
  const children = guard({ children: <Draft /> });
  const app = renderApp({ tokenProvider: () => token, fetch, children });
  fireEvent.click(await screen.findByText("empty"));
  expect(screen.getByText("draft of Alice")).toBeVisible();
  token = "bob";
  await act(() => app.client.refetchQueries());
  expect(await screen.findByText("empty")).toBeVisible();
});

test("a changed subject takes the children away until the new person is proven", async () => {
  const second = deferred<Response>();
  const { fetch } = recordFetch((_, number) => (number === 1 ? person() : second.promise));
  const onSignedOut = vi.fn();
  const children = guard({ onSignedOut });
  const app = renderApp({ tokenProvider: some, subject: "alice", fetch, children });
  await screen.findByText("the secret");
  app.update({ subject: "bob" });
  expect(screen.queryByText("the secret")).toBeNull();
  await pass();
  expect(screen.queryByText("the secret")).toBeNull();
  await act(async () => second.resolve(person({ id: "b" })));
  expect(await screen.findByText("the secret")).toBeVisible();
  expect(onSignedOut).not.toHaveBeenCalled();
});

test.each([401, 403, 404])(
  "a %i in the background takes the children away at once",
  async (status) => {
    const { fetch } = recordFetch((_, number) => (number === 1 ? person() : failure(status)));
    const app = renderApp({ tokenProvider: some, fetch, children: guard() });
    await screen.findByText("the secret");
    await act(() => app.client.refetchQueries());
    await waitFor(() => expect(screen.queryByText("the secret")).toBeNull());
  },
);

test("in StrictMode it asks once and redirects once", async () => {
  const onSignedOut = vi.fn();
  const tokenProvider = vi.fn(none);
  const { fetch } = recordFetch();
  const props = { tokenProvider, fetch, children: guard({ onSignedOut }) };
  renderApp(props, { reactStrictMode: true });
  await inState("missing-token");
  await pass();
  expect(onSignedOut).toHaveBeenCalledTimes(1);
  expect(tokenProvider).toHaveBeenCalledTimes(1);
});

test("onSignIn puts a button into the signed-out and forbidden views", async () => {
  const onSignIn = vi.fn();
  const { fetch } = recordFetch(() => failure(403));
  const app = renderApp({ tokenProvider: none, fetch, onSignIn, children: guard() });
  await inState("missing-token");
  fireEvent.click(screen.getByRole("button", { name: en["missing-token"].action }));
  expect(onSignIn).toHaveBeenLastCalledWith(expect.objectContaining({ reason: "missing-token" }));
  app.update({ tokenProvider: some });
  await inState("forbidden");
  fireEvent.click(screen.getByRole("button", { name: en.forbidden.action }));
  expect(onSignIn).toHaveBeenLastCalledWith({
    returnTo: "/",
    reason: "forbidden",
    requiredScope: "internal_login",
  });
});

test("ref, className and other DOM props go to the root, options do not", async () => {
  const ref = createRef<HTMLDivElement>();
  const { fetch } = recordFetch();
  const props = { ref, className: "mine", style: { margin: 1 }, id: "guard", tokenProvider: some };
  renderApp({ fetch, children: guard({ ...props, scopeHint: "x", timeoutMs: 5_000 }) });
  const root = await inState("ready");
  expect(ref.current).toBe(root);
  expect(root).toHaveClass("mine");
  expect(root).toHaveAttribute("id", "guard");
  expect(root.getAttributeNames().join()).not.toMatch(/scope|timeout|token/i);
});

test("withProtectedRoute guards a component, passes its props and is named after it", async () => {
  function Account({ name }: { name: string }): JSX.Element {
    return <p>account of {name}</p>;
  }
  const Guarded = withProtectedRoute(Account, { signedOut: "please sign in" });
  const { fetch } = recordFetch();
  const app = renderApp({ tokenProvider: none, fetch, children: <Guarded name="Barbara" /> });
  expect(await screen.findByText("please sign in")).toBeVisible();
  app.update({ tokenProvider: some });
  expect(await screen.findByText("account of Barbara")).toBeVisible();
  expect(Guarded.displayName).toBe("withProtectedRoute(Account)");
});

test("two guards on one page share one request", async () => {
  const { fetch, requests } = recordFetch();
  const children = [<div key="a">{guard()}</div>, <div key="b">{guard()}</div>];
  renderApp({ tokenProvider: some, fetch, children });
  await waitFor(() => expect(screen.getAllByText("the secret")).toHaveLength(2));
  expect(requests).toHaveLength(1);
});

test("outside a QueryClientProvider it renders nothing protected", () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const page = watchPage();
  expect(() => render(guard({ endpoint, tokenProvider: some }))).toThrow("No QueryClient set");
  expect(page.seen()).not.toContain("the secret");
});
