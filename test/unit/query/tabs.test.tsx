import { act, screen, waitFor } from "@testing-library/react";
import type { JSX } from "react";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { ProtectedRoute, SignOutButton } from "../../../src/index.js";
import { cachedText } from "./cachedText.js";
import { Reader } from "./Reader.js";
import { deferred, never, person, recordFetch } from "./recordFetch.js";
import { endpoint, pass, renderApp } from "./renderApp.js";
import { watchPage } from "./watchPage.js";

afterEach(() => sessionStorage.clear());

/** A tab: an app of its own, with a `QueryClient` of its own, on the same origin. */
function openTab(
  id: string,
  subject: string,
  options: { onSignOut?: () => unknown; url?: string } = {},
) {
  const { onSignOut = () => {}, url = endpoint } = options;
  const { fetch, requests } = recordFetch(() => person({ displayName: subject }));
  const onSignedOut = vi.fn();
  const signOut = vi.fn(onSignOut);
  const children = [
    <Reader key="a" id={id} />,
    <ProtectedRoute key="b" onSignedOut={onSignedOut}>
      secret of {id}
    </ProtectedRoute>,
    <SignOutButton key="c" onSignOut={signOut}>
      {`leave ${id}`}
    </SignOutButton>,
  ];
  const tokenProvider = () => `token-of-${subject}`;
  const app = renderApp({ endpoint: url, tokenProvider, subject, fetch, children });
  return { app, requests, onSignedOut, signOut };
}

/** Presses the button, and gives the other tabs time to hear of it. */
async function leave(id: string): Promise<void> {
  act(() => screen.getByText(`leave ${id}`).click());
  await pass(40);
}

async function hidePage(persisted: boolean): Promise<void> {
  act(() => void window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted })));
  await pass(40);
}

function text(id: string): string | null {
  return screen.getByTestId(id).textContent;
}

test("the person's other tabs empty themselves and call onSignedOut, never onSignOut", async () => {
  const one = openTab("one", "alice");
  const two = openTab("two", "alice");
  await waitFor(() => expect(screen.getAllByText("ready alice")).toHaveLength(2));
  await leave("one");
  await waitFor(() => expect(text("two")).toBe("missing-token "));
  await waitFor(() => expect(two.onSignedOut).toHaveBeenCalledTimes(1));
  await pass();
  expect(two.signOut).not.toHaveBeenCalled();
  expect(two.requests).toHaveLength(1);
  expect(screen.queryByText("secret of two")).toBeNull();
  expect(cachedText(two.app.client)).not.toContain("alice");
  expect(one.onSignedOut).not.toHaveBeenCalled();
  expect(two.onSignedOut).toHaveBeenCalledTimes(1);
});

test("a tab whose provider has no consumer on the page empties itself too", async () => {
  openTab("one", "alice");
  const two = openTab("two", "alice");
  await waitFor(() => expect(screen.getAllByText("ready alice")).toHaveLength(2));
  two.app.update({ children: "nobody asks" });
  const cached = () => cachedText(two.app.client);
  expect(cached()).toContain("alice");
  await leave("one");
  await waitFor(() => expect(cached()).not.toContain("alice"));
});

test("tabs of other people and of other endpoints are left alone", async () => {
  openTab("one", "alice");
  const bob = openTab("bob", "bob");
  const other = openTab("other", "alice", { url: "https://other.example.com/Me" });
  await waitFor(() => expect(screen.getAllByText(/^ready/)).toHaveLength(3));
  await leave("one");
  await pass(50);
  expect(text("bob")).toBe("ready bob");
  expect(text("other")).toBe("ready alice");
  expect(bob.onSignedOut).not.toHaveBeenCalled();
  expect(other.onSignedOut).not.toHaveBeenCalled();
});

test("other tabs are told after success only", async () => {
  const end = deferred();
  openTab("one", "alice", { onSignOut: () => end.promise });
  openTab("two", "alice");
  await waitFor(() => expect(screen.getAllByText("ready alice")).toHaveLength(2));
  await leave("one");
  await pass(50);
  expect(text("two")).toBe("ready alice");
  await act(async () => end.reject(new Error("no")));
  await pass(50);
  expect(text("two")).toBe("ready alice");
  expect(text("one")).toBe("ready alice");
});

test("a sign-out that navigates tells other tabs when the page is hidden", async () => {
  const end = deferred();
  const one = openTab("one", "alice", { onSignOut: () => end.promise });
  const two = openTab("two", "alice");
  await waitFor(() => expect(screen.getAllByText("ready alice")).toHaveLength(2));
  await leave("one");
  await hidePage(true);
  await waitFor(() => expect(text("two")).toBe("missing-token "));
  await waitFor(() => expect(two.onSignedOut).toHaveBeenCalledTimes(1));
  expect(one.onSignedOut).not.toHaveBeenCalled();
  await act(async () => end.resolve());
});

test("a page that is hidden without a sign-out tells nobody anything", async () => {
  openTab("one", "alice");
  openTab("two", "alice");
  await waitFor(() => expect(screen.getAllByText("ready alice")).toHaveLength(2));
  await hidePage(false);
  await pass(50);
  expect(text("two")).toBe("ready alice");
});

test("other tabs are told even where the host takes every consumer away during onSignOut", async () => {
  const one = openTab("one", "alice", {
    onSignOut: () => one.app.update({ subject: null, children: null }),
  });
  openTab("two", "alice");
  await waitFor(() => expect(screen.getAllByText("ready alice")).toHaveLength(2));
  await leave("one");
  await waitFor(() => expect(text("two")).toBe("missing-token "));
});

test("other tabs are told at the end of a sign-out whose session is gone before", async () => {
  const end = deferred<void>();
  const one = openTab("one", "alice", {
    onSignOut: () => {
      one.app.update({ subject: null });
      return end.promise;
    },
  });
  openTab("two", "alice");
  await waitFor(() => expect(screen.getAllByText("ready alice")).toHaveLength(2));
  await leave("one");
  expect(text("two")).toBe("ready alice");
  await act(async () => end.resolve());
  await waitFor(() => expect(text("two")).toBe("missing-token "));
});

test("the other tabs' answer does not make the tab that signed out redirect", async () => {
  const one = openTab("one", "alice");
  const two = openTab("two", "alice");
  await waitFor(() => expect(screen.getAllByText("ready alice")).toHaveLength(2));
  await leave("one");
  await waitFor(() => expect(text("two")).toBe("missing-token "));
  two.app.update({ subject: null, tokenProvider: () => null });
  await pass(50);
  expect(one.onSignedOut).not.toHaveBeenCalled();
});

test("a tab that was signed out by another comes back with another token", async () => {
  openTab("one", "alice");
  const two = openTab("two", "alice");
  await waitFor(() => expect(screen.getAllByText("ready alice")).toHaveLength(2));
  await leave("one");
  await waitFor(() => expect(text("two")).toBe("missing-token "));
  two.app.update({ tokenProvider: () => "another-token" });
  await waitFor(() => expect(text("two")).toBe("ready alice"));
});

test("a token that was asked for late, before another tab's sign-out, brings nobody back", async () => {
  openTab("one", "alice");
  const late = deferred<string>();
  const { fetch, requests } = recordFetch();
  const app = renderApp({
    ...{ subject: "alice", tokenProvider: () => undefined, fetch, children: <Reader id="two" /> },
  });
  await waitFor(() => expect(text("two")).toBe("missing-token "));
  app.update({ tokenProvider: () => late.promise });
  await pass();
  await leave("one");
  await act(async () => late.resolve("token-from-before"));
  // It is no other for being asked for again, which takes a second.
  app.update({ tokenProvider: () => "token-from-before" });
  await pass(1_100);
  expect(text("two")).toBe("missing-token ");
  expect(requests).toHaveLength(0);
});

test("a token that was renewed since the last request, before another tab's sign-out, brings nobody back", async () => {
  openTab("one", "alice");
  const two = openTab("two", "alice");
  await waitFor(() => expect(screen.getAllByText("ready alice")).toHaveLength(2));
  // Nothing has asked for it yet.
  two.app.update({ tokenProvider: () => "renewed-token" });
  await leave("one");
  await pass(1_100);
  // It is no other for a render of the host either.
  two.app.update({ tokenProvider: () => "renewed-token" });
  await pass(1_100);
  expect(text("two")).toBe("missing-token ");
  two.app.update({ tokenProvider: () => "another-token" });
  await waitFor(() => expect(text("two")).toBe("ready alice"));
  expect(two.requests.map((request) => request.token)).toEqual(["token-of-alice", "another-token"]);
});

test("the message names nobody, and what is not ours is not listened to", async () => {
  const spied = vi.spyOn(BroadcastChannel.prototype, "postMessage");
  openTab("one", "alice");
  openTab("two", "alice");
  await waitFor(() => expect(screen.getAllByText("ready alice")).toHaveLength(2));
  const stranger = new BroadcastChannel(JSON.stringify(["react-scim-me", endpoint, "alice"]));
  stranger.postMessage({ type: "hello" });
  await pass(50);
  expect(text("one")).toBe("ready alice");
  stranger.close();
  spied.mockClear();
  await leave("one");
  const sent = JSON.stringify(spied.mock.calls);
  expect(spied).toHaveBeenCalled();
  expect(sent).not.toMatch(/alice|token|example/);
  spied.mockRestore();
});

/** Tells of every channel that is opened, and closed, during one test. */
function watchChannels(opened: (channel: BroadcastChannel) => void, closed = () => {}): void {
  const Real = BroadcastChannel;
  class Watched extends Real {
    constructor(name: string) {
      super(name);
      opened(this);
    }
    override close() {
      super.close();
      closed();
    }
  }
  vi.stubGlobal("BroadcastChannel", Watched);
  onTestFinished(() => void vi.unstubAllGlobals());
}

test("a tab does not hear itself: its word could come after the next sign-in, and end that", async () => {
  const heard = vi.fn();
  watchChannels((channel) => channel.addEventListener("message", heard));
  const one = openTab("one", "alice");
  await screen.findByText("ready alice");
  await leave("one");
  one.app.update({ tokenProvider: () => "another-token" });
  await screen.findByText("ready alice");
  await pass(50);
  expect(heard).not.toHaveBeenCalled();
  expect(text("one")).toBe("ready alice");
});

test("no channel is open without a mounted consumer, nor after the last one", async () => {
  const opened = vi.fn();
  const closed = vi.fn();
  watchChannels(opened, closed);
  const { fetch } = recordFetch(never);
  const children = [<Reader key="a" id="a" />, <Reader key="b" id="b" />];
  const app = renderApp({ tokenProvider: () => "t", fetch, children }, { reactStrictMode: true });
  expect(opened.mock.calls.length - closed.mock.calls.length).toBe(1);
  app.unmount();
  expect(opened.mock.calls.length - closed.mock.calls.length).toBe(0);
});

function forbidden(): never {
  throw new DOMException("The operation is insecure.", "SecurityError");
}

test.each([
  ["without BroadcastChannel", undefined],
  ["where BroadcastChannel throws, as in Firefox with cookies blocked", vi.fn(forbidden)],
])("%s everything else works", async (_, channel) => {
  vi.stubGlobal("BroadcastChannel", channel);
  onTestFinished(() => void vi.unstubAllGlobals());
  openTab("one", "alice");
  await screen.findByText("ready alice");
  await leave("one");
  expect(text("one")).toBe("missing-token ");
});

/** What the browser does when it takes a page out of its back/forward cache. */
async function restorePage(persisted: boolean): Promise<void> {
  await act(async () => {
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted }));
  });
}

test.each([true, false])(
  "a restored page is empty before it paints, and asks again (BroadcastChannel: %s)",
  async (hasChannels) => {
    if (!hasChannels) vi.stubGlobal("BroadcastChannel", undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    const second = deferred<Response>();
    const { fetch, requests } = recordFetch((_, number) =>
      number === 1 ? person() : second.promise,
    );
    const guard = <ProtectedRoute key="b">the secret</ProtectedRoute>;
    const children = [<Reader key="a" />, guard];
    renderApp({ tokenProvider: () => "token", fetch, children });
    await screen.findByText("the secret");
    // A frame comes after the microtasks of the event and before any timer may have run.
    const setTimeout = vi.spyOn(globalThis, "setTimeout").mockImplementation(() => 0 as never);
    onTestFinished(() => setTimeout.mockRestore());
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    expect(text("me")).toBe("loading ");
    expect(screen.queryByText("the secret")).toBeNull();
    setTimeout.mockRestore();
    await pass();
    expect(requests).toHaveLength(2);
    await act(async () => second.resolve(person()));
    expect(await screen.findByText("the secret")).toBeVisible();
  },
);

test("a page that is shown for the first time keeps what it has", async () => {
  const { fetch, requests } = recordFetch();
  renderApp({ tokenProvider: () => "token", fetch, children: <Reader /> });
  await screen.findByText("ready Barbara Jensen");
  await restorePage(false);
  expect(text("me")).toBe("ready Barbara Jensen");
  expect(requests).toHaveLength(1);
});

test("a page restored after its sign-out shows nobody, at no moment", async () => {
  const one = openTab("one", "alice");
  await screen.findByText("ready alice");
  await leave("one");
  const page = watchPage();
  await restorePage(true);
  await pass();
  expect(page.seen()).not.toContain("ready alice");
  expect(text("one")).toBe("missing-token ");
  expect(one.onSignedOut).not.toHaveBeenCalled();
});

test("a page restored after a sign-out that navigated away is signed out, and stays so", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const advance = (ms: number) => pass(ms, (time) => vi.advanceTimersByTimeAsync(time));
  const one = openTab("one", "alice", { onSignOut: () => new Promise(() => {}) });
  await advance(20);
  expect(text("one")).toBe("ready alice");
  act(() => screen.getByText("leave one").click());
  await advance(20);
  act(() => void window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await restorePage(true);
  const page = watchPage();
  // The time limit of onSignOut, which was for a page that stays, passes too.
  await advance(20_000);
  expect(text("one")).toBe("missing-token ");
  expect(page.seen()).not.toMatch(/ready alice|secret of one|SignOutError/);
  expect(one.requests).toHaveLength(1);
  expect(one.onSignedOut).not.toHaveBeenCalled();
  one.app.update({ tokenProvider: () => "another-token" });
  await advance(1_500);
  expect(text("one")).toBe("ready alice");
});

test("a sign-out that was under way when its page was left does not end the next one", async () => {
  const ends = [deferred<void>(), deferred<void>()] as const;
  const onSignOut = vi.fn<() => unknown>(() => never());
  ends.forEach(({ promise }) => void onSignOut.mockReturnValueOnce(promise));
  openTab("one", "alice", { onSignOut });
  await screen.findByText("ready alice");
  await leave("one");
  await restorePage(true);
  expect(text("one")).toBe("missing-token ");
  await leave("one");
  await act(async () => ends[0].resolve());
  expect(text("one")).toBe("loading ");
  await act(async () => ends[1].resolve());
  await waitFor(() => expect(text("one")).toBe("missing-token "));
});

test("initialData does not fill a restored page", async () => {
  const { fetch } = recordFetch(never);
  function Host(): JSX.Element {
    return <Reader options={{ initialData: { displayName: "Alice" } as never }} />;
  }
  renderApp({ tokenProvider: () => "token", fetch, children: <Host /> });
  expect(text("me")).toBe("ready Alice");
  await restorePage(true);
  await pass();
  expect(text("me")).toBe("loading ");
});
