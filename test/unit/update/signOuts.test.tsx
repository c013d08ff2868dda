import { act, fireEvent, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { deferred, person } from "../query/recordFetch.js";
import { endpoint, pass } from "../query/renderApp.js";
import { watchPage } from "../query/watchPage.js";
import { openEditor, shown, status } from "./openEditor.js";
import { onChange, scimServer } from "./scimServer.js";

const changes = { displayName: "Babs" };
const title = { title: "Captain" };

/** A server whose answer to a change is in the test's hand. */
function waitingServer() {
  const end = deferred<Response>();
  return {
    ...scimServer(
      undefined,
      onChange(() => end.promise.then((answer) => answer.clone())),
    ),
    end,
  };
}

test("a sign-out aborts the change, drops the queue, and leaves neither result nor hope", async () => {
  const server = waitingServer();
  const { change, result, signOut, client } = await openEditor(server);
  await change(changes, title);
  expect(shown()).toBe("ready Babs");
  signOut();
  await waitFor(() => expect(shown()).toBe("missing-token "));
  const page = watchPage();
  expect(server.sent()[0]?.signal?.aborted).toBe(true);
  await act(async () => server.end.resolve(person({ displayName: "Babs" })));
  await pass();
  expect(server.methods()).toBe("GET PATCH");
  expect(result()).toMatchObject({
    status: "idle",
    data: undefined,
    variables: undefined,
    error: null,
  });
  expect(client.getMutationCache().getAll()).toEqual([]);
  expect(page.seen()).not.toContain("Babs");
});

test("a change that waits for a read says why a sign-out ended it", async () => {
  const read = deferred();
  const server = scimServer(undefined, () =>
    server.server.seen.length > 1 ? read.promise.then(() => person()) : undefined,
  );
  const onError = vi.fn();
  const { change, signOut, client } = await openEditor(server, { options: { onError } });
  act(() => void client.invalidateQueries());
  await change(changes);
  signOut();
  await waitFor(() => expect(shown()).toBe("missing-token "));
  expect(onError.mock.calls[0]?.[0]).toMatchObject({ reason: "missing-token" });
  expect(server.sent()).toEqual([]);
  await act(async () => read.resolve());
});

test("nothing is sent while a sign-out is under way", async () => {
  const end = deferred();
  const server = scimServer();
  const { outcome, signOut } = await openEditor(server, { onSignOut: () => end.promise });
  signOut();
  await waitFor(() => expect(shown()).toBe("loading "));
  expect(await outcome(changes)).toMatchObject({ reason: "missing-token" });
  expect(server.methods()).toBe("GET");
  await act(async () => end.resolve());
});

test("a sign-out that fails has ended the change; the person is read, and it can be made again", async () => {
  const server = waitingServer();
  const onSignOut = () => Promise.reject(new Error("offline"));
  const { change, outcome, signOut } = await openEditor(server, { onSignOut });
  await change(changes);
  signOut();
  await waitFor(() => expect(shown()).toBe("ready Barbara Jensen"));
  expect(status()).toBe("idle");
  server.end.resolve(person({ displayName: "Babs" }));
  await outcome(changes);
  expect(server.methods()).toBe("GET PATCH GET PATCH");
});

test("a sign-out in another tab ends a change here", async () => {
  const server = waitingServer();
  const { change, result } = await openEditor(server);
  await change(changes, title);
  const other = new BroadcastChannel(JSON.stringify(["react-scim-me", endpoint, null]));
  other.postMessage("signed-out");
  await waitFor(() => expect(shown()).toBe("missing-token "));
  other.close();
  await act(async () => server.end.resolve(person({ displayName: "Babs" })));
  await pass();
  expect(server.methods()).toBe("GET PATCH");
  expect(result()).toMatchObject({ status: "idle", data: undefined, variables: undefined });
});

test("a page that comes back from the back/forward cache does not end its change in secret", async () => {
  const server = waitingServer();
  const { change, result } = await openEditor(server);
  await change(changes);
  fireEvent(window, new PageTransitionEvent("pageshow", { persisted: true }));
  await waitFor(() => expect(shown()).toBe("ready Barbara Jensen"));
  expect(result().error).toMatchObject({ reason: "missing-token" });
});
