import { expect, test, vi } from "vitest";
import { fetchScimMe } from "../../../src/scim/fetchScimMe.js";
import type { Token, TokenProvider, TokenRequest } from "../../../src/scim/TokenProvider.js";
import { errorOf, thrownBy } from "./outcome.js";
import { json, serveMe, whoIs } from "./serveMe.js";

test("one GET is sent, with the token in one header and no more than a server needs", async () => {
  const { endpoint, seen } = await serveMe(whoIs());
  const me = await fetchScimMe({ endpoint, tokenProvider: () => "token-one" });
  expect(me.userName).toBe("owner-of-token-one");
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ method: "GET", path: "/scim2/Me" });
  expect(seen[0]?.headers).toMatchObject({
    authorization: "Bearer token-one",
    accept: "application/scim+json, application/json",
  });
  for (const header of ["content-type", "cookie", "referer", "if-none-match"]) {
    expect(seen[0]?.headers).not.toHaveProperty(header);
  }
});

test.each<[string, unknown]>([
  ["undefined", undefined],
  ["null", null],
  ["an empty text", ""],
  ["the text undefined", "undefined"],
  ["the text null", "null"],
  ["a token with its prefix", "Bearer abc"],
  ["a token before a space", "abc "],
  ["a token after a space", " abc"],
  ["two words", "abc def"],
  ["a token before a line feed", "abc\n"],
  ["a token with a second header", "abc\r\nX-Other: 1"],
  ["a token with a control character", "abc\u0000"],
  ["a quoted token", '"abc"'],
  ["a token beyond ASCII", "tøken"],
  ["padding in the middle", "a=b"],
  ["padding alone", "=="],
  ["a number", 42],
  ["an object", { accessToken: "abc" }],
  ["a list", ["abc"]],
])("%s is no token, and nothing is sent", async (_, token) => {
  const { endpoint, seen } = await serveMe(whoIs());
  const provider = vi.fn(() => token as Token);
  for (const tokenProvider of [provider, async () => provider()]) {
    const error = await errorOf(fetchScimMe({ endpoint, tokenProvider }));
    expect(error.reason).toBe("missing-token");
  }
  expect(provider).toHaveBeenCalledTimes(2);
  expect(seen).toEqual([]);
});

test.each(["0", "nullable", "eyJh.eyJz._-sig", "A~b+c/d-e.f_9=="])(
  "the b64token %s is sent as it is",
  async (token) => {
    const { endpoint, seen } = await serveMe(whoIs());
    await fetchScimMe({ endpoint, tokenProvider: async () => token });
    expect(seen[0]?.headers.authorization).toBe(`Bearer ${token}`);
  },
);

test("after a 401 the provider is asked once more, and its different token is tried", async () => {
  const { endpoint, seen } = await serveMe(whoIs("replay-old"));
  const asked: TokenRequest[] = [];
  const tokenProvider: TokenProvider = (request) => {
    asked.push(request);
    return request.reason === "initial" ? "replay-old" : "replay-new";
  };
  const me = await fetchScimMe({ endpoint, tokenProvider });
  expect(me.userName).toBe("owner-of-replay-new");
  expect(seen.map(({ token }) => token)).toEqual(["replay-old", "replay-new"]);
  const signal = expect.any(AbortSignal);
  expect(asked).toEqual([
    { reason: "initial", signal },
    { reason: "rejected", rejectedToken: "replay-old", signal },
  ]);
});

test("there are never more than two requests, however many tokens the provider has", async () => {
  const { endpoint, seen } = await serveMe((response) => json(response, 401, {}));
  let count = 0;
  const tokenProvider = vi.fn(() => `many-${count++}`);
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider }));
  expect(error).toMatchObject({ reason: "unauthorized", status: 401 });
  expect(seen.map(({ token }) => token)).toEqual(["many-0", "many-1"]);
  expect(tokenProvider).toHaveBeenCalledTimes(2);
});

test.each<[string, Token]>([
  ["the same token", "again-1"],
  ["no token", undefined],
  ["null", null],
  ["the text undefined", "undefined"],
  ["what is no token", "Bearer again-2"],
])("%s after a 401 ends as unauthorized without a second request", async (_, second) => {
  const { endpoint, seen } = await serveMe(whoIs("again-1"));
  const tokenProvider: TokenProvider = ({ reason }) => (reason === "initial" ? "again-1" : second);
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider }));
  expect(error).toMatchObject({ reason: "unauthorized", status: 401, detail: "Expired." });
  expect(seen).toHaveLength(1);
});

test("a 403 asks for no other token", async () => {
  const { endpoint, seen } = await serveMe((response) => json(response, 403, {}));
  const tokenProvider = vi.fn(() => "without-scope");
  expect((await errorOf(fetchScimMe({ endpoint, tokenProvider }))).reason).toBe("forbidden");
  expect(tokenProvider).toHaveBeenCalledTimes(1);
  expect(seen).toHaveLength(1);
});

test("the second answer decides, whatever it is", async () => {
  const { endpoint } = await serveMe((response, { token }) =>
    json(response, token === "second-old" ? 401 : 503, {}),
  );
  const tokenProvider: TokenProvider = ({ reason }) =>
    reason === "initial" ? "second-old" : "second-new";
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider }));
  expect(error).toMatchObject({ reason: "unavailable", status: 503 });
});

test.each(["initial", "rejected"] as const)(
  "what a provider throws on %s is the cause of token-provider-failed",
  async (when) => {
    const { endpoint, seen } = await serveMe(whoIs(`throws-on-${when}`));
    const cause = new Error("no session");
    const throws: TokenProvider = ({ reason }) => {
      if (reason === when) throw cause;
      return `throws-on-${when}`;
    };
    for (const tokenProvider of [throws, async (request: TokenRequest) => throws(request)]) {
      const error = await errorOf(fetchScimMe({ endpoint, tokenProvider }));
      expect(error.reason).toBe("token-provider-failed");
      expect(error.cause).toBe(cause);
    }
    expect(seen).toHaveLength(when === "initial" ? 0 : 2);
  },
);

const controlFlow: [string, unknown][] = [
  ["an error with a digest", Object.assign(new Error("x"), { digest: "NEXT_REDIRECT;/login" })],
  ["a Response", new Response(null, { status: 302, headers: { Location: "/login" } })],
  ["a promise", new Promise(() => {})],
  // biome-ignore lint/suspicious/noThenProperty: a thenable is what is thrown.
  ["a thenable", { then() {} }],
];

test.each(controlFlow)("%s that a provider throws is rethrown untouched", async (name, thrown) => {
  const old = `control-flow-${name.replaceAll(" ", "-")}`;
  const { endpoint } = await serveMe(whoIs(old));
  for (const when of ["initial", "rejected"]) {
    const tokenProvider: TokenProvider = ({ reason }) => {
      if (reason === when) throw thrown;
      return old;
    };
    expect((await thrownBy(fetchScimMe({ endpoint, tokenProvider }))).thrown).toBe(thrown);
  }
});

test("a fetch that throws a framework's control flow is not taken for a network failure", async () => {
  const thrown = Object.assign(new Error("x"), { digest: "DYNAMIC_SERVER_USAGE" });
  const rejects = fetchScimMe({
    endpoint: "https://scim.example.com/Me",
    tokenProvider: () => "abc",
    fetch: () => Promise.reject(thrown),
  });
  expect((await thrownBy(rejects)).thrown).toBe(thrown);
});

test("an error whose digest is no text is no control flow", async () => {
  const thrown = Object.assign(new Error("x"), { digest: 7 });
  const tokenProvider = () => Promise.reject(thrown);
  const error = await errorOf(
    fetchScimMe({ endpoint: "https://scim.example.com/Me", tokenProvider }),
  );
  expect(error).toMatchObject({ reason: "token-provider-failed", cause: thrown });
});

test("without a provider nothing can be asked", async () => {
  const { endpoint, seen } = await serveMe(whoIs());
  for (const tokenProvider of [undefined, null, "abc", {}]) {
    const options = { endpoint, tokenProvider } as unknown as Parameters<typeof fetchScimMe>[0];
    expect((await errorOf(fetchScimMe(options))).reason).toBe("configuration");
  }
  expect(seen).toEqual([]);
});
