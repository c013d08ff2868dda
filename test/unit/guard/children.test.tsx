import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { type JSX, useEffect, useState } from "react";
import { expect, test, vi } from "vitest";
import { ProtectedRoute, type ProtectedRouteProps, type TokenRequest } from "../../../src/index.js";
import { deferred, failure, person, recordFetch } from "../query/recordFetch.js";
import { pass, renderApp } from "../query/renderApp.js";
import { watchPage } from "../query/watchPage.js";

const some = () => "token";

function guard(props: ProtectedRouteProps = {}): JSX.Element {
  return <ProtectedRoute {...props}>{props.children ?? <p>the secret</p>}</ProtectedRoute>;
}

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

test("whoever is not plainly allowed is not: a promise and nothing at all are no yes", async () => {
  for (const allow of [async () => true, () => {}, () => "yes"]) {
    const { fetch } = recordFetch();
    const children = guard({ allow: allow as unknown as () => boolean });
    const { unmount } = renderApp({ tokenProvider: some, fetch, children });
    await screen.findByText("This page is not for your account");
    expect(screen.queryByText("the secret")).toBeNull();
    unmount();
  }
});
