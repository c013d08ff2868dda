import { act, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { exampleMe } from "../../../src/mocks/index.js";
import { Reader } from "../query/Reader.js";
import { deferred, never, offline } from "../query/recordFetch.js";
import { pass } from "../query/renderApp.js";
import { openEditor, shown, status } from "./openEditor.js";
import { type Body, onChange, refused, scimServer, takingServer } from "./scimServer.js";

const changes = { displayName: "Babs" };
const lost: [string, () => Response | Promise<Response>, string][] = [
  ["a dropped connection", offline, "network"],
  ["no answer in time", never, "timeout"],
  ["500", () => refused(500), "unavailable"],
  ["502 of a gateway", () => new Response("<h1>Bad gateway</h1>", { status: 502 }), "unavailable"],
  ["an answer of 6 MiB", () => new Response("x".repeat(6 * 1024 * 1024)), "malformed"],
];
/** None but silence is to end by it: on a busy machine 6 MiB take their time. */
const limitOf = (answer: unknown) => (answer === never ? { props: { timeoutMs: 1_000 } } : {});

test.each(lost)("%s after the server took the change is a success", async (_, answer) => {
  const server = takingServer(answer);
  const { outcome } = await openEditor(server, limitOf(answer));
  expect(await outcome(changes)).toMatchObject(changes);
  expect(shown()).toBe("ready Babs");
  expect(server.methods()).toBe("GET PATCH GET");
});

test("what may have been taken stays in sight until the server has said", async () => {
  const server = takingServer(offline);
  const seen: (string | undefined)[] = [];
  const beside = <Reader key="reader" onRender={({ data }) => seen.push(data?.displayName)} />;
  const { outcome } = await openEditor(server, { beside });
  await outcome(changes);
  expect(seen.slice(seen.indexOf("Babs"))).not.toContain("Barbara Jensen");
});

test.each(lost)(
  "%s before the server took it is an error, and nothing is sent again",
  async (_, answer, reason) => {
    const server = scimServer(undefined, onChange(answer));
    const { outcome } = await openEditor(server, limitOf(answer));
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
    const { outcome } = await openEditor(server, limitOf(answer));
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
