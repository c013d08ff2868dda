import { dehydrate, hydrate } from "@tanstack/react-query";
import { act, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { scimMeQueryKey, sessionCookie, useSignOut } from "../../../src/index.js";
import { buildMe, createTestQueryClient } from "../../../src/testing/index.js";
import { Reader } from "./Reader.js";
import { deferred, recordFetch } from "./recordFetch.js";
import { pass, renderApp } from "./renderApp.js";

const endpoint = "/api/me";
const subject = "subject-1";

/** What a server has put into a page that it rendered for a person. */
function renderedPage(person: string | null = subject) {
  const server = createTestQueryClient();
  server.setQueryData(scimMeQueryKey({ endpoint, subject: person }), buildMe());
  return dehydrate(server);
}

function open(onSignOut: () => unknown = () => {}) {
  const { fetch, requests } = recordFetch();
  let signOut: () => Promise<void> = async () => {};
  function Exit() {
    ({ signOut } = useSignOut({ onSignOut }));
    return null;
  }
  const children = [<Reader key="a" />, <Exit key="b" />];
  const provider = { endpoint, subject, tokenProvider: sessionCookie, fetch };
  const app = renderApp({ ...provider, children });
  const text = () => screen.getByTestId("me").textContent;
  return { ...app, provider, requests, text, signOut: () => signOut() };
}

test("a page that was rendered for the person and arrives after the sign-out does not bring them back", async () => {
  const { client, requests, text, signOut } = open();
  await screen.findByText("ready Barbara Jensen");
  await act(signOut);
  act(() => hydrate(client, renderedPage()));
  await pass();
  expect(text()).toBe("missing-token ");
  expect(JSON.stringify(dehydrate(client))).not.toContain("Barbara");
  expect(requests).toHaveLength(1);
});

test("one that arrives while the sign-out is under way does not either", async () => {
  const end = deferred();
  const { client, text, signOut } = open(() => end.promise);
  await screen.findByText("ready Barbara Jensen");
  act(() => void signOut());
  act(() => hydrate(client, renderedPage()));
  await pass();
  expect(text()).toBe("loading ");
  await act(async () => end.resolve());
  expect(text()).toBe("missing-token ");
});

test.each([
  ["the one", subject],
  ["one without a subject", null],
])("where nobody reads the profile, %s that the page brings is not kept", async (_, of) => {
  const { client, update, signOut } = open();
  await screen.findByText("ready Barbara Jensen");
  await act(signOut);
  update({ children: null });
  client.removeQueries();
  hydrate(client, renderedPage(of));
  expect(client.getQueryCache().getAll()).toEqual([]);
});

test("a page for another person is theirs to see", async () => {
  const { client, update, signOut, requests, provider, text } = open();
  await screen.findByText("ready Barbara Jensen");
  await act(signOut);
  hydrate(client, renderedPage("subject-2"));
  update({ ...provider, subject: "subject-2", children: <Reader /> });
  await pass();
  expect(text()).toBe("ready Barbara Jensen");
  expect(requests).toHaveLength(1);
});

test("a page that arrives while somebody is signed in is used as ever", async () => {
  const { client, text } = open();
  await screen.findByText("ready Barbara Jensen");
  const page = renderedPage();
  for (const { state } of page.queries) state.dataUpdatedAt = Date.now() + 1_000;
  act(() => hydrate(client, JSON.parse(JSON.stringify(page).replaceAll("Barbara", "Babs"))));
  await pass();
  expect(text()).toBe("ready Babs Jensen");
});
