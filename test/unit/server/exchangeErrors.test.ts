import { expect, test, vi } from "vitest";
import { TokenExchangeError, withTokenExchange } from "../../../src/server/index.js";
import { thrownBy } from "../scim/outcome.js";
import { type Answer, json, serveMe } from "../scim/serveMe.js";

const initial = { reason: "initial", signal: new AbortController().signal } as const;
const html = "<!doctype html><title>Bad gateway</title>";

const silence: Answer = () => {};

const rows: [what: string, answer: Answer, message: RegExp, details: object][] = [
  [
    "a refusal",
    (response) => json(response, 400, { error: "invalid_target", error_description: "kim" }),
    /answered 400 invalid_target\.$/,
    { status: 400, error: "invalid_target" },
  ],
  [
    "a code that is a sentence",
    (response) => json(response, 400, { error: "Who is kim?" }),
    /answered 400\.$/,
    { status: 400 },
  ],
  [
    "a gateway's page",
    (response) => response.writeHead(502).end(html),
    /answered 502\.$/,
    { status: 502 },
  ],
  [
    "a redirect",
    (response) => response.writeHead(307, { Location: "/elsewhere" }).end(),
    /answered 307\.$/,
    { status: 307 },
  ],
  [
    "a page in the token's place",
    (response) => response.end(html),
    /gave no bearer token\.$/,
    { status: 200 },
  ],
  [
    "null in the token's place",
    (response) => response.end("null"),
    /gave no bearer token\.$/,
    { status: 200 },
  ],
  [
    "a token that no header can hold",
    (response) => json(response, 200, { access_token: "a b\n" }),
    /gave no bearer token\.$/,
    { status: 200 },
  ],
  [
    "a token bound to a key",
    (response) => json(response, 200, { access_token: "elsewhere", token_type: "DPoP" }),
    /gave no bearer token\.$/,
    { status: 200 },
  ],
  [
    "an endless answer",
    (response) => response.end(`{"access_token": "elsewhere", "a": "${"x".repeat(1024 * 1024)}"}`),
    /gave no bearer token\.$/,
    { status: 200 },
  ],
  [
    "a connection that breaks",
    (response) => void response.destroy(),
    /gave no answer\.$/,
    { cause: expect.any(Error) },
  ],
  [
    "silence",
    silence,
    /gave no answer\.$/,
    { cause: expect.objectContaining({ name: "TimeoutError" }) },
  ],
];

test.each(rows)(
  "%s is told, and in no words of the server's",
  async (_, answer, message, details) => {
    const { origin, seen } = await serveMe(answer);
    const provider = withTokenExchange(() => "kim", {
      tokenEndpoint: `${origin}/token`,
      clientId: "web",
      ...(answer === silence && { timeoutMs: 2_000 }),
    });
    const { thrown } = await thrownBy(provider(initial));
    expect(thrown).toBeInstanceOf(TokenExchangeError);
    expect(thrown).toMatchObject({ message: expect.stringMatching(message), ...details });
    expect(String(thrown)).toMatch(
      /^TokenExchangeError: react-scim-me: the token was not exchanged/,
    );
    expect(String(thrown)).not.toContain("kim");
    expect(seen).toHaveLength(1);
  },
);

test.each([
  ["s3cretOfTheApp", "s3cretOfTheApp"],
  ["s3cretOfTheApp", "client_s3cretOfTheApp_is_wrong"],
  ["0123456789abcdef_and_more", "0123456789abcdef_and"],
  ["pw", "pw"],
  ["s3cretOfTheApp", btoa("web:s3cretOfTheApp").replaceAll("=", "")],
])("of the secret %j no code holds anything: not %j", async (clientSecret, error) => {
  const { origin } = await serveMe((response) => json(response, 400, { error }));
  const client = { tokenEndpoint: `${origin}/token`, clientId: "web", clientSecret };
  const { thrown } = await thrownBy(withTokenExchange(() => "kim", client)(initial));
  expect(thrown).toMatchObject({ message: expect.stringMatching(/answered 400\.$/), status: 400 });
  expect(thrown).not.toHaveProperty("error");
});

test.each([
  "http://login.example.com/token",
  "https://web:hidden@login.example.com/token",
  "ftp://login.example.com/token",
  "/token",
  "",
])("%j is no endpoint to send a token to", async (tokenEndpoint) => {
  const sending = vi.fn<typeof fetch>();
  const client = { tokenEndpoint, clientId: "web", fetch: sending };
  const { thrown } = await thrownBy(withTokenExchange(() => "kim", client)(initial));
  expect(thrown).toBeInstanceOf(TokenExchangeError);
  expect(String(thrown)).toContain("https");
  expect(String(thrown)).not.toContain("hidden");
  expect(sending).not.toHaveBeenCalled();
});

test("a fetch that follows redirects gives no token", async () => {
  const followed = Object.defineProperty(
    Response.json({ access_token: "elsewhere" }),
    "redirected",
    {
      value: true,
    },
  );
  const provider = withTokenExchange(() => "kim", {
    ...{ tokenEndpoint: "https://login.example.com/token", clientId: "web" },
    fetch: async () => followed,
  });
  await expect(provider(initial)).rejects.toThrow(TokenExchangeError);
});

test.each<[what: string, never: typeof fetch]>([
  ["never answers", () => new Promise(() => {})],
  ["never ends its answer", async () => new Response(new ReadableStream())],
])("a fetch that does not mind its signal, and %s, keeps nobody for good", async (_, never) => {
  const client = { tokenEndpoint: "https://login.example.com/token", clientId: "web" };
  const sending = vi
    .fn<typeof fetch>(async () => Response.json({ access_token: "elsewhere" }))
    .mockImplementationOnce(never);
  const provider = withTokenExchange(() => "kim", { ...client, timeoutMs: 30, fetch: sending });
  for (const { thrown } of await Promise.all([
    thrownBy(provider(initial)),
    thrownBy(provider(initial)),
  ])) {
    expect(thrown).toMatchObject({ name: "TokenExchangeError", cause: { name: "TimeoutError" } });
  }
  expect(await provider(initial)).toBe("elsewhere");
});

test.each([Number.POSITIVE_INFINITY, 2 ** 31, 2 ** 33])(
  "a time limit of %d ms is none",
  async (timeoutMs) => {
    const client = { tokenEndpoint: "https://login.example.com/token", clientId: "web" };
    const provider = withTokenExchange(() => "kim", {
      ...{ ...client, timeoutMs },
      fetch: async (_, init) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return Response.json(init?.signal?.aborted ? {} : { access_token: "elsewhere" });
      },
    });
    expect(await provider(initial)).toBe("elsewhere");
  },
);

test("what the provider throws, and what a framework throws in fetch, is thrown on untouched", async () => {
  const client = { tokenEndpoint: "https://login.example.com/token", clientId: "web" };
  const thrown = Object.assign(new Error("redirect"), { digest: "NEXT_REDIRECT;/" });
  const fail = () => {
    throw thrown;
  };
  const byProvider = withTokenExchange(fail, client);
  const byFetch = withTokenExchange(() => "kim", { ...client, fetch: fail });
  expect((await thrownBy(byProvider(initial))).thrown).toBe(thrown);
  expect((await thrownBy(byFetch(initial))).thrown).toBe(thrown);
});
