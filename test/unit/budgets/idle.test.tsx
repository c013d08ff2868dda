import { QueryClient } from "@tanstack/react-query";
import { act } from "@testing-library/react";
import { expect, onTestFinished, test, vi } from "vitest";
import { ProfileCard, ProtectedRoute, SignOutButton, scimMeQueryKey } from "../../../src/index.js";
import { buildMe } from "../../../src/testing/index.js";
import { recordFetch } from "../query/recordFetch.js";
import { endpoint, renderApp } from "../query/renderApp.js";

const app = (
  <ProtectedRoute>
    <ProfileCard editable actions={<SignOutButton onSignOut={() => {}} />} />
  </ProtectedRoute>
);

/** Card, guard and sign-out of a person who is known already. */
function renderKnown(overrides: Parameters<typeof buildMe>[0] = {}) {
  const client = new QueryClient();
  client.setQueryData(scimMeQueryKey({ endpoint, subject: null }), buildMe(overrides));
  const { fetch, requests } = recordFetch();
  const page = renderApp({ tokenProvider: () => "token", fetch, children: app }, { client });
  return { ...page, requests };
}

/** Every listener that is added to these targets and not removed. */
function watchListeners(targets: EventTarget[]): Set<string> {
  const open = new Set<string>();
  const ids = new Map<unknown, number>();
  const name = (target: EventTarget, [type, listener]: unknown[]) => {
    if (!ids.has(listener)) ids.set(listener, ids.size);
    return `${targets.indexOf(target)} ${type} ${ids.get(listener)}`;
  };
  for (const target of targets) {
    const { addEventListener, removeEventListener } = target;
    vi.spyOn(target, "addEventListener").mockImplementation((...args) => {
      open.add(name(target, args));
      addEventListener.apply(target, args);
    });
    vi.spyOn(target, "removeEventListener").mockImplementation((...args) => {
      open.delete(name(target, args));
      removeEventListener.apply(target, args);
    });
  }
  onTestFinished(() => void vi.restoreAllMocks());
  return open;
}

test("a settled page starts no timer and sends no request", async () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    // In this order: a spy that is restored later puts back a clock that stands still.
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  const { requests } = renderKnown();
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  const started = ["setTimeout", "setInterval", "requestAnimationFrame"] as const;
  const spies = started.map((timer) => vi.spyOn(globalThis, timer));
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
  expect(requests).toHaveLength(0);
});

test("no style is written into the page, whatever the names", () => {
  const styles = () => document.querySelectorAll("style, link").length;
  const before = styles();
  for (const displayName of ["Barbara Jensen", "Zoë", "山田 太郎", "🦊"]) {
    const { container, unmount } = renderKnown({ displayName });
    expect(container.querySelectorAll("[style]")).toHaveLength(0);
    unmount();
  }
  expect(styles()).toBe(before);
  expect(document.adoptedStyleSheets ?? []).toHaveLength(0);
});

test("what listens to the page, to other tabs and to the cache is gone after the unmount", () => {
  const closed = vi.spyOn(BroadcastChannel.prototype, "close");
  const open = watchListeners([window, document]);
  const { client, unmount } = renderKnown();
  const listening = [...open];
  expect(listening.join()).toContain("pageshow");
  const channels = closed.mock.calls.length;
  unmount();
  expect([...open]).toEqual([]);
  expect(closed.mock.calls.length).toBeGreaterThan(channels);
  // One of them is the client's own for life: it keeps out who has signed out.
  expect(listenersOf(client)).toBe(1);
});

/** How many listen to a client's query cache. */
function listenersOf(client: QueryClient): number {
  const cache = client.getQueryCache() as unknown as { listeners: Set<unknown> };
  return cache.listeners.size;
}
