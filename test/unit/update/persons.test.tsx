import { QueryClient } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import {
  SignOutButton,
  scimMeQueryKey,
  sessionCookie,
  type TokenRequest,
} from "../../../src/index.js";
import { Reader } from "../query/Reader.js";
import { deferred, person } from "../query/recordFetch.js";
import { endpoint, pass } from "../query/renderApp.js";
import { openEditor, shown, status } from "./openEditor.js";
import { onChange, refused, scimServer } from "./scimServer.js";

const changes = { displayName: "Babs" };
const title = { title: "Captain" };

/** One page that Alice leaves to Bob; its provider is one function for whoever is signed in. */
async function openAlice(
  answer: (token: string | null) => Response | Promise<Response> | undefined,
) {
  let current = "alice";
  const requests: TokenRequest[] = [];
  const server = scimServer(undefined, ({ method, token }) => {
    if (method !== "GET") return answer(token);
    return person({ id: token, displayName: token });
  });
  const tokenProvider = (request: TokenRequest) => {
    requests.push(request);
    return current;
  };
  const editor = await openEditor(server, {
    props: { subject: "alice", tokenProvider },
    shows: "ready alice",
  });
  const becomeBob = async () => {
    current = "bob";
    editor.update({ subject: "bob" });
    await screen.findByText("ready bob");
  };
  const tokens = () => server.sent().map(({ token }) => token);
  return { ...editor, server, becomeBob, tokens, requests };
}

test("another person's token never carries a change: not one that is refused and renewed", async () => {
  const end = deferred<Response>();
  const { change, becomeBob, tokens, result } = await openAlice((token) =>
    token === "alice" ? end.promise : undefined,
  );
  await change(changes);
  await becomeBob();
  await act(async () => end.resolve(refused(401)));
  await pass();
  expect(tokens()).toEqual(["alice"]);
  expect(shown()).toBe("ready bob");
  expect(result()).toMatchObject({ status: "idle", data: undefined, variables: undefined });
});

test("nor one that waits for its turn", async () => {
  const end = deferred<Response>();
  const { change, becomeBob, tokens } = await openAlice(() => end.promise);
  await change(changes, title);
  await becomeBob();
  await act(async () => end.resolve(person({ id: "alice", displayName: "alice 2" })));
  await pass();
  expect(tokens()).toEqual(["alice"]);
  expect(shown()).toBe("ready bob");
});

test("nor one that waits for its person to be read", async () => {
  const late = deferred<Response>();
  const server = scimServer(undefined, ({ method, token }) => {
    if (method !== "GET") return undefined;
    return token === "alice" ? late.promise : person({ id: "bob", displayName: "bob" });
  });
  let current = "alice";
  const props = { subject: "alice", tokenProvider: () => current };
  const { change, update } = await openEditor(server, { props, shows: "loading" });
  await change(changes);
  current = "bob";
  update({ subject: "bob" });
  await screen.findByText("ready bob");
  await act(async () => late.resolve(refused(401)));
  await pass();
  expect(server.sent()).toEqual([]);
});

test("without a subject, a read that finds somebody else ends the change", async () => {
  const end = deferred<Response>();
  let id = "alice";
  const server = scimServer(undefined, ({ method }) =>
    method === "GET" ? person({ id, displayName: id }) : end.promise,
  );
  const { change, client, result } = await openEditor(server, {
    shows: "ready alice",
    props: { tokenProvider: ({ reason }) => `without-subject-${reason}` },
  });
  await change(changes, title);
  id = "bob";
  await act(() => client.refetchQueries());
  await act(async () => end.resolve(refused(401)));
  await pass();
  expect(server.sent()).toHaveLength(1);
  expect(result().error).toMatchObject({ reason: "missing-token" });
  expect(shown()).toBe("ready bob");
});

test("an answer about somebody else leaves nothing of the person before", async () => {
  const bob = { id: "bob", displayName: "bob" };
  const server = scimServer(
    undefined,
    onChange(() => Response.json(bob)),
  );
  const { outcome, client } = await openEditor(server);
  await outcome(changes);
  expect(shown()).toBe("ready bob");
  const cached = client.getQueriesData({ queryKey: scimMeQueryKey({ endpoint }) });
  expect(JSON.stringify(cached)).not.toContain("Barbara");
});

test("a change whose answer has no person, and whose read brings somebody else, is none of theirs", async () => {
  let id = "alice";
  const server = scimServer(undefined, ({ method }) => {
    if (method === "GET") return person({ id, displayName: id });
    id = "bob";
    return new Response(null, { status: 204 });
  });
  const { outcome } = await openEditor(server, { shows: "ready alice" });
  expect(await outcome(changes)).toMatchObject({ reason: "missing-token" });
  expect(shown()).toBe("ready bob");
});

/** A page with a cookie whose session ends at its first change; `reads` is what is read after it. */
async function openEnded(reads: () => Response | undefined) {
  const server = scimServer(undefined, ({ method }) => {
    if (method === "GET") return server.sent().length ? reads() : undefined;
    return server.sent().length > 1 ? undefined : refused(401);
  });
  const props = { endpoint: "/api/me", subject: "alice", tokenProvider: sessionCookie };
  return { server, ...(await openEditor(server, { props })) };
}

test("a change that is asked for again after a session has ended is not made to who has come since", async () => {
  const { server, outcome } = await openEnded(() => person({ id: "bob", displayName: "bob" }));
  expect(await outcome(changes)).toMatchObject({ reason: "unauthorized" });
  expect(await outcome(changes)).toMatchObject({ reason: "missing-token" });
  expect(server.methods()).toBe("GET PATCH GET");
  expect(shown()).toBe("ready bob");
});

test("to the same person it is, and while nobody has come they are still shown", async () => {
  const reads = [refused(401), refused(503), undefined];
  const { server, outcome } = await openEnded(() => reads.shift());
  await outcome(changes);
  for (const reason of ["unauthorized", "unavailable"]) {
    expect(await outcome(changes)).toMatchObject({ reason });
    expect(shown()).toBe("ready Barbara Jensen");
  }
  expect(await outcome(changes)).toMatchObject(changes);
  expect(server.methods()).toBe("GET PATCH GET GET GET PATCH");
  expect(shown()).toBe("ready Babs");
});

test.each([
  true,
  // As older ones of TanStack Query leave a failed read.
  false,
])(
  "a person who is no longer let in is not shown again by a change (%s)",
  async (isInvalidated) => {
    let status = 200;
    const server = scimServer(undefined, ({ method }) =>
      method === "GET" && status !== 200 ? refused(status) : undefined,
    );
    const { change, client } = await openEditor(server);
    status = 403;
    await act(() => client.refetchQueries());
    await waitFor(() => expect(shown()).toMatch(/^forbidden/));
    for (const query of client.getQueryCache().getAll()) query.setState({ isInvalidated });
    await change(changes);
    await pass();
    expect(shown()).toMatch(/^forbidden/);
    expect(server.sent()).toEqual([]);
  },
);

test("a change that nobody reads is made to its end, however short a cache lives", async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 0 } } });
  const end = deferred<Response>();
  const server = scimServer(undefined, ({ method }) =>
    method === "GET" ? undefined : end.promise,
  );
  const beside = <p key="beside">no profile</p>;
  const { change } = await openEditor(server, { client, beside, shows: "no profile" });
  await change(changes);
  await pass();
  await act(async () => end.resolve(person()));
  await waitFor(() => expect(status()).toBe("success"));
  client.clear();
});

test.each<[string, (client: QueryClient) => void]>([
  ["nobody reads the profile any more", () => {}],
  ["the host clears its cache", (client) => client.clear()],
])("where %s, an answer for Alice does not become Bob's", async (_, leave) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 0 } } });
  const end = deferred<Response>();
  let who = "alice";
  const server = scimServer(undefined, ({ method, token }) =>
    method === "GET" ? person({ id: token, displayName: token }) : end.promise,
  );
  const app = await openEditor(server, {
    client,
    props: { tokenProvider: () => who },
    shows: "ready alice",
  });
  await app.change(changes);
  app.update({ children: <SignOutButton onSignOut={() => {}}>leave</SignOutButton> });
  await pass();
  leave(client);
  act(() => screen.getByText("leave").click());
  await pass();
  who = "bob";
  app.update({ children: <Reader /> });
  await screen.findByText("ready bob");
  await act(async () => end.resolve(person({ id: "alice", displayName: "Babs" })));
  await pass();
  expect(shown()).toBe("ready bob");
  client.clear();
});
