import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { createRef, type JSX } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import {
  ProtectedRoute,
  type ProtectedRouteProps,
  type ScimMeState,
  withProtectedRoute,
} from "../../../src/index.js";
import { en } from "../../../src/locales/en.js";
import { Boundary } from "../query/Boundary.js";
import { NoQueryClient } from "../query/NoQueryClient.js";
import { failure, never, person, recordFetch } from "../query/recordFetch.js";
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

test("whom allow refuses is told so after a failure in the background too", async () => {
  const { fetch } = recordFetch((_, number) => (number === 1 ? person() : failure(503)));
  const forbidden = vi.fn(() => "own forbidden");
  const app = renderApp({ tokenProvider: some, fetch, children: guard({ allow: () => false }) });
  await inState("forbidden");
  await act(() => app.client.refetchQueries());
  expect(screen.getByText(en["not-allowed"].title)).toBeVisible();
  expect(screen.getByText(en["not-allowed"].text)).toBeVisible();
  app.update({ children: guard({ allow: () => false, forbidden }) });
  expect(forbidden).toHaveBeenLastCalledWith(expect.objectContaining({ error: null }));
});

test("whom allow refuses was signed in: the end of their session redirects again", async () => {
  const onSignedOut = vi.fn();
  const answers = [() => failure(401), person, () => failure(401)];
  const { fetch } = recordFetch((_, number) => answers[number - 1]?.() ?? failure(500));
  const children = guard({ allow: () => false, onSignedOut });
  const app = renderApp({ tokenProvider: some, fetch, children });
  await inState("unauthorized");
  await act(() => app.client.refetchQueries());
  await inState("forbidden");
  await act(() => app.client.refetchQueries());
  await inState("unauthorized");
  expect(onSignedOut).toHaveBeenCalledTimes(2);
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

test("a host's own tabindex stays where the focus comes to its root", async () => {
  const { fetch } = recordFetch((_, number) => (number === 1 ? person() : failure(401)));
  const children = guard({
    children: <button type="button">act</button>,
    tabIndex: 0,
    signedOut: "",
  });
  const { client } = renderApp({ tokenProvider: some, fetch, children });
  (await screen.findByText("act")).focus();
  await act(() => client.refetchQueries());
  const root = await inState("unauthorized");
  expect(root).toHaveFocus();
  expect(root).toHaveAttribute("tabindex", "0");
});

test("what a host's page takes away by itself leaves the focus to the host", async () => {
  const { fetch } = recordFetch();
  const app = renderApp({
    tokenProvider: some,
    fetch,
    children: guard({ children: <button type="button">act</button> }),
  });
  (await screen.findByText("act")).focus();
  app.update({ children: guard() });
  expect(screen.getByText("the secret")).toBeVisible();
  expect(document.body).toHaveFocus();
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

test("outside a QueryClientProvider it renders nothing protected", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const page = watchPage();
  const onCatch = vi.fn();
  render(
    <Boundary onCatch={onCatch}>
      <NoQueryClient>{guard({ endpoint, tokenProvider: some })}</NoQueryClient>
    </Boundary>,
  );
  await screen.findByText("caught");
  expect(String(onCatch.mock.lastCall)).toContain("No QueryClient set");
  expect(page.seen()).not.toContain("the secret");
});
