import { waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { exampleMe } from "../../../src/mocks/index.js";
import { openEditor, shown, status } from "./openEditor.js";
import { type Body, onChange, refused, scimServer } from "./scimServer.js";

/** A server that demands the tag of what it has, and shows it where it may. */
function taggedServer(show = (_: string) => true) {
  let version = 1;
  const server = scimServer(exampleMe as Body, ({ method, ifMatch }, { take }) => {
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
