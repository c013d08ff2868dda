import { expect, test, vi } from "vitest";
import type { ServerTokenProvider } from "../../../src/server/index.js";
import { type Answer, json, whoIs } from "../scim/serveMe.js";
import { change, serveHandlers } from "./callMe.js";

const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

test("a change is sent as operations alone, with the person's own token and If-Match", async () => {
  const { PATCH, seen } = await serveHandlers((response) => {
    response.setHeader("ETag", '"8"');
    json(response, 200, { userName: "kim", title: "Boss", password: "hidden" });
  });
  const Operations = [
    { op: "replace", value: { title: "Boss", "urn:example:Own": { shoe: 43 } } },
    { op: "remove", path: 'emails[type eq "home"]' },
  ];
  const body = { schemas: ["urn:example:Other"], Operations, failOnErrors: 1 };
  const answer = await PATCH(change(body, { "If-Match": 'W/"7"', "X-Own": "1" }));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("ETag")).toBe('"8"');
  expect(await answer.json()).toEqual({ userName: "kim", title: "Boss" });
  expect(seen).toHaveLength(1);
  const [{ method, path, token, headers, body: sent } = {}] = seen;
  expect({ method, path, token }).toEqual({
    method: "PATCH",
    path: "/scim2/Me",
    token: "the-token-of-kim",
  });
  expect(JSON.parse((await sent) ?? "")).toEqual({ schemas: [PATCH_OP], Operations });
  expect(headers).toMatchObject({ "content-type": "application/scim+json", "if-match": 'W/"7"' });
  expect(JSON.stringify(headers)).not.toMatch(/session=|x-own/i);
});

test("a 204 stays one, its ETag too", async () => {
  const { PATCH } = await serveHandlers((response) =>
    response.writeHead(204, { ETag: '"8"' }).end(),
  );
  const answer = await PATCH(change());
  expect(answer.status).toBe(204);
  expect(answer.headers.get("ETag")).toBe('"8"');
  expect(answer.headers.get("Content-Type")).toBeNull();
  expect(await answer.text()).toBe("");
});

test.each<[string, Answer]>([
  ["nothing", (response) => response.writeHead(200).end()],
  ["a blank line", (response) => response.writeHead(200).end("\r\n")],
  ["a message", (response) => json(response, 200, { message: "Saved." })],
  ["a page", (response) => response.writeHead(200).end("<p>Saved.</p>")],
  [
    "half of a person",
    (response) => {
      response.writeHead(200, { "Content-Length": "1000" });
      response.write('{"userName": "kim"', () => response.destroy());
    },
  ],
])(
  "a change that was taken, and answered with %s, is a 204 to be read after",
  async (_, answer) => {
    const onError = vi.fn();
    const { PATCH } = await serveHandlers(answer, { onError });
    expect((await PATCH(change())).status).toBe(204);
    expect(onError).not.toHaveBeenCalled();
  },
);

test("a refused change says why, in the server's words", async () => {
  const { PATCH } = await serveHandlers((response) =>
    json(response, 400, { status: 400, scimType: "mutability", detail: "userName is readOnly." }),
  );
  const answer = await PATCH(change());
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    ...{ status: "400", scimType: "mutability", detail: "userName is readOnly." },
  });
});

test("a change that is refused without a word gets none: a form would show it in English to anybody", async () => {
  const { PATCH } = await serveHandlers((response) =>
    response.writeHead(400, { "Content-Type": "text/html" }).end("<h1>Bad request</h1>"),
  );
  expect(await (await PATCH(change())).json()).toEqual({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    status: "400",
  });
});

test("a change whose token has expired is sent once more with the renewed one, and never thrice", async () => {
  const tokenProvider = ({ reason }: { reason: string }) => `${reason}-of-change`;
  for (const [refused, status, sent] of [
    [["initial-of-change"], 200, 2],
    [["initial-of-change", "rejected-of-change"], 401, 2],
  ] as const) {
    const { PATCH, seen } = await serveHandlers(whoIs(...refused), { tokenProvider });
    expect((await PATCH(change())).status).toBe(status);
    expect(seen).toHaveLength(sent);
    const [first, second] = await Promise.all(seen.map(({ body }) => body));
    expect(first).toBe(second);
  }
});

test.each([
  ["application/scim+json", 200],
  ["application/json", 200],
  ["Application/JSON; charset=utf-8", 200],
  ["text/plain", 415],
  ["application/x-www-form-urlencoded", 415],
  ["multipart/form-data", 415],
  ["application/jsonx", 415],
  ["text/plain; application/json", 415],
  ["", 415],
])("a body of type %j is answered with %d", async (type, status) => {
  const { PATCH, seen } = await serveHandlers(whoIs());
  expect((await PATCH(change(undefined, { "Content-Type": type }))).status).toBe(status);
  expect(seen).toHaveLength(status === 200 ? 1 : 0);
});

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
/** What WSO2 reads as the object that it spells. */
const hidden = '{"password":"hidden"}';
const deep = JSON.parse(`${"[".repeat(100)}${"]".repeat(100)}`);
const one = (operation: object) => ({ Operations: [{ op: "replace", ...operation }] });

type Refused = readonly [what: string, body: unknown, status: number, scimType: string | undefined];

test.each<Refused>([
  ["nothing", "", 400, "invalidSyntax"],
  ["no JSON", "{", 400, "invalidSyntax"],
  ["null", null, 400, "invalidSyntax"],
  ["a list", [{ op: "add" }], 400, "invalidSyntax"],
  ["no operations", {}, 400, "invalidSyntax"],
  ["an empty list of operations", { Operations: [] }, 400, "invalidSyntax"],
  ["operations that are no list", { Operations: { op: "add" } }, 400, "invalidSyntax"],
  ["an operation that is no object", { Operations: [{ op: "add" }, "add"] }, 400, "invalidSyntax"],
  ["a whole person", { userName: "kim", title: "Boss" }, 400, "invalidSyntax"],
  ["a password", one({ value: { title: "x", password: "hidden" } }), 400, "mutability"],
  ["a password by path", one({ path: "password", value: "hidden" }), 400, "mutability"],
  ["a password in other letters", one({ Path: " PassWord ", value: "hidden" }), 400, "mutability"],
  ["a password by its URN", one({ path: `${USER}:password`, value: "hidden" }), 400, "mutability"],
  [
    "a password under its URN",
    one({ value: { [`${USER}:password`]: "hidden" } }),
    ...([400, "mutability"] as const),
  ],
  ["a password after a dot", one({ path: `${USER}.password`, value: "hidden" }), 400, "mutability"],
  ["a password after a slash", one({ path: "/password", value: "hidden" }), 400, "mutability"],
  [
    "a password before a filter",
    one({ path: `${USER}.password[value eq "a:b"]`, value: "hidden" }),
    ...([400, "mutability"] as const),
  ],
  ["a password after a space", one({ path: " password:x", value: "hidden" }), 400, "mutability"],
  ["a password in quotes", one({ path: '"password"', value: "hidden" }), 400, "mutability"],
  ["a password that Java reads", one({ path: "pa\u017f\u017fword" }), 400, "mutability"],
  ["a password that Python reads", one({ path: "PA\u1e9eWORD" }), 400, "mutability"],
  ["a password in a list", one({ path: ["password"], value: "hidden" }), 400, "invalidSyntax"],
  ["a path that is no text", one({ path: { toString: 1 }, value: {} }), 400, "invalidSyntax"],
  ["an op that is no text", one({ op: [{ toString: 1 }], path: "x" }), 400, "invalidSyntax"],
  ...[" password", "password ", "password.value", 'password[type eq "x"]', "pa\u00dfword"].map(
    (name) =>
      [`${name} in a value`, one({ value: { [name]: "hidden" } }), 400, "mutability"] as const,
  ),
  ...[USER, `/${USER}`, ` ${USER}: `, USER.replace("User", "U\u017fer"), "", "/"].flatMap(
    (name) => [
      [
        `JSON as text, under "${name}"`,
        one({ value: { [name]: hidden } }),
        400,
        "invalidValue",
      ] as const,
      [
        `JSON as text, listed under "${name}"`,
        one({ value: { [name]: [hidden] } }),
        400,
        "invalidValue",
      ] as const,
    ],
  ),
  ["JSON as text, under two", one({ value: { [USER]: { [USER]: hidden } } }), 400, "invalidValue"],
  [
    "JSON as text, in a list's object",
    one({ path: "x", value: [{ [USER]: hidden }] }),
    400,
    "invalidValue",
  ],
  [
    "JSON as text, for a schema that Java reads",
    one({ path: `${USER.slice(0, -4)}U\u017fer`, value: hidden }),
    400,
    "invalidValue",
  ],
  [
    "a password after a dot in a value",
    one({ value: { [`${USER}.password`]: "hidden" } }),
    ...([400, "mutability"] as const),
  ],
  [
    "a password after a slash in a value",
    one({ value: { "/password": "hidden" } }),
    ...([400, "mutability"] as const),
  ],
  ["JSON as text, without a path", one({ value: hidden }), 400, "invalidValue"],
  ["JSON as text, by an empty path", one({ path: " ", value: hidden }), 400, "invalidValue"],
  ["JSON as text, by no path", one({ path: null, value: hidden }), 400, "invalidValue"],
  ["JSON as text, by a root", one({ path: "/", value: hidden }), 400, "invalidValue"],
  [
    "JSON as text, in one of two spellings",
    one({ path: "title", Path: "", value: hidden }),
    ...([400, "invalidValue"] as const),
  ],
  ["JSON as text, for a schema", one({ path: USER, value: hidden }), 400, "invalidValue"],
  ["JSON as text, for a schema:", one({ path: ` ${USER}: `, value: hidden }), 400, "invalidValue"],
  ["JSON as text, in a list", one({ value: [hidden] }), 400, "invalidValue"],
  ["JSON as text, beside an object", one({ Value: {}, value: hidden }), 400, "invalidValue"],
  ["no value, without a path", one({}), 400, "invalidValue"],
  ["null, without a path", one({ value: null }), 400, "invalidValue"],
  ["a removal without a path", one({ op: "remove" }), 400, "noTarget"],
  ["a removal by an empty path", one({ op: "Remove", path: "" }), 400, "noTarget"],
  [
    "a removal that is a replacement too",
    one({ Op: "remove", value: hidden }),
    ...([400, "invalidValue"] as const),
  ],
  ["a prototype", `{"Operations": [{"op": "add", "value": {"__proto__": {}}}]}`, 400, "mutability"],
  ["what is nested too deep", one({ value: { deep } }), 400, "mutability"],
  ["more than 1 MiB", one({ value: { title: "x".repeat(1024 * 1024) } }), 413, undefined],
])("%s is refused, and nothing is asked or sent", async (_, body, status, scimType) => {
  const tokenProvider = vi.fn<ServerTokenProvider>(() => "the-token-of-kim");
  const { PATCH, seen } = await serveHandlers(whoIs(), { tokenProvider });
  const answer = await PATCH(change(body));
  expect(answer.status).toBe(status);
  const error = await answer.json();
  expect(error).toMatchObject({ status: String(status), detail: expect.any(String) });
  expect(error.scimType).toBe(scimType);
  expect(JSON.stringify(error)).not.toContain("hidden");
  expect(tokenProvider).not.toHaveBeenCalled();
  expect(seen).toEqual([]);
});

test("an attribute whose name only starts like a password is changed", async () => {
  const { PATCH } = await serveHandlers(whoIs());
  const value = { "urn:example:Own": { passwordless: true } };
  expect((await PATCH(change(one({ path: "passwordHint", value })))).status).toBe(200);
});

test.each<[what: string, operation: object]>([
  ["text by a path", { path: "title", value: hidden }],
  ["a list by a path", { path: "emails", value: [{ value: "kim@example.com" }] }],
  ["text by a path with a URN", { path: `${ENTERPRISE}:department`, value: hidden }],
  ["a schema by its URN", { path: ENTERPRISE, value: { department: "North" } }],
  ["text under a name", { value: { title: hidden, [`${ENTERPRISE}:department`]: hidden } }],
  ["a schema under its URN", { value: { [ENTERPRISE]: { department: hidden } } }],
  ["a schema that is emptied under its URN", { value: { [ENTERPRISE]: null } }],
  ["a schema that is emptied", { path: ENTERPRISE, value: null }],
  ["a schema that is removed", { op: "remove", path: ENTERPRISE }],
  ["a value that is removed", { op: "Remove", path: 'emails[type eq "work"]', value: [] }],
  ["a set without a path", { op: "Add", path: null, Value: { title: "Boss" } }],
  ["a filter that compares with it", { path: 'emails[type eq "password"].value', value: "kim" }],
  ["a filter that quotes", { path: 'emails[display eq "\\"my/password\\""].value', value: "kim" }],
  ["a filter by a password", { path: "urn:example:Own:keys[(password pr)].hint", value: "kim" }],
  ["a name that ends like it", { path: "my-password", value: "kim" }],
  ["a name that goes on", { path: "hints.password-age", value: 7 }],
  ["a URN with it", { path: "urn:example:own.password.v2:User:hint", value: "kim" }],
  ["a long URN with it", { path: "urn:example:own.password.of-the-users:hint", value: "kim" }],
])("%s is a change like any other", async (_, operation) => {
  const { PATCH, seen } = await serveHandlers(whoIs());
  expect((await PATCH(change(one(operation)))).status).toBe(200);
  expect(JSON.parse((await seen[0]?.body) ?? "").Operations).toEqual(one(operation).Operations);
});

test("a path of a MiB is read in no time", async () => {
  const { PATCH } = await serveHandlers(whoIs());
  const begun = performance.now();
  for (const part of [".password", ":user:", ' "', "\\"]) {
    const path = `urn:x${part.repeat(1_000_000 / part.length)}:y`;
    await PATCH(change(one({ path, value: "kim" })));
  }
  expect(performance.now() - begun).toBeLessThan(4_000);
});

test.each([
  ["at once", (cut: () => void) => cut()],
  ["on the way", (cut: () => void) => void setTimeout(cut)],
])("a change that is cut off %s is a SCIM error, and nothing is sent", async (_, then) => {
  const onError = vi.fn();
  const { PATCH, seen } = await serveHandlers(whoIs(), { onError });
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"Operations":'));
      then(() => controller.error(new TypeError("connection lost")));
    },
  });
  const init = { method: "PATCH", headers: change().headers, body, duplex: "half" };
  const answer = await PATCH(new Request(change().url, init as RequestInit));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ status: "400", scimType: "invalidSyntax" });
  expect(onError).toHaveBeenCalledOnce();
  expect(seen).toEqual([]);
});

test("a photo in the body has room", async () => {
  const { PATCH } = await serveHandlers(whoIs());
  const photo = `data:image/png;base64,${"A".repeat(900_000)}`;
  expect((await PATCH(change(one({ value: { photos: [{ value: photo }] } })))).status).toBe(200);
});

test("the provider can read the request's body itself", async () => {
  const { PATCH } = await serveHandlers(whoIs(), {
    tokenProvider: async ({ request }) => ((await request.json()).Operations ? "kim" : null),
  });
  expect(await (await PATCH(change())).json()).toEqual({ userName: "owner-of-kim" });
});
