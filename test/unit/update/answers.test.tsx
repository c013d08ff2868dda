import { waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { exampleMe } from "../../../src/mocks/index.js";
import { pass } from "../query/renderApp.js";
import { openEditor, shown, status } from "./openEditor.js";
import { onChange, refused, scimServer, takingServer } from "./scimServer.js";

const changes = { displayName: "Babs" };

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
  [
    "200 with the part that changed",
    () => Response.json({ schemas: exampleMe.schemas, id: exampleMe.id, ...changes }),
  ],
  [
    "202 with the job that makes the change",
    () => Response.json({ id: "job-7", status: "accepted" }, { status: 202 }),
  ],
  [
    "200 with a person without an id",
    () => Response.json({ userName: exampleMe.userName, ...changes }),
  ],
])("%s: the profile is read", async (_, answer) => {
  const server = takingServer(answer);
  const { outcome } = await openEditor(server);
  expect(await outcome(changes)).toMatchObject(changes);
  expect(shown()).toBe("ready Babs");
  expect(server.methods()).toBe("GET PATCH GET");
});

test("an answer that is cut behind its 200: what the server made of the change is read", async () => {
  const server = scimServer(
    undefined,
    onChange((_, { take }) => {
      take().displayName = "BABS";
      const pull = (body: ReadableStreamDefaultController) => body.error(new TypeError("cut"));
      return new Response(new ReadableStream({ pull }));
    }),
  );
  const { outcome } = await openEditor(server);
  expect(await outcome(changes)).toMatchObject({ displayName: "BABS" });
  expect(shown()).toBe("ready BABS");
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
  [413, "invalid"],
  [422, "invalid"],
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
