import { afterEach, expect, test, vi } from "vitest";
import { fetchScimMe } from "../../../src/scim/fetchScimMe.js";
import type { ScimMeReason } from "../../../src/scim/ScimMeError.js";
import { sessionCookie } from "../../../src/scim/sessionCookie.js";
import { type CreateScimMeHandlersOptions, TokenExchangeError } from "../../../src/server/index.js";
import { errorOf } from "../scim/outcome.js";
import type { Answer } from "../scim/serveMe.js";
import { app, read, serveHandlers } from "./callMe.js";

afterEach(() => void vi.useRealTimers());

type Row = [
  what: string,
  failing: Answer | Partial<CreateScimMeHandlersOptions>,
  status: number,
  /** What the server's own log is told. */
  reason: ScimMeReason,
  /** What the page reads of the answer. */
  seen: ScimMeReason,
  headers?: Record<string, string>,
  body?: Record<string, string>,
];

/** An upstream answer; an object is its JSON. */
const says =
  (status: number, body: string | object = "", headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));

const provider = (error: unknown) => ({
  tokenProvider: () => {
    throw error;
  },
});
const exchange = (error: string, status = 400) =>
  provider(new TokenExchangeError("refused.", { error, status }));
const html = "<!doctype html><title>Bad gateway</title>";
const scope = 'Bearer error="insufficient_scope", scope="internal_login"';
const invalid = 'Bearer error="invalid_token"';

const rows: Row[] = [
  [
    "no token",
    { tokenProvider: () => null },
    401,
    "missing-token",
    "unauthorized",
    { "www-authenticate": "Bearer" },
  ],
  [
    "a refused token",
    says(401),
    401,
    "unauthorized",
    "unauthorized",
    { "www-authenticate": invalid },
  ],
  [
    "a provider that throws",
    provider(new Error("down")),
    500,
    "token-provider-failed",
    "unavailable",
  ],
  [
    "an exchange of a token that has ended",
    exchange("invalid_grant"),
    401,
    "token-provider-failed",
    "unauthorized",
    { "www-authenticate": invalid },
  ],
  [
    "an exchange for an API that is not known",
    exchange("invalid_target"),
    500,
    "token-provider-failed",
    "unavailable",
  ],
  ["a bare 403", says(403), 403, "forbidden", "forbidden", { "www-authenticate": scope }],
  [
    "a 403 with a scope of its own",
    says(403, "", { "WWW-Authenticate": 'Bearer scope="a b", realm="x"' }),
    403,
    "forbidden",
    "forbidden",
    { "www-authenticate": 'Bearer error="insufficient_scope", scope="a b"' },
  ],
  [
    "a 403 with a hint that no header can hold",
    { scopeHint: 'a"b', fetch: async () => new Response(null, { status: 403 }) },
    403,
    "forbidden",
    "forbidden",
  ],
  [
    "a 404",
    says(404, {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: 404,
      detail: "No such person.",
    }),
    404,
    "unsupported",
    "unsupported",
    {},
    { detail: "No such person." },
  ],
  ["a 405", says(405), 405, "unsupported", "unsupported"],
  ["a 501", says(501), 501, "unsupported", "unsupported"],
  ["a 406", says(406), 406, "unsupported", "unsupported"],
  ["a 412", says(412), 412, "conflict", "conflict"],
  [
    "a 429",
    says(429, "", { "Retry-After": "7" }),
    429,
    "rate-limited",
    "rate-limited",
    { "retry-after": "7" },
  ],
  [
    "a 503 of HTML",
    says(503, html, { "Content-Type": "text/html", "Retry-After": "0" }),
    503,
    "unavailable",
    "unavailable",
    { "retry-after": "0" },
  ],
  [
    "a 500 in another dialect",
    says(500, { code: 1, message: "Broken. traceId: 1-2" }),
    500,
    "unavailable",
    "unavailable",
    {},
    { detail: "Broken." },
  ],
  ["a status that nobody knows", says(999), 502, "unavailable", "unavailable"],
  [
    "a connection that breaks",
    (response) => void response.destroy(),
    502,
    "network",
    "unavailable",
  ],
  ["silence", { timeoutMs: 30, fetch: () => new Promise(() => {}) }, 504, "timeout", "unavailable"],
  ["nothing in place of the person", says(200), 502, "malformed", "unavailable"],
  ["HTML in place of the person", says(200, html), 502, "malformed", "unavailable"],
  [
    "a list in place of the person",
    says(200, { schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], Resources: [] }),
    502,
    "malformed",
    "unavailable",
  ],
  [
    "a person of more than 5 MiB",
    says(200, { userName: "x".repeat(5 * 1024 * 1024) }),
    502,
    "malformed",
    "unavailable",
  ],
  [
    "a redirect",
    says(302, "", { Location: "https://login.example.com/" }),
    500,
    "configuration",
    "unavailable",
  ],
  ["no endpoint", { endpoint: "" }, 500, "configuration", "unavailable"],
  [
    "an endpoint without https",
    { endpoint: "http://scim.example.com/Me" },
    500,
    "configuration",
    "unavailable",
  ],
];

function serve([, failing]: Row, onError?: CreateScimMeHandlersOptions["onError"]) {
  return typeof failing === "function"
    ? serveHandlers(failing, { onError })
    : serveHandlers(says(200, { userName: "kim" }), { ...failing, onError });
}

test.each(rows.map((row) => [row[0], row] as const))("%s is a SCIM error", async (_, row) => {
  const [, , status, reason, , headers = {}, body = {}] = row;
  const onError = vi.fn();
  const { GET } = await serve(row, onError);
  const request = read();
  const answer = await GET(request);
  expect(answer.status).toBe(status);
  expect(Object.fromEntries(answer.headers)).toEqual({
    "cache-control": "private, no-store",
    "content-type": "application/scim+json",
    vary: "Cookie",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  expect(await answer.json()).toEqual({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    status: String(status),
    detail: expect.stringMatching(/^[A-Z][^<>/]+\.$/),
    ...body,
  });
  expect(onError.mock.calls).toEqual([[expect.objectContaining({ reason }), request]]);
});

test.each(rows.map((row) => [row[0], row[4], row] as const))(
  "%s is read by the page as %s",
  async (_, seen, row) => {
    const { GET } = await serve(row);
    const error = await errorOf(
      fetchScimMe({
        endpoint: `${app}/api/me`,
        tokenProvider: sessionCookie,
        fetch: (url, init) => GET(new Request(url, init)),
      }),
    );
    expect(error.reason).toBe(seen);
  },
);

test("a wait that ends within a second is told as a whole one, never as less", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2030, 0, 1, 12, 0, 0, 600) });
  const { GET } = await serveHandlers(
    says(503, "", { "Retry-After": "Tue, 01 Jan 2030 12:00:05 GMT" }),
  );
  expect((await GET(read())).headers.get("Retry-After")).toBe("5");
});

test("the page knows which scope to ask for, although it does not know the provider", async () => {
  const { GET } = await serveHandlers(says(403));
  const fetch = (url: unknown, init?: RequestInit) => GET(new Request(String(url), init));
  const endpoint = `${app}/api/me`;
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider: sessionCookie, fetch }));
  expect(error.requiredScope).toBe("internal_login");
});

test.each([
  [
    "throws",
    () => {
      throw new Error("The log is full.");
    },
  ],
  ["rejects", () => Promise.reject(new Error("The log is full."))],
])("a log that %s keeps nobody from their answer", async (_, onError) => {
  const logged = vi.spyOn(console, "error").mockReturnValue();
  const { GET } = await serveHandlers(says(503), { onError });
  expect((await GET(read())).status).toBe(503);
  await vi.waitFor(() => expect(logged).toHaveBeenCalledWith(new Error("The log is full.")));
});
