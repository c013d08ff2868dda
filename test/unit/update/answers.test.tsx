import { act, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { exampleMe } from "../../../src/mocks/index.js";
import { deferred, never, offline } from "../query/recordFetch.js";
import { pass } from "../query/renderApp.js";
import { openEditor, shown, status } from "./openEditor.js";
import { type Body, onChange, refused, scimServer } from "./scimServer.js";

const changes = { displayName: "Babs" };

/** A server that takes a change and answers something else; its reads can fail. */
function takingServer(answer: () => Response | Promise<Response>, reads = () => true) {
  return scimServer(undefined, ({ method }, { take }) => {
    if (method === "GET") return reads() ? undefined : offline();
    take();
    return answer();
  });
}

test.each<[string, () => Response]>([
  ["204 without a body", () => new Response(null, { status: 204 })],
  ["200 without a body", () => new Response("")],
  ["200 with a body that is no JSON", () => new Response("<p>Saved.</p>")],
  ["200 with a body that is no person", () => Response.json({ message: "Saved." })],
  [
    "200 with the PATCH itself",
    () =>
      Response.json({ schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: [] }),
  ],
])("%s: the profile is read", async (_, answer) => {
  const server = takingServer(answer);
  const { outcome } = await openEditor(server);
  expect(await outcome(changes)).toMatchObject(changes);
  expect(shown()).toBe("ready Babs");
  expect(server.methods()).toBe("GET PATCH GET");
});

test("where that read fails the error says so, and the next save reads first and sends nothing", async () => {
  const server = takingServer(
    () => new Response(null, { status: 204 }),
    () => server.sent().length === 0 || server.server.seen.length > 3,
  );
  const { outcome } = await openEditor(server);
  const error = await outcome(changes);
  expect(error).toMatchObject({
    reason: "network",
    message: expect.stringContaining("took the change"),
  });
  expect(shown()).toBe("ready Barbara Jensen");
  expect(await outcome(changes)).toMatchObject(changes);
  expect(server.methods()).toBe("GET PATCH GET GET");
  expect(shown()).toBe("ready Babs");
});

test("where that read finds the session ended, nobody is shown again", async () => {
  const server = scimServer(undefined, ({ method }) => {
    if (method !== "GET") return new Response(null, { status: 204 });
    return server.sent().length ? refused(401) : undefined;
  });
  const { outcome } = await openEditor(server);
  expect(await outcome(changes)).toMatchObject({ reason: "unauthorized" });
  expect(shown()).toMatch(/^unauthorized/);
});

test("with verification on, the cache takes the old email and what is pending", async () => {
  const wso2 = "urn:scim:wso2:schema";
  const pending = { [wso2]: { pendingEmails: [{ value: "new@example.com" }] } };
  const server = scimServer(
    undefined,
    onChange(() => Response.json({ ...exampleMe, ...pending })),
  );
  const { change, cached } = await openEditor(server);
  await change({ emails: [{ value: "new@example.com", type: "work", primary: true }] });
  await waitFor(() => expect(status()).toBe("success"));
  expect(cached()?.emails).toMatchObject([{ value: "bjensen@example.com" }]);
  expect(cached()?.extensions).toEqual(pending);
  expect(server.methods()).toBe("GET PATCH");
});

test("what the server makes of a change is what is shown", async () => {
  const server = scimServer(
    undefined,
    onChange(() => Response.json({ ...exampleMe, displayName: "BABS" })),
  );
  const { outcome } = await openEditor(server);
  await outcome(changes);
  expect(shown()).toBe("ready BABS");
});

test.each<[number, string]>([
  [400, "invalid"],
  [403, "forbidden"],
  [404, "unsupported"],
  [405, "unsupported"],
  [429, "rate-limited"],
  [302, "configuration"],
])(
  "%i is %s: nothing was taken, so nothing is read, and the person stays",
  async (code, reason) => {
    const answer = () => new Response(null, { status: code, headers: { Location: "/login" } });
    const server = scimServer(undefined, onChange(answer));
    const { outcome } = await openEditor(server);
    expect(await outcome(changes)).toMatchObject({ reason });
    expect(shown()).toBe("ready Barbara Jensen");
    await pass();
    expect(server.methods()).toBe("GET PATCH");
  },
);

const lost: [string, () => Response | Promise<Response>, string][] = [
  ["a dropped connection", offline, "network"],
  ["no answer in time", never, "timeout"],
  ["500", () => refused(500), "unavailable"],
  ["502 of a gateway", () => new Response("<h1>Bad gateway</h1>", { status: 502 }), "unavailable"],
  ["an answer of 6 MiB", () => new Response("x".repeat(6 * 1024 * 1024)), "malformed"],
];
const limit = { props: { timeoutMs: 150 } };

test.each(lost)("%s after the server took the change is a success", async (_, answer) => {
  const server = takingServer(answer);
  const { outcome } = await openEditor(server, limit);
  expect(await outcome(changes)).toMatchObject(changes);
  expect(shown()).toBe("ready Babs");
  expect(server.methods()).toBe("GET PATCH GET");
});

test.each(lost)(
  "%s before the server took it is an error, and nothing is sent again",
  async (_, answer, reason) => {
    const server = scimServer(undefined, onChange(answer));
    const { outcome } = await openEditor(server, limit);
    expect(await outcome(changes)).toMatchObject({ reason });
    expect(shown()).toBe("ready Barbara Jensen");
    await pass();
    expect(server.methods()).toBe("GET PATCH GET");
  },
);

test.each(lost)(
  "%s, and nobody to ask: the next save asks before it sends",
  async (_, answer, reason) => {
    let isDown = false;
    const server = takingServer(
      () => {
        isDown = true;
        return answer();
      },
      () => !isDown,
    );
    const { outcome } = await openEditor(server, limit);
    expect(await outcome(changes)).toMatchObject({ reason });
    expect(shown()).toBe("ready Barbara Jensen");
    expect(await outcome(changes)).toMatchObject({ reason: "network" });
    expect(server.sent()).toHaveLength(1);
    isDown = false;
    expect(await outcome(changes)).toMatchObject(changes);
    expect(server.sent()).toHaveLength(1);
    expect(shown()).toBe("ready Babs");
  },
);

test("a read meanwhile that shows the change is not taken back by its lost answer", async () => {
  const end = deferred<Response>();
  const server = scimServer(undefined, (seen, { take }) => {
    if (seen.method === "GET") return server.server.seen.length > 3 ? offline() : undefined;
    take();
    return end.promise;
  });
  const { change, client } = await openEditor(server);
  await change(changes);
  await act(() => client.refetchQueries());
  await act(async () => end.reject(new TypeError("Failed to fetch")));
  await waitFor(() => expect(status()).toBe("error"));
  expect(shown()).toBe("ready Babs");
});

test("an attribute that was not read is never taken for cleared", async () => {
  const server = scimServer(exampleMe as Body, onChange(offline));
  const { outcome } = await openEditor(server, { props: { attributes: ["displayName"] } });
  server.server.person = { displayName: "Barbara Jensen", id: exampleMe.id };
  expect(await outcome({ title: null })).toMatchObject({ reason: "network" });
  expect(server.operations()).toEqual([{ op: "remove", path: "title" }]);
});
