// What other people's tests do with the mocks, in Node's own runner.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setupServer } from "msw/node";
import { fetchScimMe, getDisplayName, ScimMeError } from "react-scim-me";
import { scimMeHandlers } from "react-scim-me/msw";
import { buildMe, scenarioToken } from "react-scim-me/testing";

const endpoint = "https://scim.example.com/scim2/Me";
const seen = [];
const server = setupServer(
  ...scimMeHandlers({ endpoint, onRequest: ({ method, status }) => seen.push([method, status]) }),
);

before(() => server.listen({ onUnhandledRequest: "error" }));
after(() => server.close());

const read = (scenario) =>
  fetchScimMe({ endpoint, tokenProvider: (request) => scenarioToken(scenario, request) });

test("the example person is served", async () => {
  assert.equal(getDisplayName(await read("success")), "Barbara Jensen");
});

test("a scenario fails as the server would", async () => {
  await assert.rejects(read("forbidden"), (error) => {
    assert.ok(error instanceof ScimMeError);
    assert.equal(error.reason, "forbidden");
    return true;
  });
  await assert.rejects(read("offline"), { reason: "network" });
});

test("an expired token is renewed once", async () => {
  seen.length = 0;
  assert.equal(getDisplayName(await read("expired-then-refreshed")), "Barbara Jensen");
  assert.deepEqual(seen, [
    ["GET", 401],
    ["GET", 200],
  ]);
});

test("nobody is asked without a token", async () => {
  seen.length = 0;
  await assert.rejects(read("missing-token"), { reason: "missing-token" });
  assert.deepEqual(seen, []);
});

test("a person of the test's own is built", () => {
  assert.equal(getDisplayName(buildMe({ displayName: "Ada" })), "Ada");
});
