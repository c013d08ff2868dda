import { act, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { ScimMeChanges } from "../../../src/index.js";
import { exampleMe } from "../../../src/mocks/index.js";
import { buildMe } from "../../../src/testing/index.js";
import { deferred } from "../query/recordFetch.js";
import { ENTERPRISE, USER } from "../scim/bodies.js";
import { type EditorOptions, openEditor, shown, status } from "./openEditor.js";
import { WSO2 } from "./patchRows.js";
import { type Body, onChange, refused, scimServer } from "./scimServer.js";

/** A server that demands the tag of what it has, and shows it where it may. */
function taggedServer(show = (_: string) => true, isDown = (_: string) => false) {
  let version = 1;
  const server = scimServer(exampleMe as Body, ({ method, ifMatch }, { take }) => {
    if (isDown(method)) return refused(503);
    if (method !== "GET" && ifMatch !== `"${version}"`) return refused(ifMatch ? 412 : 428);
    const body = take();
    if (method !== "GET") version++;
    const headers: Record<string, string> = show(method) ? { ETag: `"${version}"` } : {};
    return Response.json(body, { headers });
  });
  const changeElsewhere = (changes: Body) => {
    Object.assign(server.server.person, changes);
    version++;
  };
  const tags = () => server.sent().map(({ ifMatch }) => ifMatch);
  return { ...server, changeElsewhere, tags };
}

test("the ETag that was read is demanded, and then the one of the PATCH's answer", async () => {
  const server = taggedServer();
  const { outcome } = await openEditor(server);
  await outcome({ displayName: "Babs" });
  await outcome({ displayName: "Barb" });
  expect(server.tags()).toEqual(['"1"', '"2"']);
  expect(shown()).toBe("ready Barb");
});

test("without an ETag in the PATCH's answer none is demanded, because the old one is over", async () => {
  const server = taggedServer((method) => method === "GET");
  const { outcome, client } = await openEditor(server);
  await outcome({ displayName: "Babs" });
  expect(await outcome({ displayName: "Barb" })).toMatchObject({ reason: "conflict", status: 428 });
  expect(server.tags()).toEqual(['"1"', null]);
  // The conflict has read it again, and with it the tag.
  await outcome({ displayName: "Barb" });
  expect(server.tags().at(-1)).toBe('"2"');
  expect(client.isFetching()).toBe(0);
});

test("a stale ETag is a conflict: both versions are there, and nothing is sent again by itself", async () => {
  const server = taggedServer();
  const { change, result, cached } = await openEditor(server);
  server.changeElsewhere({ displayName: "Barbara J." });
  await change({ title: "Captain", displayName: "Babs" });
  await waitFor(() => expect(status()).toBe("error"));
  expect(result().error).toMatchObject({ reason: "conflict", status: 412 });
  expect(cached()).toMatchObject({ displayName: "Barbara J.", title: "Tour Guide" });
  expect(result().variables).toEqual({ title: "Captain", displayName: "Babs" });
  expect(server.methods()).toBe("GET PATCH GET");
  await change(result().variables ?? {});
  await waitFor(() => expect(status()).toBe("success"));
  expect(shown()).toBe("ready Babs");
});

test.each([409, 412, 428])("%i is a conflict, and the server's version is read", async (code) => {
  const server = scimServer(
    undefined,
    onChange((_, { person }) => {
      person.displayName = "Barbara J.";
      return refused(code);
    }),
  );
  const { outcome } = await openEditor(server);
  expect(await outcome({ displayName: "Babs" })).toMatchObject({
    reason: "conflict",
    status: code,
  });
  expect(shown()).toBe("ready Barbara J.");
  expect(server.methods()).toBe("GET PATCH GET");
});

test("a conflict with itself is a success: a browser may send again what it got no answer to", async () => {
  const server = taggedServer();
  const { outcome } = await openEditor(server);
  server.changeElsewhere({ displayName: "Babs" });
  expect(await outcome({ displayName: "Babs" })).toMatchObject({ displayName: "Babs" });
  expect(server.methods()).toBe("GET PATCH GET");
  expect(shown()).toBe("ready Babs");
});

test("a value that somebody else has names its attribute", async () => {
  const words = { scimType: "uniqueness", detail: "emails must be unique." };
  const server = scimServer(
    undefined,
    onChange(() => refused(409, words)),
  );
  const { outcome } = await openEditor(server);
  const changes = { title: "Captain", emails: [{ value: "taken@example.com" }] };
  expect(await outcome(changes)).toMatchObject({ reason: "conflict", attribute: "emails" });
});

test("where the server's version cannot be read, it is read before the next change is sent", async () => {
  let isDown = false;
  const server = scimServer(undefined, ({ method }, { person }) => {
    if (method !== "GET") {
      if (server.sent().length > 1) return undefined;
      isDown = true;
      person.displayName = "Barbara J.";
      return refused(409);
    }
    return isDown ? refused(503) : undefined;
  });
  const { outcome } = await openEditor(server);
  expect(await outcome({ displayName: "Babs" })).toMatchObject({ reason: "conflict" });
  isDown = false;
  await outcome({ displayName: "Babs" });
  expect(server.methods()).toBe("GET PATCH GET GET PATCH");
  expect(shown()).toBe("ready Babs");
});

test("ifMatch is demanded in place of what was read", async () => {
  const server = taggedServer();
  const { outcome } = await openEditor(server, { options: { ifMatch: '"0"' } });
  expect(await outcome({ displayName: "Babs" })).toMatchObject({ reason: "conflict" });
  expect(server.tags()).toEqual(['"0"']);
});

test("an ETag that repeats the token is not kept", async () => {
  const token = "secret-token-of-alice";
  const headers = { ETag: `"${token}"` };
  const server = scimServer(undefined, (_, { take }) => Response.json(take(), { headers }));
  const { outcome } = await openEditor(server, { props: { tokenProvider: () => token } });
  await outcome({ displayName: "Babs" });
  expect(server.sent()[0]?.ifMatch).toBeNull();
});

/** An editor whose profile was changed elsewhere, after which a first read of it failed. */
async function behind(changes: Body, options: EditorOptions = {}, show = (_: string) => true) {
  let isDown = false;
  const server = taggedServer(show, () => isDown);
  const editor = await openEditor(server, options);
  server.changeElsewhere(changes);
  isDown = true;
  await act(() => editor.client.invalidateQueries());
  isDown = false;
  return { server, ...editor };
}

test("what was changed elsewhere and not seen yet is a conflict, and not written over with the new tag", async () => {
  const { server, outcome, result, cached } = await behind({ title: "Cook" });
  expect(await outcome({ title: "Captain" })).toMatchObject({ reason: "conflict" });
  expect(server.sent()).toEqual([]);
  expect(cached()).toMatchObject({ title: "Cook" });
  expect(result().variables).toEqual({ title: "Captain" });
  // Both versions were there to be seen.
  await outcome({ title: "Captain" });
  expect(server.tags()).toEqual(['"2"']);
  expect(server.server.person).toMatchObject({ title: "Captain" });
});

test("so is a list that was made from the one before", async () => {
  const { server, outcome } = await behind({ emails: [{ value: "theirs@example.com" }] });
  const changes = { emails: [...buildMe().emails, { value: "mine@example.com" }] };
  expect(await outcome(changes)).toMatchObject({ reason: "conflict" });
  expect(server.sent()).toEqual([]);
});

test("and what is given as it was before, where a whole profile is", async () => {
  const { server, outcome, cached } = await behind({ title: "Cook" });
  const changes = { ...cached(), nickName: "Babs" };
  expect(await outcome(changes)).toMatchObject({ reason: "conflict" });
  expect(server.sent()).toEqual([]);
});

test("a save while the profile is being read again waits for it, and is a conflict too", async () => {
  const late = deferred();
  const server = taggedServer();
  let isSlow = false;
  const fetch: typeof globalThis.fetch = async (...call) => {
    if (isSlow) await late.promise;
    return server.fetch(...call);
  };
  const { change, client } = await openEditor({ fetch });
  server.changeElsewhere({ title: "Cook" });
  isSlow = true;
  act(() => void client.invalidateQueries());
  await change({ title: "Captain" });
  await act(async () => late.resolve());
  await waitFor(() => expect(status()).toBe("error"));
  expect(server.methods()).toBe("GET GET");
});

test.each<[string, Body, ScimMeChanges]>([
  ["another attribute", { title: "Cook" }, { displayName: "Babs" }],
  ["another part of the same", { name: { givenName: "Babs" } }, { name: { middleName: "J" } }],
  ["an attribute of an extension", { [ENTERPRISE]: {} }, { displayName: "Babs" }],
])("a change elsewhere of %s is none: the change goes with the new tag", async (_, theirs, own) => {
  const { server, outcome } = await behind(theirs);
  expect(await outcome(own)).toMatchObject(own);
  expect(server.tags()).toEqual(['"2"']);
});

test("nor is one that made what is wanted: nothing is left to be sent", async () => {
  const { server, outcome } = await behind({ title: "Captain" });
  expect(await outcome({ title: "Captain" })).toMatchObject({ title: "Captain" });
  expect(server.sent()).toEqual([]);
});

test("without ETags, or with a tag of the app's own, the last change wins", async () => {
  const untagged = scimServer();
  const { outcome, client, unmount } = await openEditor(untagged);
  untagged.server.person.title = "Cook";
  await act(() => client.invalidateQueries({ refetchType: "none" }));
  expect(await outcome({ title: "Captain" })).toMatchObject({ title: "Captain" });
  unmount();
  const { server, ...own } = await behind({ title: "Cook" }, { options: { ifMatch: '"2"' } });
  expect(await own.outcome({ title: "Captain" })).toMatchObject({ title: "Captain" });
  expect(server.tags()).toEqual(['"2"']);
});

test("one's own change, which the server took and could not be read after, is no conflict for ever", async () => {
  let isDown = false;
  const server = taggedServer(
    () => true,
    (method) => isDown && method === "GET",
  );
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const answer = await server.fetch(url, init);
    if (init?.method !== "PATCH" || server.sent().length > 1) return answer;
    isDown = true;
    return new Response(null, { status: 204 });
  };
  const { outcome, cached } = await openEditor({ fetch });
  expect(await outcome({ title: "Captain" })).toMatchObject({ reason: "unavailable" });
  isDown = false;
  expect(await outcome({ title: "Cook" })).toMatchObject({ reason: "conflict" });
  expect(cached()).toMatchObject({ title: "Captain" });
  expect(await outcome({ title: "Cook" })).toMatchObject({ title: "Cook" });
});

test.each([
  [`${WSO2}:title is readOnly`, `${WSO2}:title`],
  ["title is readOnly", "title"],
  [`${USER}:title is readOnly`, "title"],
  ["The 'title' of nickName is reserved", "nickName"],
  ["nothing that was sent", undefined],
])("of what a refusal names the longest path is meant: %s", async (detail, attribute) => {
  const server = scimServer(
    undefined,
    onChange(() => refused(400, { scimType: "mutability", detail })),
  );
  const { outcome } = await openEditor(server);
  const changes = { title: "a", nickName: "c", extensions: { [WSO2]: { title: "b" } } };
  const error = await outcome(changes);
  expect(error).toMatchObject({ reason: "invalid" });
  expect("attribute" in error ? error.attribute : undefined).toBe(attribute);
});

test.each([400, 413, 422])("a %i names its attribute", async (code) => {
  const words = { scimType: "invalidValue", detail: "The title is too long." };
  const server = scimServer(
    undefined,
    onChange(() => refused(code, words)),
  );
  const { outcome } = await openEditor(server);
  const error = await outcome({ displayName: "Babs", title: "Captain" });
  expect(error).toMatchObject({ reason: "invalid", status: code, attribute: "title" });
});
