import { QueryClient } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import {
  ProfileCard,
  ProtectedRoute,
  SignOutButton,
  scimMeQueryKey,
  useScimMe,
} from "../../../src/index.js";
import { buildMe } from "../../../src/testing/index.js";
import { deferred, person, recordFetch } from "../query/recordFetch.js";
import { endpoint, pass, renderApp } from "../query/renderApp.js";

const providers = {
  sync: () => "token-of-barbara",
  async: () => Promise.resolve("token-of-barbara"),
};

function Consumer() {
  return <p>{useScimMe().data?.displayName}</p>;
}

/** Card, guard and sign-out, and as many consumers beside them. */
function app(consumers: number) {
  return (
    <>
      <ProtectedRoute>
        <ProfileCard actions={<SignOutButton onSignOut={() => {}} />} />
      </ProtectedRoute>
      {[...Array(consumers).keys()].map((id) => (
        <Consumer key={id} />
      ))}
    </>
  );
}

const rows = [1, 10].flatMap((consumers) =>
  [false, true].flatMap((strict) =>
    (["sync", "async"] as const).map((provider) => ({ consumers, strict, provider })),
  ),
);
rows.push({ consumers: 1000, strict: false, provider: "sync" });

test.each(rows)(
  "$consumers consumers, StrictMode $strict, $provider provider: one request",
  async ({ consumers, strict, provider }) => {
    const answer = deferred<Response>();
    const { fetch, requests } = recordFetch(() => answer.promise);
    const tokenProvider = vi.fn(providers[provider]);
    const { client, container } = renderApp(
      { tokenProvider, fetch, children: app(consumers) },
      { reactStrictMode: strict },
    );
    await waitFor(() => expect(requests).toHaveLength(1));
    // In one step: nothing else was asked for before, and nothing waits for its answer.
    await pass();
    answer.resolve(person());
    await waitFor(() => expect(client.isFetching()).toBe(0));
    await pass();
    expect(container.textContent?.match(/Barbara Jensen/g)).toHaveLength(consumers + 1);
    expect(requests).toHaveLength(1);
    expect(tokenProvider).toHaveBeenCalledTimes(1);
  },
);

test("after hydration nothing is asked for, by any of them", async () => {
  const { fetch, requests } = recordFetch();
  const client = new QueryClient();
  client.setQueryData(scimMeQueryKey({ endpoint, subject: null }), buildMe());
  const tokenProvider = vi.fn(providers.sync);
  renderApp({ tokenProvider, fetch, children: app(10) }, { client });
  expect(screen.getAllByText("Barbara Jensen")).toHaveLength(11);
  await pass();
  expect(requests).toHaveLength(0);
  expect(tokenProvider).not.toHaveBeenCalled();
});
