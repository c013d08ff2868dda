import { QueryErrorResetBoundary } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import { Component, type JSX, type ReactNode, Suspense } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import {
  ProfileCard,
  type ScimMe,
  ScimMeError,
  type ScimMeReason,
  SignOutButton,
  scimMeQueryKey,
  type TokenProvider,
  useSignOut,
  useSuspenseScimMe,
} from "../../../src/index.js";
import {
  buildMe,
  createTestQueryClient,
  expectNoTokenInCache,
} from "../../../src/testing/index.js";
import { failure, person, recordFetch } from "./recordFetch.js";
import { endpoint, pass, renderApp } from "./renderApp.js";

class Boundary extends Component<{ onReset?: () => void; children: ReactNode }> {
  override state: { error?: unknown } = {};
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    const { error } = this.state;
    const { onReset, children } = this.props;
    if (!error) return children;
    if (onReset) {
      const reset = () => {
        onReset();
        this.setState({ error: undefined });
      };
      return (
        <button type="button" onClick={reset}>
          again
        </button>
      );
    }
    return error instanceof ScimMeError ? `failed: ${error.reason}` : "failed otherwise";
  }
}

function Name(props: { tokenProvider?: () => string | Promise<string> }): JSX.Element {
  const { data } = useSuspenseScimMe(props.tokenProvider, {
    select: (me: ScimMe) => me.displayName,
  });
  return <p>hello {data}</p>;
}

function suspended(child: ReactNode = <Name />): JSX.Element {
  return (
    <Boundary>
      <Suspense fallback="waiting">{child}</Suspense>
    </Boundary>
  );
}

// React reports what a boundary catches.
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

test("it suspends, then has the data, from one request", async () => {
  const { fetch, requests } = recordFetch();
  const tokenProvider = vi.fn(async () => "token-of-barbara");
  const { client } = renderApp({ tokenProvider, fetch, children: suspended() });
  expect(screen.getByText("waiting")).toBeVisible();
  await screen.findByText("hello Barbara Jensen");
  await pass();
  expect(requests).toHaveLength(1);
  expect(tokenProvider).toHaveBeenCalledTimes(1);
  expectNoTokenInCache(client, "token-of-barbara");
});

test("in StrictMode it is one request too", async () => {
  const { fetch, requests } = recordFetch();
  const props = { tokenProvider: () => "token", fetch, children: suspended() };
  renderApp(props, { reactStrictMode: true });
  await screen.findByText("hello Barbara Jensen");
  expect(requests).toHaveLength(1);
});

test("an inline provider of its own neither loops nor asks twice", async () => {
  const { fetch, requests } = recordFetch();
  const asked = vi.fn(async () => "token");
  function Inline(): JSX.Element {
    const { data } = useSuspenseScimMe(() => asked());
    return <p>hello {data.displayName}</p>;
  }
  renderApp({ fetch, children: suspended(<Inline />) });
  await screen.findByText("hello Barbara Jensen");
  await pass();
  expect(requests).toHaveLength(1);
  expect(asked).toHaveBeenCalledTimes(1);
});

test.each<[ScimMeReason, TokenProvider, number]>([
  ["missing-token", () => undefined, 200],
  ["unauthorized", () => "token", 401],
  ["forbidden", () => "token", 403],
  ["unavailable", () => "token", 503],
])("%s is thrown to the nearest boundary", async (reason, tokenProvider, status) => {
  const { fetch } = recordFetch(() => (status === 200 ? person() : failure(status)));
  renderApp({ tokenProvider, fetch, children: suspended() });
  await screen.findByText(`failed: ${reason}`);
});

test("the reset of its error boundary asks again, as often as it is pressed and not by itself", async () => {
  const { fetch, requests } = recordFetch((_, number) => (number < 3 ? failure(503) : person()));
  const children = (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary onReset={reset}>
          <Suspense fallback="waiting">
            <Name />
          </Suspense>
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  );
  renderApp({ tokenProvider: () => "token", fetch, children });
  for (const count of [1, 2]) {
    const again = await screen.findByText("again");
    await pass();
    expect(requests).toHaveLength(count);
    act(() => again.click());
  }
  await screen.findByText("hello Barbara Jensen");
  expect(requests).toHaveLength(3);
});

test("pending does not hold it, and a late token is not picked up: its provider awaits the session", async () => {
  const { fetch, requests } = recordFetch();
  const first = vi.fn(() => undefined);
  const props = { tokenProvider: first, pending: true, fetch, children: suspended() };
  const app = renderApp(props);
  await screen.findByText("failed: missing-token");
  expect(first).toHaveBeenCalledTimes(1);
  const late = vi.fn(() => "late-token");
  app.update({ tokenProvider: late, pending: false });
  await pass();
  expect(late).not.toHaveBeenCalled();
  expect(requests).toHaveLength(0);
});

test("prefetched data is there at once, without a request", async () => {
  const { fetch, requests } = recordFetch();
  const client = createTestQueryClient();
  client.setQueryData(scimMeQueryKey({ endpoint, subject: null }), buildMe());
  renderApp({ tokenProvider: () => "token", fetch, children: suspended() }, { client });
  expect(screen.getByText("hello Barbara Jensen")).toBeVisible();
  await pass();
  expect(requests).toHaveLength(0);
});

test("a changed subject suspends and never shows the last person", async () => {
  const { fetch } = recordFetch((_, number) =>
    person(number === 1 ? { id: "a", displayName: "Alice" } : { id: "b", displayName: "Bob" }),
  );
  const tokenProvider = () => "token";
  const app = renderApp({ tokenProvider, subject: "a", fetch, children: suspended() });
  await screen.findByText("hello Alice");
  app.update({ subject: "b" });
  expect(screen.queryByText("hello Alice")).not.toBeVisible();
  await screen.findByText("hello Bob");
});

test("during a sign-out it suspends and sends nothing, after it its boundary has missing-token", async () => {
  const { fetch, requests } = recordFetch();
  let end = () => {};
  function Out(): JSX.Element {
    const { signOut } = useSignOut({
      onSignOut: () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    });
    return (
      <button type="button" onClick={() => void signOut()}>
        out
      </button>
    );
  }
  const children = [<Out key="out" />, <div key="name">{suspended()}</div>];
  renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("hello Barbara Jensen");
  await act(async () => screen.getByText("out").click());
  await waitFor(() => expect(screen.getByText("waiting")).toBeVisible());
  await pass();
  expect(requests).toHaveLength(1);
  await act(async () => end());
  await screen.findByText("failed: missing-token");
  expect(requests).toHaveLength(1);
});

test("what suspends with a sign-out changes nothing beside it while it renders", async () => {
  const { fetch } = recordFetch();
  const out = <SignOutButton key="out" onSignOut={() => {}} />;
  const children = [out, <ProfileCard key="card" />, <div key="name">{suspended()}</div>];
  renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("hello Barbara Jensen");
  await act(async () => screen.getByText("Sign out").click());
  await screen.findByText("failed: missing-token");
  const complaints = vi.mocked(console.error).mock.calls.map(([text]) => text);
  expect(complaints).not.toContainEqual(expect.stringContaining("while rendering a different"));
});
