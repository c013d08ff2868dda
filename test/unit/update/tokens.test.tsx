import { act, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { TokenProvider, TokenRequest } from "../../../src/index.js";
import { never } from "../query/recordFetch.js";
import { pass } from "../query/renderApp.js";
import { openEditor, shown, status } from "./openEditor.js";
import { refused, scimServer } from "./scimServer.js";

const changes = { displayName: "Babs" };

/** A server for which tokens expire, and a session that renews them. */
function expiringServer(name: string) {
  let valid = `${name}-1`;
  const refreshes: TokenRequest[] = [];
  const server = scimServer(undefined, ({ token }) => (token === valid ? undefined : refused(401)));
  let current = valid;
  const tokenProvider: TokenProvider = async (request) => {
    if (request.reason === "initial") return current;
    refreshes.push(request);
    await Promise.resolve();
    current = valid;
    return current;
  };
  const expire = () => {
    valid = `${name}-2`;
  };
  const tokens = () => server.sent().map(({ token }) => token);
  return { ...server, tokenProvider, expire, tokens, refreshes };
}

test("a token that expires is renewed once, and the PATCH sent once more, because a 401 changed nothing", async () => {
  const server = expiringServer("expires");
  const { tokenProvider } = server;
  const { outcome } = await openEditor(server, { props: { tokenProvider } });
  server.expire();
  expect(await outcome(changes)).toMatchObject(changes);
  expect(server.tokens()).toEqual(["expires-1", "expires-2"]);
  expect(server.refreshes).toMatchObject([{ reason: "rejected", rejectedToken: "expires-1" }]);
});

test("a read at the same time shares the renewal", async () => {
  const server = expiringServer("shared");
  const { tokenProvider } = server;
  const { change, client } = await openEditor(server, { props: { tokenProvider } });
  server.expire();
  await change(changes);
  await act(() => client.refetchQueries());
  await waitFor(() => expect(status()).toBe("success"));
  expect(server.refreshes).toHaveLength(1);
  expect(server.tokens()).toEqual(["shared-1", "shared-2"]);
  expect(shown()).toBe("ready Babs");
});

test("a token that is refused for good ends the change after two requests, and the draft's page stays", async () => {
  const server = scimServer(undefined, ({ method }) =>
    method === "GET" ? undefined : refused(401),
  );
  const tokenProvider: TokenProvider = ({ reason }) => `for-good-${reason}`;
  const { outcome } = await openEditor(server, { props: { tokenProvider } });
  expect(await outcome(changes)).toMatchObject({ reason: "unauthorized" });
  await pass();
  expect(server.methods()).toBe("GET PATCH PATCH");
  expect(shown()).toBe("ready Barbara Jensen");
});

test.each<[string, TokenProvider, string]>([
  ["gives none", () => null, "missing-token"],
  ["gives text that is no token", () => "undefined", "missing-token"],
  ["throws", () => Promise.reject(new Error("no session")), "token-provider-failed"],
  ["never answers", () => never() as never, "timeout"],
])("a provider that %s: nothing is sent, and the person stays", async (_, provider, reason) => {
  let asked: TokenProvider = () => "token";
  const server = scimServer();
  const props = { tokenProvider: ((request) => asked(request)) as TokenProvider, timeoutMs: 150 };
  const { outcome } = await openEditor(server, { props });
  asked = provider;
  expect(await outcome(changes)).toMatchObject({ reason });
  expect(server.sent()).toEqual([]);
  expect(shown()).toBe("ready Barbara Jensen");
});

test("while the host's session is loading nobody is asked and nothing is sent", async () => {
  const server = scimServer();
  const { outcome, update } = await openEditor(server);
  update({ pending: true });
  expect(await outcome(changes)).toMatchObject({ reason: "missing-token" });
  expect(server.methods()).toBe("GET");
});

test("the newest provider is asked", async () => {
  const server = scimServer();
  const { change, update } = await openEditor(server);
  await change(changes);
  update({ tokenProvider: () => "newer" });
  await change({ title: "Captain" });
  await waitFor(() => expect(server.sent()).toHaveLength(2));
  expect(server.sent()[1]?.token).toBe("newer");
});
