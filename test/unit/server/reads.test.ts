import { expect, test, vi } from "vitest";
import type { ServerTokenProvider } from "../../../src/server/index.js";
import { thrownBy } from "../scim/outcome.js";
import { json, whoIs } from "../scim/serveMe.js";
import { ownPage, read, serveHandlers } from "./callMe.js";

const kim = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], id: "1", userName: "kim" };

test("the person is answered as the provider sent them, for this browser only", async () => {
  const { GET } = await serveHandlers((response) => {
    response.setHeader("ETag", 'W/"7"');
    response.setHeader("Set-Cookie", "upstream=1");
    response.setHeader("X-Powered-By", "somebody");
    json(response, 200, { ...kim, "urn:example:Own": { shoe: 43 } });
  });
  const answer = await GET(read());
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ ...kim, "urn:example:Own": { shoe: 43 } });
  expect(Object.fromEntries(answer.headers)).toEqual({
    "cache-control": "private, no-store",
    "content-type": "application/scim+json",
    etag: 'W/"7"',
    vary: "Cookie",
    "x-content-type-options": "nosniff",
  });
});

test("only the configured URL is called, and nothing of the browser's headers goes there", async () => {
  const { GET, seen } = await serveHandlers(whoIs());
  const query = "?endpoint=https://evil.example.com&filter=x&attributes=userName,name.givenName";
  await GET(
    read(
      {
        ...ownPage,
        Authorization: "Bearer of-the-browser",
        "X-Forwarded-Host": "evil.example.com",
        "If-None-Match": '"7"',
        Accept: "text/html",
        "X-Own": "1",
      },
      query,
    ),
  );
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({
    method: "GET",
    path: "/scim2/Me?attributes=userName,name.givenName",
    token: "the-token-of-kim",
  });
  const { headers } = seen[0] ?? {};
  expect(headers?.accept).toBe("application/scim+json, application/json");
  expect(JSON.stringify(headers)).not.toMatch(/session=|browser|evil|text\/html|x-own|if-none/i);
});

test.each([
  ["?attributes=userName&attributes=emails, roles", "?attributes=userName,emails,roles"],
  ["?attributes=a%26filter%3Db%23c", "?attributes=a%26filter%3Db%23c"],
  ["?excludedAttributes=groups", "?excludedAttributes=groups"],
  ["?attributes=&excludedAttributes=,", ""],
])("of the query %s is forwarded as %s", async (query, forwarded) => {
  const { GET, seen } = await serveHandlers(whoIs());
  expect((await GET(read(ownPage, query))).status).toBe(200);
  expect(seen[0]?.path).toBe(`/scim2/Me${forwarded}`);
});

test("attributes and excludedAttributes together are refused, and so is either beside the endpoint's", async () => {
  const { GET, endpoint, seen } = await serveHandlers(whoIs());
  const both = await GET(read(ownPage, "?attributes=a&excludedAttributes=b"));
  expect(both.status).toBe(400);
  expect(await both.json()).toMatchObject({ status: "400", scimType: "invalidValue" });
  const limited = await serveHandlers(whoIs(), {
    endpoint: `${endpoint}?excludedAttributes=groups`,
  });
  expect((await limited.GET(read(ownPage, "?attributes=groups"))).status).toBe(400);
  expect((await limited.GET(read())).status).toBe(200);
  expect(seen.map(({ path }) => path)).toEqual(["/scim2/Me?excludedAttributes=groups"]);
});

test("a password in an answer is not passed on, at any depth and under any name", async () => {
  const { GET } = await serveHandlers((response) =>
    json(response, 200, {
      ...kim,
      password: "hidden-1",
      PASSWORD: "hidden-2",
      "urn:ietf:params:scim:schemas:core:2.0:User:password": "hidden-3",
      "urn:example:Own": { password: "hidden-4" },
    }),
  );
  expect(await (await GET(read())).json()).toEqual({ ...kim, "urn:example:Own": {} });
});

test("the provider is asked with the browser's request and the answer's headers", async () => {
  const tokenProvider = vi.fn<ServerTokenProvider>(({ reason }) =>
    reason === "initial" ? "old-of-reads" : "new-of-reads",
  );
  const { GET } = await serveHandlers(whoIs("old-of-reads"), { tokenProvider });
  const request = read();
  const answer = await GET(request);
  expect(await answer.json()).toEqual({ userName: "owner-of-new-of-reads" });
  const [initial, rejected] = tokenProvider.mock.calls.map(([asked]) => asked);
  expect(tokenProvider).toHaveBeenCalledTimes(2);
  expect(initial).toMatchObject({ reason: "initial", signal: expect.any(AbortSignal) });
  expect(initial).not.toHaveProperty("rejectedToken");
  expect(rejected).toMatchObject({ reason: "rejected", rejectedToken: "old-of-reads" });
  for (const asked of [initial, rejected]) {
    expect(asked?.request).toBe(request);
    expect(asked?.responseHeaders).toBeInstanceOf(Headers);
  }
});

test("without a token nothing is sent", async () => {
  for (const token of [null, undefined, "", "undefined", "Bearer x"]) {
    const { GET, seen } = await serveHandlers(whoIs(), { tokenProvider: () => token });
    expect((await GET(read())).status).toBe(401);
    expect(seen).toEqual([]);
  }
});

test("a browser that has gone ends the request, and is no failure", async () => {
  const onError = vi.fn();
  const closed = vi.fn();
  const controller = new AbortController();
  const { GET } = await serveHandlers(
    (response) => {
      response.on("close", closed);
      controller.abort();
    },
    { onError },
  );
  const request = new Request(read(), { signal: controller.signal });
  expect((await GET(request)).status).toBe(499);
  await expect.poll(() => closed).toHaveBeenCalled();
  expect(onError).not.toHaveBeenCalled();
});

test.each([
  [
    "an error with a digest",
    () => Object.assign(new Error("redirect"), { digest: "NEXT_REDIRECT;/" }),
  ],
  ["a Response", () => Response.redirect("https://app.example.com/login")],
  ["a promise", () => new Promise(() => {})],
])(
  "%s that the provider throws is the framework's, and is thrown on untouched",
  async (_, make) => {
    for (const reason of ["initial", "rejected"]) {
      const thrown = make();
      const { GET } = await serveHandlers(whoIs(`refused-${reason}`), {
        tokenProvider: (asked) => {
          if (asked.reason === reason) throw thrown;
          return `refused-${reason}`;
        },
      });
      expect((await thrownBy(GET(read()))).thrown).toBe(thrown);
    }
  },
);
