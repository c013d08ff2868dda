import { dehydrate, hydrate } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, onTestFinished, test, vi } from "vitest";
import { sessionCookie } from "../../../src/index.js";
import { createTestQueryClient } from "../../../src/testing/index.js";
import { Reader } from "../query/Reader.js";
import { deferred, never, offline } from "../query/recordFetch.js";
import { endpoint, pass } from "../query/renderApp.js";
import { openEditor, shown, status } from "./openEditor.js";
import { onChange, refused, scimServer } from "./scimServer.js";

test("a change is one PATCH of what differs, and the cache takes the server's answer", async () => {
  const server = scimServer();
  const { change, cached, result } = await openEditor(server);
  await change({ displayName: "Babs", nickName: null, title: "Tour Guide" });
  await waitFor(() => expect(status()).toBe("success"));
  expect(shown()).toBe("ready Babs");
  expect(server.sent()).toHaveLength(1);
  expect(server.sent()[0]).toMatchObject({
    method: "PATCH",
    url: endpoint,
    token: "token",
    contentType: "application/scim+json",
    ifMatch: null,
    body: {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [{ op: "replace", value: { displayName: "Babs" } }],
    },
  });
  await pass();
  expect(server.methods()).toBe("GET PATCH");
  expect(cached()).toEqual(result().data);
});

test("the hoped-for profile is shown while it is pending, and taken back when it is refused", async () => {
  const end = deferred<Response>();
  const server = scimServer(
    undefined,
    onChange(() => end.promise),
  );
  const { change, result, cached } = await openEditor(server);
  const before = cached();
  await change({ displayName: "Babs" });
  expect(shown()).toBe("ready Babs");
  expect(status()).toBe("pending");
  await act(async () => end.resolve(refused(400, { scimType: "mutability", detail: "No." })));
  await waitFor(() => expect(status()).toBe("error"));
  expect(shown()).toBe("ready Barbara Jensen");
  expect(cached()).toEqual(before);
  expect(result().error).toMatchObject({
    reason: "invalid",
    scimType: "mutability",
    attribute: "displayName",
  });
  await pass();
  expect(server.methods()).toBe("GET PATCH");
});

test("without a difference nothing is sent, and the known person comes back", async () => {
  const server = scimServer();
  const { outcome, cached } = await openEditor(server);
  const before = cached();
  expect(await outcome({ displayName: "Barbara Jensen", nickName: null, photos: undefined })).toBe(
    before,
  );
  expect(server.methods()).toBe("GET");
});

test("what is read-only is refused before anything is sent or shown", async () => {
  const server = scimServer();
  const { outcome } = await openEditor(server);
  const changes = { displayName: "Babs", id: "2" };
  expect(await outcome(changes)).toMatchObject({
    reason: "invalid",
    scimType: "mutability",
    attribute: "id",
  });
  expect(shown()).toBe("ready Barbara Jensen");
  expect(server.methods()).toBe("GET");
});

test("a person who was not read yet is read before they are changed", async () => {
  const server = scimServer();
  const { change } = await openEditor(server, { beside: <i key="none">empty</i>, shows: "empty" });
  await change({ displayName: "Babs" });
  await waitFor(() => expect(status()).toBe("success"));
  expect(server.methods()).toBe("GET PATCH");
});

test("StrictMode sends one PATCH", async () => {
  const server = scimServer();
  const { change } = await openEditor(server, { reactStrictMode: true });
  await change({ displayName: "Babs" });
  await waitFor(() => expect(status()).toBe("success"));
  expect(server.methods()).toBe("GET PATCH");
});

test("an editor that leaves the page during the PATCH does not end it", async () => {
  const end = deferred();
  const server = scimServer(
    undefined,
    onChange((_, { take }) => end.promise.then(() => Response.json(take()))),
  );
  const { change, closeEditor, client } = await openEditor(server);
  await change({ displayName: "Babs" });
  closeEditor();
  await act(async () => end.resolve());
  await waitFor(() => expect(server.server.person.displayName).toBe("Babs"));
  expect(shown()).toBe("ready Babs");
  await waitFor(() => expect(client.getMutationCache().getAll()).toEqual([]));
  expect(server.methods()).toBe("GET PATCH");
});

test("while a change outlives its editor, nothing asks again and again for its end", async () => {
  const { change, closeEditor } = await openEditor(scimServer(undefined, onChange(never)));
  await change({ displayName: "Babs" });
  vi.useFakeTimers();
  onTestFinished(() => {
    // In this order: a spy that is restored later puts back a clock that stands still.
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  closeEditor();
  await act(() => vi.advanceTimersByTimeAsync(100));
  const timers = vi.spyOn(globalThis, "setTimeout");
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(timers.mock.calls).toEqual([]);
});

test("with a session cookie the PATCH has no token", async () => {
  const server = scimServer();
  const props = { endpoint: "/api/me", tokenProvider: sessionCookie };
  const { change } = await openEditor(server, { props });
  await change({ displayName: "Babs" });
  await waitFor(() => expect(status()).toBe("success"));
  expect(server.sent()).toMatchObject([
    { token: null, url: new URL("/api/me", location.href).href },
  ]);
});

test("patchStyle and method say how a change is written", async () => {
  const server = scimServer();
  const byPath = await openEditor(server, { options: { patchStyle: "path" } });
  await byPath.change({ displayName: "Babs" });
  await waitFor(() => expect(status()).toBe("success"));
  byPath.unmount();
  const byPut = await openEditor(server, { options: { method: "PUT" }, shows: "ready Babs" });
  await byPut.change({ title: "Captain" });
  await waitFor(() => expect(status()).toBe("success"));
  const [patch, put] = server.sent();
  expect(patch?.body?.Operations).toEqual([{ op: "replace", path: "displayName", value: "Babs" }]);
  expect(put).toMatchObject({ method: "PUT", body: { displayName: "Babs", title: "Captain" } });
});

test("a part of the profile is changed in its own query, and other parts are read again", async () => {
  const server = scimServer();
  const attributes = ["displayName", "title"];
  const beside = (
    <div key="readers">
      <Reader />
      <Reader id="whole" options={{ attributes: [] }} />
    </div>
  );
  const { change } = await openEditor(server, { beside, props: { attributes } });
  await change({ displayName: "Babs" });
  await waitFor(() => expect(screen.getByTestId("whole").textContent).toBe("ready Babs"));
  expect(shown()).toBe("ready Babs");
  expect(server.sent()[0]?.url).toBe(`${endpoint}?attributes=displayName,title`);
  expect(server.methods()).toBe("GET GET PATCH GET");
});

test("a change is not retried, whatever the host's default is", async () => {
  const server = scimServer(
    undefined,
    onChange(() => refused(503)),
  );
  const { outcome, client } = await openEditor(server);
  client.setDefaultOptions({ mutations: { retry: 3, retryDelay: 0 } });
  expect(await outcome({ displayName: "Babs" })).toMatchObject({ reason: "unavailable" });
  expect(server.sent()).toHaveLength(1);
});

test("offline, a change fails and is not kept for later", async () => {
  const server = scimServer(undefined, onChange(offline));
  const { outcome, result } = await openEditor(server);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(await outcome({ displayName: "Babs" })).toMatchObject({ reason: "network" });
  act(() => void window.dispatchEvent(new Event("online")));
  await pass();
  expect(result().isPaused).toBe(false);
  expect(server.sent()).toHaveLength(1);
});

test("a page that was left during a change, and has its cache from a persister, reads the person", async () => {
  const server = scimServer(undefined, onChange(never));
  const left = await openEditor(server);
  await left.change({ displayName: "Babs" });
  const persisted = JSON.parse(JSON.stringify(dehydrate(left.client)));
  left.unmount();
  const client = createTestQueryClient();
  hydrate(client, persisted);
  await openEditor(server, { client });
  expect(server.methods()).toBe("GET PATCH GET");
});

test("a change that was refused leaves the profile as fresh as it was", async () => {
  const server = scimServer(
    undefined,
    onChange(() => refused(400)),
  );
  const { outcome, client } = await openEditor(server);
  const [query] = client.getQueryCache().getAll();
  const before = query?.state;
  await outcome({ displayName: "Babs" });
  expect(query?.state).toEqual({ ...before, dataUpdateCount: expect.any(Number) });
});
