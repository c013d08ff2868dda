import { act, screen, waitFor } from "@testing-library/react";
import { Profiler, type ReactNode } from "react";
import { expect, test, vi } from "vitest";
import {
  ProfileCard,
  ProtectedRoute,
  type ScimMe,
  SignOutButton,
  useScimMe,
} from "../../../src/index.js";
import { deferred, person, recordFetch } from "../query/recordFetch.js";
import { renderApp } from "../query/renderApp.js";

const tokenProvider = () => "token-of-barbara";

function Consumer({
  onRender,
  select,
}: {
  onRender: () => void;
  select?: (me: ScimMe) => unknown;
}) {
  const { data } = useScimMe(undefined, { ...(select && { select: (me) => select(me) }) });
  onRender();
  return <p>{data ? "known" : "unknown"}</p>;
}

/** Renders an app and gives what makes its server answer the next request. */
function start(children: ReactNode, reactStrictMode = false) {
  let next = deferred<Response>();
  const { fetch } = recordFetch(() => next.promise);
  const app = renderApp({ tokenProvider, fetch, children }, { reactStrictMode });
  const answer = async (overrides?: Record<string, unknown>) => {
    const { resolve } = next;
    await act(async () => resolve(person(overrides)));
    next = deferred();
    await waitFor(() => expect(app.client.isFetching()).toBe(0));
    await act(async () => {});
  };
  const refetch = async (overrides?: Record<string, unknown>) => {
    act(() => void app.client.refetchQueries());
    await waitFor(() => expect(app.client.isFetching()).toBe(1));
    await answer(overrides);
  };
  return { ...app, answer, refetch };
}

test.each([
  [false, 2],
  [true, 4],
])("a consumer, StrictMode %s: %i renders from mount to data", async (strict, count) => {
  const renders = vi.fn();
  const { answer } = start(<Consumer onRender={renders} />, strict);
  await answer();
  await screen.findByText("known");
  expect(renders).toHaveBeenCalledTimes(count);
});

test("an equal refetch renders no consumer", async () => {
  const renders = vi.fn();
  const { answer, refetch } = start(<Consumer onRender={renders} />);
  await answer();
  renders.mockClear();
  await refetch();
  expect(renders).not.toHaveBeenCalled();
});

test("a changed attribute renders only those who select it", async () => {
  const [titles, names] = [vi.fn(), vi.fn()];
  const { answer, refetch } = start([
    <Consumer key="a" onRender={titles} select={(me) => me.title} />,
    <Consumer key="b" onRender={names} select={(me) => me.displayName} />,
  ]);
  await answer();
  for (const renders of [titles, names]) renders.mockClear();
  await refetch({ title: "Head of Tours" });
  expect(titles).toHaveBeenCalledTimes(1);
  expect(names).not.toHaveBeenCalled();
});

const components: [name: string, element: ReactNode][] = [
  ["the card", <ProfileCard key="card" editable />],
  ["the guard", <ProtectedRoute key="guard">children</ProtectedRoute>],
  ["the sign-out button", <SignOutButton key="button" onSignOut={() => {}} />],
];

test.each(components)("an equal refetch does not render %s", async (_, element) => {
  const commits = vi.fn();
  const { answer, refetch } = start([
    <Profiler key="profiler" id="it" onRender={commits}>
      {element}
    </Profiler>,
    // It asks for the person where the component itself does not.
    <Consumer key="consumer" onRender={() => {}} />,
  ]);
  await answer();
  commits.mockClear();
  await refetch();
  expect(commits).not.toHaveBeenCalled();
});

test("card and guard are busy during a refetch all the same", async () => {
  const { client, answer } = start(
    <ProtectedRoute>
      <ProfileCard />
    </ProtectedRoute>,
  );
  await answer();
  const roots = () => [...document.querySelectorAll("[data-scim]")];
  const busy = () => roots().map((root) => root.getAttribute("aria-busy"));
  expect(busy()).toEqual([null, null]);
  act(() => void client.refetchQueries());
  await waitFor(() => expect(busy()).toEqual(["true", "true"]));
  await answer();
  expect(busy()).toEqual([null, null]);
});
