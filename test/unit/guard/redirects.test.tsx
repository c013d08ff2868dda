import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  ProfileCard,
  ProtectedRoute,
  type SignInRequest,
  SignOutButton,
} from "../../../src/index.js";
import { en } from "../../../src/locales/en.js";
import { deferred, failure, person, recordFetch } from "../query/recordFetch.js";
import { pass, renderApp } from "../query/renderApp.js";

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  vi.useRealTimers();
  history.replaceState(null, "", "/");
});

function guard(onSignedOut: (request: SignInRequest) => void) {
  return <ProtectedRoute onSignedOut={onSignedOut}>the secret</ProtectedRoute>;
}

/** A page load that ends signed out. */
async function load(onSignedOut: (request: SignInRequest) => void) {
  const { fetch } = recordFetch();
  const app = renderApp({ tokenProvider: () => null, fetch, children: guard(onSignedOut) });
  await waitFor(() =>
    expect(document.querySelector("[data-scim]")).toHaveAttribute("data-state", "missing-token"),
  );
  return app;
}

/** Where a page is, and where its sign-in is told to return to. */
const returns: [at: string, returnTo: string][] = [
  ["/orders/7?tab=items#total", "/orders/7?tab=items#total"],
  ["/?next=https://evil.example.net/", "/?next=https://evil.example.net/"],
  ["/#//evil.example.net", "/#//evil.example.net"],
  ["/kim@evil.example.net", "/kim@evil.example.net"],
  ["/https://evil.example.net/", "/https://evil.example.net/"],
  ["/javascript:alert(1)", "/javascript:alert(1)"],
  ["/%0d%0aLocation:%20x", "/%0d%0aLocation:%20x"],
  ["//evil.example.net/x", "/"],
  ["///evil.example.net/x", "/"],
  ["/.//evil.example.net/x", "/"],
  ["/..//evil.example.net/x", "/"],
  ["/\\evil.example.net/x", "/"],
  ["/\t/evil.example.net/x", "/"],
  ["/#\\evil.example.net", "/"],
  ["/?a=\\b", "/"],
  ["/a\u0001b", "/a%01b"],
  ["/a\u0085b", "/a%C2%85b"],
  ["/\u202Egnp.exe", "/%E2%80%AEgnp.exe"],
];

test.each(returns)("a page at %j is returned to at %j, of its own origin", async (at, expected) => {
  history.replaceState(null, "", `${location.origin}${at}`);
  const onSignedOut = vi.fn();
  await load(onSignedOut);
  const { returnTo, reason } = onSignedOut.mock.lastCall?.[0] ?? {};
  expect(returnTo).toBe(expected);
  expect(new URL(returnTo, location.origin).origin).toBe(location.origin);
  expect(reason).toBe("missing-token");
});

test("it is called in an effect, never in render, and once however often the app renders", async () => {
  let rendering = false;
  const during: boolean[] = [];
  const onSignedOut = vi.fn(() => during.push(rendering));
  function Page() {
    rendering = true;
    const view = guard(() => onSignedOut());
    queueMicrotask(() => {
      rendering = false;
    });
    return view;
  }
  const { fetch } = recordFetch();
  const app = renderApp({ tokenProvider: () => null, fetch, children: <Page /> });
  await waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(1));
  for (let render = 0; render < 10; render++) {
    app.update({ tokenProvider: () => null, children: <Page /> });
  }
  await act(() => app.client.refetchQueries());
  await pass();
  expect(onSignedOut).toHaveBeenCalledTimes(1);
  expect(during).toEqual([false]);
});

test("asking again upon focus does not redirect again", async () => {
  const onSignedOut = vi.fn();
  await load(onSignedOut);
  for (let focus = 0; focus < 3; focus++) {
    act(() => void window.dispatchEvent(new Event("visibilitychange")));
    await pass();
  }
  expect(onSignedOut).toHaveBeenCalledTimes(1);
});

test("it is called again only after somebody was signed in", async () => {
  const answers = [() => failure(401), () => person(), () => failure(401), () => failure(401)];
  const { fetch } = recordFetch((_, number) => answers[number - 1]?.() ?? person());
  const onSignedOut = vi.fn();
  const app = renderApp({ tokenProvider: () => "token", fetch, children: guard(onSignedOut) });
  await waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(1));
  await act(() => app.client.refetchQueries());
  await screen.findByText("the secret");
  expect(onSignedOut).toHaveBeenCalledTimes(1);
  await act(() => app.client.refetchQueries());
  await waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(2));
  await act(() => app.client.refetchQueries());
  await pass();
  expect(onSignedOut).toHaveBeenCalledTimes(2);
  expect(onSignedOut).toHaveBeenLastCalledWith(expect.objectContaining({ reason: "unauthorized" }));
});

test("a failure on the way from unauthorized to missing-token does not redirect again", async () => {
  const { fetch } = recordFetch((_, number) => failure(number === 1 ? 401 : 503));
  const onSignedOut = vi.fn();
  const app = renderApp({ tokenProvider: () => "token", fetch, children: guard(onSignedOut) });
  await waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(1));
  await act(() => app.client.refetchQueries());
  await pass();
  app.update({ tokenProvider: () => null });
  await act(() => app.client.refetchQueries());
  await pass();
  expect(onSignedOut).toHaveBeenCalledTimes(1);
});

test("three redirects in 30 s are made, the fourth is an explanation with a way on", async () => {
  const onSignedOut = vi.fn();
  for (let page = 0; page < 3; page++) (await load(onSignedOut)).unmount();
  expect(onSignedOut).toHaveBeenCalledTimes(3);
  await load(onSignedOut);
  expect(await screen.findByText(en["redirect-loop"].title)).toBeVisible();
  expect(onSignedOut).toHaveBeenCalledTimes(3);
  fireEvent.click(screen.getByRole("button", { name: en["redirect-loop"].action }));
  expect(onSignedOut).toHaveBeenCalledTimes(4);
});

test("a slot for the signed-out view does not hide the explanation of a loop", async () => {
  const onSignedOut = vi.fn();
  for (let page = 0; page < 3; page++) (await load(onSignedOut)).unmount();
  const { fetch } = recordFetch();
  const children = (
    <ProtectedRoute onSignedOut={onSignedOut} signedOut="redirecting">
      the secret
    </ProtectedRoute>
  );
  renderApp({ tokenProvider: () => null, fetch, children });
  expect(await screen.findByText(en["redirect-loop"].title)).toBeVisible();
});

test("several guards on one page are one redirect each and one in the count", async () => {
  const onSignedOut = vi.fn();
  const { fetch } = recordFetch();
  const children = [1, 2, 3, 4, 5].map((key) => <div key={key}>{guard(onSignedOut)}</div>);
  renderApp({ tokenProvider: () => null, fetch, children });
  await waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(5));
  await pass();
  expect(screen.queryByText(en["redirect-loop"].title)).toBeNull();
});

test("after 30 s redirects are made again", async () => {
  const onSignedOut = vi.fn();
  const start = Date.now();
  const now = vi.spyOn(Date, "now").mockReturnValue(start);
  for (let page = 0; page < 3; page++) (await load(onSignedOut)).unmount();
  now.mockReturnValue(start + 30_001);
  await load(onSignedOut);
  expect(onSignedOut).toHaveBeenCalledTimes(4);
  now.mockRestore();
});

test("redirects of a time that is still to come, by a clock that was set back, do not count", async () => {
  const onSignedOut = vi.fn();
  const start = Date.now();
  const now = vi.spyOn(Date, "now").mockReturnValue(start);
  for (let page = 0; page < 3; page++) (await load(onSignedOut)).unmount();
  now.mockReturnValue(start - 3_600_000);
  await load(onSignedOut);
  expect(onSignedOut).toHaveBeenCalledTimes(4);
  now.mockRestore();
});

test("what is stored about redirects names nobody and holds no token", async () => {
  await load(vi.fn());
  const stored = JSON.stringify({ ...sessionStorage });
  expect(stored).toMatch(/redirects/);
  expect(stored).not.toMatch(/token|@|example/);
});

test.each(["not json", '{"a":1}', "[null]", '["x"]'])(
  "a store that holds %s does not stop a redirect",
  async (stored) => {
    await load(vi.fn());
    for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, stored);
    document.body.innerHTML = "";
    const onSignedOut = vi.fn();
    await load(onSignedOut);
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  },
);

test("a store that is forbidden does not stop a redirect", async () => {
  const getItem = vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  const onSignedOut = vi.fn();
  await load(onSignedOut);
  expect(onSignedOut).toHaveBeenCalledTimes(1);
  getItem.mockRestore();
});

test.each([
  ["without a token before, by a provider that stays the same", null, true],
  ["without a token before", null, false],
  ["with a refused token before", "old", false],
])(
  "whoever signs in on another page of the app is let in by a guard that mounts again, %s",
  async (_, before, isStable) => {
    const { fetch } = recordFetch(({ token }) => (token === "new" ? person() : failure(401)));
    let token = before;
    const stable = () => token;
    const provider = () => ({ tokenProvider: isStable ? stable : () => token });
    const onSignedOut = vi.fn();
    const app = renderApp({ fetch, ...provider(), children: guard(onSignedOut) });
    await waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(1));
    app.update({ children: "the sign-in" });
    token = "new";
    app.update({ ...provider(), children: guard(onSignedOut) });
    expect(await screen.findByText("the secret")).toBeVisible();
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  },
);

test("whoever was revoked and signs in again is let in by a guard that mounts again", async () => {
  let valid = "old";
  const { fetch } = recordFetch(({ token }) => (token === valid ? person() : failure(401)));
  const onSignedOut = vi.fn();
  const app = renderApp({ tokenProvider: () => "old", fetch, children: guard(onSignedOut) });
  await screen.findByText("the secret");
  valid = "new";
  await act(() => app.client.refetchQueries());
  await waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(1));
  app.update({ children: "the sign-in" });
  app.update({ tokenProvider: () => "new", children: guard(onSignedOut) });
  expect(await screen.findByText("the secret")).toBeVisible();
  expect(onSignedOut).toHaveBeenCalledTimes(1);
});

test("a guard that mounts with the sign-in, beside a card that was signed out, waits for the token", async () => {
  const { fetch, requests } = recordFetch();
  const onSignedOut = vi.fn();
  const card = <ProfileCard key="card" />;
  const app = renderApp({ tokenProvider: () => null, fetch, children: card });
  await screen.findByText(en["missing-token"].title);
  const token = deferred<string | null>();
  const children = [card, <div key="guard">{guard(onSignedOut)}</div>];
  app.update({ tokenProvider: () => token.promise, children });
  await pass();
  await act(async () => token.resolve("token"));
  expect(await screen.findByText("the secret")).toBeVisible();
  expect(onSignedOut).not.toHaveBeenCalled();
  expect(requests).toHaveLength(1);
});

test("where that brings no token, it redirects then", async () => {
  const onSignedOut = vi.fn();
  const card = <ProfileCard key="card" />;
  const app = renderApp({ tokenProvider: () => null, children: card });
  await screen.findByText(en["missing-token"].title);
  const token = deferred<string | null>();
  const children = [card, <div key="guard">{guard(onSignedOut)}</div>];
  app.update({ tokenProvider: () => token.promise, children });
  await pass();
  expect(onSignedOut).not.toHaveBeenCalled();
  await act(async () => token.resolve(null));
  expect(onSignedOut).toHaveBeenCalledTimes(1);
});

test("a guard that mounts beside a card that was signed out asks a provider that stays the same", async () => {
  const { fetch, requests } = recordFetch();
  let token: string | null = null;
  const tokenProvider = vi.fn(() => token);
  const onSignedOut = vi.fn();
  const card = <ProfileCard key="card" />;
  const app = renderApp({ tokenProvider, fetch, children: card });
  await screen.findByText(en["missing-token"].title);
  vi.useFakeTimers({ toFake: ["Date"] });
  // Each visit in vain is one redirect; however many there were, the next person is asked for.
  for (const visit of [1, 2, 3, 4]) {
    vi.setSystemTime(Date.now() + 2000);
    sessionStorage.clear();
    app.update({ children: [card, <div key="guard">{guard(onSignedOut)}</div>] });
    await waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(visit));
    expect(tokenProvider).toHaveBeenCalledTimes(1 + visit);
    app.update({ children: card });
  }
  vi.setSystemTime(Date.now() + 2000);
  token = "token";
  app.update({ children: [card, <div key="guard">{guard(onSignedOut)}</div>] });
  expect(await screen.findByText("the secret")).toBeVisible();
  expect(onSignedOut).toHaveBeenCalledTimes(4);
  expect(requests).toHaveLength(1);
});

test("an ask that is due within the second is waited for too", async () => {
  const { fetch } = recordFetch();
  const onSignedOut = vi.fn();
  const card = <ProfileCard key="card" />;
  const app = renderApp({ tokenProvider: () => null, fetch, children: card });
  await screen.findByText(en["missing-token"].title);
  const early = vi.fn(() => null);
  app.update({ tokenProvider: early, children: card });
  await waitFor(() => expect(early).toHaveBeenCalledTimes(1));
  const children = [card, <div key="guard">{guard(onSignedOut)}</div>];
  app.update({ tokenProvider: () => "token", children });
  expect(await screen.findByText("the secret")).toBeVisible();
  expect(onSignedOut).not.toHaveBeenCalled();
});

test("beside a card whose person was revoked, a guard that mounts with the sign-in waits for the answer", async () => {
  const answer = deferred<Response>();
  const { fetch, requests } = recordFetch(({ token }, number) => {
    if (token === "new") return answer.promise;
    return number === 1 ? person() : failure(401);
  });
  const onSignedOut = vi.fn();
  const card = <ProfileCard key="card" />;
  const app = renderApp({ tokenProvider: () => "old", fetch, children: card });
  await screen.findByText("Barbara Jensen");
  await act(() => app.client.refetchQueries());
  await screen.findByText(en.unauthorized.title);
  const children = [card, <div key="guard">{guard(onSignedOut)}</div>];
  app.update({ tokenProvider: () => "new", children });
  await waitFor(() => expect(requests.at(-1)?.token).toBe("new"));
  await pass();
  await act(async () => answer.resolve(person()));
  expect(await screen.findByText("the secret")).toBeVisible();
  expect(onSignedOut).not.toHaveBeenCalled();
});

test("after a sign-out, a guard that mounts beside a signed-out card asks for whoever signs in", async () => {
  const { fetch, requests } = recordFetch();
  let token: string | null = "old";
  const tokenProvider = () => token;
  const onSignedOut = vi.fn();
  const header = (
    <header key="header">
      <ProfileCard />
      <SignOutButton
        onSignOut={() => {
          token = null;
        }}
      >
        leave
      </SignOutButton>
    </header>
  );
  const app = renderApp({ tokenProvider, fetch, children: header });
  await screen.findByText("Barbara Jensen");
  fireEvent.click(screen.getByText("leave"));
  await screen.findByText(en["missing-token"].title);
  await pass();
  token = "new";
  app.update({ children: [header, <div key="guard">{guard(onSignedOut)}</div>] });
  expect(await screen.findByText("the secret")).toBeVisible();
  expect(onSignedOut).not.toHaveBeenCalled();
  expect(requests.map((request) => request.token)).toEqual(["old", "new"]);
});
