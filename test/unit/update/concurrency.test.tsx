import { act, screen, waitFor } from "@testing-library/react";
import { expect, onTestFinished, test } from "vitest";
import { exampleMe } from "../../../src/mocks/index.js";
import { Reader } from "../query/Reader.js";
import { deferred, person } from "../query/recordFetch.js";
import { endpoint, pass } from "../query/renderApp.js";
import { openEditor, shown, status } from "./openEditor.js";
import { type Body, onChange, refused, scimServer } from "./scimServer.js";

const set = (value: Body) => ({ op: "replace", value });

test("quick changes go one after the other, each from what the other left", async () => {
  const server = scimServer();
  const { change } = await openEditor(server);
  await change({ displayName: "Babs" }, { title: "Captain" }, { displayName: "Babs" });
  await waitFor(() => expect(status()).toBe("success"));
  expect(server.operations()).toEqual([set({ displayName: "Babs" }), set({ title: "Captain" })]);
  expect(shown()).toBe("ready Babs");
});

test("two quick changes of one list both arrive", async () => {
  const first = deferred();
  const server = scimServer(
    undefined,
    onChange((_, { take }) => first.promise.then(() => Response.json(take()))),
  );
  const { change, cached } = await openEditor(server);
  const [work] = cached()?.emails ?? [];
  const home = { value: "babs@example.org", type: "home" };
  await change({ emails: [...(cached()?.emails ?? []), home] });
  expect(cached()?.emails).toHaveLength(2);
  // A form that is open meanwhile has the hoped-for list, and builds on it.
  const other = { value: "b@example.net" };
  await change({ emails: [...(cached()?.emails ?? []), other] });
  await act(async () => first.resolve());
  await waitFor(() => expect(server.sent()).toHaveLength(2));
  await waitFor(() => expect(status()).toBe("success"));
  expect(server.server.person.emails).toEqual([work, home, other]);
});

test("a change that is refused does not take the next one with it", async () => {
  const server = scimServer(
    undefined,
    onChange(() => (server.sent().length > 1 ? undefined : refused(400))),
  );
  const { change } = await openEditor(server);
  await change({ displayName: "Babs" }, { title: "Captain" });
  await waitFor(() => expect(status()).toBe("success"));
  expect(server.server.person).toMatchObject({ displayName: "Barbara Jensen", title: "Captain" });
  expect(shown()).toBe("ready Barbara Jensen");
});

test("the next change waits for an answer that was lost to be asked for", async () => {
  const server = scimServer(
    undefined,
    onChange((_, { take }) => {
      take();
      return server.sent().length > 1
        ? undefined
        : Promise.reject(new TypeError("Failed to fetch"));
    }),
  );
  const { change } = await openEditor(server);
  await change({ displayName: "Babs" }, { title: "Captain" });
  await waitFor(() => expect(status()).toBe("success"));
  expect(server.methods()).toBe("GET PATCH GET PATCH");
});

test("a read that began before the change does not bring back what was before it", async () => {
  const late = deferred<Response>();
  const server = scimServer(undefined, ({ method }) =>
    method === "GET" && server.server.seen.length > 1 ? late.promise : undefined,
  );
  const { change, client } = await openEditor(server);
  act(() => void client.refetchQueries());
  await waitFor(() => expect(server.server.seen).toHaveLength(2));
  await change({ displayName: "Babs" });
  await waitFor(() => expect(status()).toBe("success"));
  await act(async () => late.resolve(person()));
  await pass();
  expect(shown()).toBe("ready Babs");
  expect(client.isFetching()).toBe(0);
});

test("nor does one that began during it", async () => {
  const late = deferred<Response>();
  const end = deferred();
  const server = scimServer(undefined, ({ method }, { take }) => {
    if (method !== "GET") return end.promise.then(() => Response.json(take()));
    return server.sent().length ? late.promise : undefined;
  });
  const { change, client } = await openEditor(server);
  await change({ displayName: "Babs" });
  act(() => void client.refetchQueries());
  await waitFor(() => expect(server.methods()).toBe("GET PATCH GET"));
  await act(async () => end.resolve());
  await waitFor(() => expect(status()).toBe("success"));
  await act(async () => late.resolve(person()));
  await pass();
  expect(shown()).toBe("ready Babs");
});

test("a read during a change that is refused is believed", async () => {
  const end = deferred<Response>();
  const server = scimServer(
    undefined,
    onChange(() => end.promise),
  );
  const { change, client } = await openEditor(server);
  await change({ displayName: "Babs" });
  server.server.person.displayName = "Barbara J.";
  await act(() => client.refetchQueries());
  await act(async () => end.resolve(refused(400)));
  await waitFor(() => expect(status()).toBe("error"));
  expect(shown()).toBe("ready Barbara J.");
});

/** What this tab tells others. */
function hear(subject: string | null): unknown[] {
  const messages: unknown[] = [];
  const channel = new BroadcastChannel(JSON.stringify(["react-scim-me", endpoint, subject]));
  channel.onmessage = ({ data }) => messages.push(data);
  onTestFinished(() => channel.close());
  return messages;
}

test("another tab of the person reads them again, and is told nothing else", async () => {
  const server = scimServer();
  const heard = hear(null);
  const one = await openEditor(server);
  const beside = <Reader key="other" id="other" />;
  await openEditor(server, { id: "two", beside, shows: "ready Barbara Jensen" });
  await one.change({ displayName: "Babs" });
  await waitFor(() => expect(screen.getByTestId("other").textContent).toBe("ready Babs"));
  await pass();
  expect(server.methods()).toBe("GET GET PATCH GET");
  expect(heard).toEqual(["changed"]);
});

test("tabs of other people hear nothing, and a change that was refused is no news", async () => {
  const server = scimServer(
    undefined,
    onChange(() => refused(400)),
  );
  const [ofAlice, ofBob] = [hear("alice"), hear("bob")];
  const { outcome } = await openEditor(server, { props: { subject: "alice" } });
  await outcome({ displayName: "Babs" });
  await pass(50);
  expect([ofAlice, ofBob]).toEqual([[], []]);
});

test("what another tab changed meanwhile is read before a change is sent", async () => {
  const server = scimServer();
  const beside = <i key="none">nobody</i>;
  const { outcome, client } = await openEditor(server, { beside, shows: "nobody" });
  await outcome({ displayName: "Babs" });
  server.server.person = { ...exampleMe, displayName: "Babs", title: "Captain" };
  const channel = new BroadcastChannel(JSON.stringify(["react-scim-me", endpoint, null]));
  channel.postMessage("changed");
  await waitFor(() => expect(client.getQueryCache().getAll()[0]?.state.isInvalidated).toBe(true));
  channel.close();
  expect(await outcome({ title: "Captain" })).toMatchObject({ title: "Captain" });
  expect(server.methods()).toBe("GET PATCH GET");
});

test.each<[string, "invalidateQueries" | "cancelQueries"]>([
  ["another read takes the place of", "invalidateQueries"],
  ["the host gives up", "cancelQueries"],
])("a save is not lost where %s the read that it waits for", async (_, asks) => {
  const late = deferred();
  const server = scimServer();
  let isSlow = false;
  const fetch: typeof globalThis.fetch = async (...call) => {
    if (isSlow) await late.promise;
    return server.fetch(...call);
  };
  const { change, client } = await openEditor({ fetch });
  isSlow = true;
  act(() => void client.invalidateQueries());
  await change({ title: "Captain" });
  act(() => void client[asks]());
  await act(async () => late.resolve());
  await waitFor(() => expect(status()).toBe("success"));
  expect(server.server.person).toMatchObject({ title: "Captain" });
  expect(server.sent()).toHaveLength(1);
});
