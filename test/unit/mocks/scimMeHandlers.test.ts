import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import {
  exampleMe,
  type ScimMeHandlersOptions,
  type ScimMeMockRequest,
  scenarioToken,
  scimMeHandlers,
  scimMeScenarios,
} from "../../../src/mocks/index.js";
import { fetchScimMe } from "../../../src/scim/fetchScimMe.js";
import { parseScimMe } from "../../../src/scim/parseScimMe.js";
import { buildMe } from "../../../src/testing/index.js";

const endpoint = "https://scim.example.com/scim2/Me";
const patchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function serve(options?: ScimMeHandlersOptions): void {
  server.use(...scimMeHandlers(options));
}

function get(token?: string | null, url = endpoint): Promise<Response> {
  return fetch(url, token ? { headers: { Authorization: `Bearer ${token}` } } : {});
}

function patch(token: string, ...Operations: object[]): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/scim+json" };
  const body = JSON.stringify({ schemas: [patchOp], Operations });
  return fetch(endpoint, { method: "PATCH", headers, body });
}

test("without a Bearer token the answer is 401 with a challenge", async () => {
  serve();
  const response = await get();
  expect(response.status).toBe(401);
  expect(response.headers.get("WWW-Authenticate")).toBe('Bearer realm="scim"');
  const basic = await fetch(endpoint, { headers: { Authorization: "Basic a2ltOnB3" } });
  expect(basic.status).toBe(401);
});

test.each(["undefined", "null"])(
  "a Bearer %s, as a missing token reads, is none",
  async (token) => {
    serve();
    expect((await get(token)).status).toBe(401);
  },
);

test("with auth: session no token is asked for", async () => {
  serve({ auth: "session", scenario: "expired-then-refreshed" });
  expect((await get()).status).toBe(200);
});

test("a scenario's token plays it whatever the option says", async () => {
  serve({ scenario: "success" });
  expect((await get(scenarioToken("forbidden"))).status).toBe(403);
  expect((await get("a-real-token")).status).toBe(200);
});

test("any other token plays the scenario of the option", async () => {
  serve({ scenario: "rate-limited" });
  const response = await get("a-real-token");
  expect(response.status).toBe(429);
  expect(response.headers.get("Retry-After")).toBe("30");
});

test("an unknown scenario is a 400 that lists the valid ones", async () => {
  serve();
  const response = await get("demo.constructor");
  expect(response.status).toBe(400);
  expect((await response.json()).detail).toMatch(
    /no scenario "constructor".*success.*email-pending/,
  );
});

test("a request where nothing may be sent is a loud 500", async () => {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  const onRequest = vi.fn();
  serve({ scenario: "missing-token", onRequest });
  expect((await get()).status).toBe(500);
  expect((await get("demo.token-provider-failed")).status).toBe(500);
  expect(error).toHaveBeenCalledTimes(2);
  expect(error.mock.calls[0]?.[0]).toContain('in the scenario "missing-token"');
  expect(onRequest).toHaveBeenLastCalledWith(expect.objectContaining({ status: 500 }));
  error.mockRestore();
});

test("onRequest tells what was asked and answered, never the token", async () => {
  const seen: ScimMeMockRequest[] = [];
  serve({ onRequest: (request) => seen.push(request) });
  await get(scenarioToken("unsupported"), `${endpoint}?attributes=userName`);
  await get();
  await fetch(endpoint, { headers: { Authorization: "Basic a2ltOnB3" } });
  const refused = { method: "GET", url: endpoint, scenario: null, status: 401 };
  expect(seen).toEqual([
    {
      method: "GET",
      url: `${endpoint}?attributes=userName`,
      scenario: "unsupported",
      authorization: "present",
      status: 501,
    },
    { ...refused, authorization: "absent" },
    { ...refused, authorization: "absent" },
  ]);
});

test("a foreign token is expired when first seen, and its successor is not", async () => {
  serve({ scenario: "expired-then-refreshed" });
  expect((await get("old")).status).toBe(401);
  expect((await get("old")).status).toBe(401);
  expect((await get("new")).status).toBe(200);
});

test("a renewed scenario token follows the rejected one, whatever was asked between", async () => {
  serve();
  const first = scenarioToken("expired-then-refreshed");
  const other = scenarioToken("expired-then-refreshed");
  expect(other).not.toBe(first);
  expect((await get(first)).status).toBe(401);
  const rejectedToken = first ?? "";
  const renewed = scenarioToken("expired-then-refreshed", { reason: "rejected", rejectedToken });
  expect((await get(renewed)).status).toBe(200);
});

test("the option me is served in place of the example, except where the body is the point", async () => {
  serve({ me: { userName: "ana" }, endpoint: `${endpoint}?tenant=acme` });
  expect(await (await get("a", `${endpoint}?tenant=acme`)).json()).toEqual({ userName: "ana" });
  expect(await (await get(scenarioToken("minimal"))).json()).toMatchObject({ userName: "bjensen" });
});

test("an endpoint's own marks are no pattern, its wildcard is one", async () => {
  const marked = "https://scim.example.com/t/{a+b}(c)/ü/scim2/Me";
  serve({ endpoint: marked });
  expect((await get("a", marked)).status).toBe(200);
  serve({ endpoint: "https://scim.example.com/t/*/Me" });
  expect((await get("a", "https://scim.example.com/t/acme/Me")).status).toBe(200);
});

test.each([
  ["an IPv6 address", "http://[::1]:8080/scim2/Me"],
  ["a name in another script", "https://münchen.example/scim2/Me"],
  ["the usual port", "https://scim.example.com:443/scim2/Me"],
  ["steps back", "https://scim.example.com/t/../scim2/Me"],
  ["the blank and the end of a line in a file of settings", " https://scim.example.com/scim2/Me\r"],
  ["a fragment", "https://scim.example.com/scim2/Me#top"],
])("an endpoint with %s is met as it is asked", async (_, written) => {
  serve({ endpoint: written });
  const me = await fetchScimMe({ endpoint: written, tokenProvider: () => "a" });
  expect(me.displayName).toBe("Barbara Jensen");
});

test("the schemas are beside an endpoint with a slash at its end", async () => {
  serve({ endpoint: `${endpoint}/` });
  expect((await get("a", endpoint.replace(/Me$/, "Schemas"))).status).toBe(200);
});

test("a model is served as the body that it was made of, and is changed as one", async () => {
  const urn = "urn:example:params:scim:schemas:extension:badge:2.0:User";
  const me = buildMe({ userName: "ana", extensions: { [urn]: { badge: "7" } } });
  serve({ me });
  expect(await (await get("a")).json()).toEqual(me.raw);
  await patch("a", { op: "replace", value: { title: "Boss" } });
  const after = parseScimMe(await (await get("a")).json());
  expect(after).toMatchObject({
    title: "Boss",
    enterprise: me.enterprise,
    extensions: me.extensions,
  });
});

test("a body with an attribute called raw is a body", async () => {
  const me = { userName: "ana", raw: { userName: "kim" } };
  serve({ me });
  expect(await (await get("a")).json()).toEqual(me);
});

test("a request that never ends stops when its caller aborts", async () => {
  serve();
  const headers = { Authorization: `Bearer ${scenarioToken("never")}` };
  const response = fetch(endpoint, { headers, signal: AbortSignal.timeout(30) });
  await expect(response).rejects.toThrow("timeout");
});

test("delayMs takes the place of the scenario's own delay", async () => {
  serve({ delayMs: 1 });
  const timers = vi.spyOn(globalThis, "setTimeout");
  expect((await get(scenarioToken("slow"))).status).toBe(200);
  const waits = timers.mock.calls.map(([, ms]) => ms);
  timers.mockRestore();
  expect(waits).toContain(1);
  expect(waits).not.toContain(scimMeScenarios.slow.delayMs);
});

test("an update is remembered by its handlers and forgotten with them", async () => {
  serve();
  const changed = await patch(
    "a",
    { op: "replace", value: { title: "Chief Guide", name: { givenName: "Barb" } } },
    { op: "remove", path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager" },
  );
  expect(changed.status).toBe(200);
  const me = await (await get("a")).json();
  expect(me).toMatchObject({
    title: "Chief Guide",
    name: { givenName: "Barb", familyName: "Jensen" },
  });
  expect(JSON.stringify(me)).not.toContain("John Smith");
  server.resetHandlers();
  serve();
  expect(await (await get("a")).json()).toEqual(exampleMe);
});

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const travel = "urn:example:params:scim:schemas:extension:travel:2.0:User";

test.each([
  ["a part deep in a value", { op: "replace", value: { [travel]: { shift: { gate: 5 } } } }],
  ["a part deep in a path", { op: "replace", path: `${travel}:shift.gate`, value: 5 }],
  [
    "names in another case",
    { op: "replace", path: `${travel.toUpperCase()}:SHIFT.Gate`, value: 5 },
  ],
])("%s leaves what it does not name", async (_, operation) => {
  serve();
  const changed = await (await patch(scenarioToken("full") ?? "", operation)).json();
  const before = scimMeScenarios.full.body as Record<string, object>;
  expect(changed).toEqual({
    ...before,
    [travel]: { ...before[travel], shift: { begins: "07:30", gate: 5 } },
  });
});

test("a part deep in an extension is removed, by its path or by null", async () => {
  for (const operation of [
    { op: "remove", path: `${enterprise}:manager.displayName` },
    { op: "replace", value: { [enterprise]: { manager: { displayName: null } } } },
  ]) {
    serve();
    const changed = await (await patch("a", operation)).json();
    expect(changed[enterprise].manager).toEqual({ value: expect.any(String) });
  }
});

test("an extension that the person does not have yet is added", async () => {
  const token = scenarioToken("minimal") ?? "";
  for (const urn of [enterprise, "urn:scim:wso2:schema"]) {
    serve();
    const changed = await patch(token, { op: "replace", value: { [urn]: { country: "PT" } } });
    expect((await changed.json())[urn]).toEqual({ country: "PT" });
  }
});

test("the core schema's own URN holds what stands beside it", async () => {
  const core = "urn:ietf:params:scim:schemas:core:2.0:User";
  serve();
  const changed = await patch("a", { op: "replace", value: { [core]: { title: "Boss" } } });
  expect(await changed.json()).toEqual({ ...exampleMe, title: "Boss" });
});

test("add adds to a list, where replace takes its place", async () => {
  const emails = [{ value: "barbara@example.net" }];
  serve();
  const added = await (await patch("a", { op: "add", path: "emails", value: emails })).json();
  expect(added.emails).toEqual([...(exampleMe.emails as object[]), ...emails]);
  const replaced = await (await patch("a", { op: "replace", value: { emails } })).json();
  expect(replaced.emails).toEqual(emails);
});

test("add leaves one primary, and does not repeat what is there", async () => {
  const [work] = exampleMe.emails as object[];
  const home = { value: "barbara@example.net", primary: true };
  serve();
  const again = await (await patch("a", { op: "add", path: "emails", value: work })).json();
  expect(again.emails).toEqual([work]);
  const added = await (await patch("a", { op: "add", value: { emails: [home] } })).json();
  expect(added.emails).toEqual([{ ...work, primary: false }, home]);
});

test.each([
  ["a filter", { op: "remove", path: 'emails[type eq "work"]' }, "invalidPath"],
  ["a path into a list", { op: "replace", path: "emails.value", value: "x" }, "invalidPath"],
  [
    "a read-only attribute in another case",
    { op: "replace", path: "ID", value: "x" },
    "mutability",
  ],
  [
    "an empty name in a path",
    { op: "replace", path: "name..givenName", value: "x" },
    "invalidPath",
  ],
  ["removing what is required", { op: "remove", path: "username" }, "mutability"],
  ["clearing what is required", { op: "replace", value: { userName: null } }, "mutability"],
  ["a remove without a path", { op: "remove" }, "noTarget"],
  ["a read-only attribute", { op: "replace", path: "meta.created", value: "x" }, "mutability"],
  ["an unknown operation", { op: "move", path: "title" }, "invalidSyntax"],
  ["a value that is no object", { op: "replace", value: "x" }, "invalidValue"],
])("%s is refused with its scimType", async (_, operation, scimType) => {
  serve();
  const response = await patch("a", operation);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ status: "400", scimType });
});

test("a PATCH that is no PatchOp is refused", async () => {
  serve();
  const headers = { Authorization: "Bearer a", "Content-Type": "application/json" };
  for (const body of [
    "{}",
    "nonsense",
    JSON.stringify({ schemas: [patchOp], Operations: [] }),
    JSON.stringify({ schemas: [patchOp], Operations: [null] }),
  ]) {
    expect((await fetch(endpoint, { method: "PATCH", headers, body })).status).toBe(400);
  }
});

test("update-rejected names the attribute that was sent", async () => {
  serve();
  const token = scenarioToken("update-rejected") ?? "";
  const response = await patch(token, { op: "replace", value: { title: "Boss" } });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    scimType: "mutability",
    detail: 'Attribute "title" is read-only.',
  });
});

test("update-conflict answers 412 once: another title was written meanwhile", async () => {
  serve();
  const token = scenarioToken("update-conflict") ?? "";
  const boss = { op: "replace", value: { title: "Boss" } };
  expect((await patch(token, boss)).status).toBe(412);
  expect(await (await get(token)).json()).toEqual({ ...exampleMe, title: "Senior Tour Guide" });
  expect((await patch(token, boss)).status).toBe(200);
  expect(await (await get(token)).json()).toEqual({ ...exampleMe, title: "Boss" });
});

test("email-pending answers 200 with the old email, the new one waiting", async () => {
  serve();
  const token = scenarioToken("email-pending") ?? "";
  const emails = [{ value: "barbara@example.net", type: "work" }];
  const response = await patch(token, { op: "replace", value: { emails, title: "Boss" } });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    title: "Boss",
    emails: exampleMe.emails,
    "urn:scim:wso2:schema": { pendingEmails: [{ value: "barbara@example.net" }] },
  });
});
