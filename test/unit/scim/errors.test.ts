import { afterEach, expect, test, vi } from "vitest";
import { fetchScimMe } from "../../../src/scim/fetchScimMe.js";
import { readScimError } from "../../../src/scim/readScimError.js";
import { ScimMeError } from "../../../src/scim/ScimMeError.js";
import { errorOf } from "./outcome.js";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const MESSAGE = "urn:ietf:params:scim:api:messages:2.0:Error";
const wso2 = "https://api.example.com/t/acme/scim2/Me";

interface Answered {
  body?: unknown;
  headers?: Record<string, string>;
  endpoint?: string;
  scopeHint?: string;
}

function answered(status: number, { body = "", headers = {}, ...options }: Answered = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return errorOf(
    fetchScimMe({
      endpoint: "https://scim.example.com/v2/Me",
      tokenProvider: () => "abc",
      fetch: async () => new Response(text, { status, headers }),
      ...options,
    }),
  );
}

const reasons: Record<string, number[]> = {
  unauthorized: [401],
  forbidden: [403],
  unsupported: [400, 402, 404, 405, 406, 410, 413, 415, 418, 422, 451, 499, 501],
  "rate-limited": [429],
  unavailable: [408, 425, 500, 502, 503, 504, 505, 507, 511, 599],
  conflict: [409, 412, 428],
};
const statuses = Object.entries(reasons).flatMap(([reason, list]) =>
  list.map((status) => [status, reason] as const),
);

test.each(statuses)("a %d to a GET is %s", async (status, reason) => {
  const error = await answered(status);
  expect(error).toMatchObject({ reason, status, name: "ScimMeError" });
  expect(error).not.toHaveProperty("detail");
  expect(error.message).toContain(String(status));
});

test("a 400 to a PATCH is invalid, with its scimType and the attribute in its words", () => {
  const text = JSON.stringify({
    schemas: [MESSAGE],
    scimType: "mutability",
    detail: "id is readOnly",
  });
  const what = "PATCH https://scim.example.com/Me";
  const response = new Response(text, { status: 400 });
  const error = readScimError(response, text, what, true, []);
  expect(error).toMatchObject({
    reason: "invalid",
    scimType: "mutability",
    detail: "id is readOnly",
  });
});

test.each<[string, unknown]>([
  ["detail that is the text null", { detail: "null", message: "Go away." }],
  ["detail that is a page", { detail: "<p>no</p>", message: "Go away." }],
])("of %s the next words are taken", async (_, body) => {
  expect(await answered(401, { body })).toMatchObject({ detail: "Go away." });
});

test("a sentence is told before a code, whichever was sent first", async () => {
  for (const body of [
    { error: "invalid_token", error_description: "It has expired." },
    { error_description: "It has expired.", error: "invalid_token" },
  ]) {
    expect(await answered(401, { body })).toMatchObject({ detail: "It has expired." });
  }
});

test.each<[string, unknown]>([
  ["null", { detail: null }],
  ["an empty text", { detail: "  " }],
  ["a list", { detail: ["x"] }],
  ["a tag in a sentence", { message: "Failed <b>badly</b>" }],
  ["a comment in a sentence", { message: "Failed <!-- stack -->" }],
  ["a number", "7"],
  ["a JSON text", '"ups"'],
])("%s leaves no detail", async (_, body) => {
  const error = await answered(503, { body });
  expect(error).toMatchObject({ reason: "unavailable", status: 503 });
  expect(error).not.toHaveProperty("detail");
});

test.each([
  "No such person. correlationID=4f8ac1d2-77",
  "No such person. (correlationID=4f8ac1d2-77)",
  "No such person. correlationID='4f8ac1d2-77'",
  "No such person. Correlation ID: 4f8ac1d2-77",
  "No such person. [traceId: 4f8ac1d2-77]",
  "No such person. Trace ID: 4f8ac1d2-77 Correlation ID: 4f8ac1d2-78",
  'No such person. {"request_id": "4f8ac1d2-77"}',
  "No such person. X-Request-Id=4f8ac1d2-77",
])("of %j a person reads the sentence alone", async (detail) => {
  expect((await answered(404, { body: { detail } })).detail).toBe("No such person.");
});

test("a detail is one line of bounded length without invisible characters", async () => {
  const detail = `Line one\r\n\tline\u0000 two\u202e ${"long ".repeat(1000)}`;
  const read = (await answered(500, { body: { detail } })).detail ?? "";
  expect(read).toMatch(/^Line one line two long/);
  expect(read.length).toBeLessThanOrEqual(300);
});

test("a scimType that is no keyword is not passed on", async () => {
  for (const scimType of ["<img src=x>", "a b", 7, null, "x".repeat(1000)]) {
    expect(await answered(409, { body: { scimType } })).not.toHaveProperty("scimType");
  }
  expect(await answered(409, { body: { scimType: "uniqueness" } })).toMatchObject({
    scimType: "uniqueness",
  });
});

const DAY = 86_400_000;
test.each<[string, number | undefined]>([
  ["0", 0],
  ["30", 30_000],
  ["86400", DAY],
  ["86401", DAY],
  ["99999999999999999999999", DAY],
  ["Sat, 07 Mar 2026 12:00:45 GMT", 45_000],
  ["Saturday, 07-Mar-26 12:00:45 GMT", 45_000],
  ["Sat Mar  7 12:00:45 2026", 45_000],
  ["Sat, 07 Mar 2026 11:00:00 GMT", 0],
  ["Sun, 07 Mar 2027 12:00:00 GMT", DAY],
  ["soon", undefined],
  ["-5", undefined],
  ["1.5", undefined],
  ["5 minutes", undefined],
  ["", undefined],
])("Retry-After %j is %s ms", async (value, retryAfterMs) => {
  // An HTTP-date is in GMT, wherever it is read.
  vi.stubEnv("TZ", "Asia/Tokyo");
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-07T12:00:00Z") });
  const error = await answered(429, { headers: { "Retry-After": value } });
  expect(error.reason).toBe("rate-limited");
  expect(error.retryAfterMs).toBe(retryAfterMs);
});

test("without Retry-After nothing is said about when to ask again", async () => {
  expect(await answered(429)).not.toHaveProperty("retryAfterMs");
});

test.each<[string, string]>([
  ['Bearer error="insufficient_scope", scope="a b"', "a b"],
  ["Bearer error=insufficient_scope, scope=a", "a"],
  ['bearer SCOPE = "a"', "a"],
  ['Bearer realm="scope=no", scope="a"', "a"],
  ['Bearer realm="x, scope=\\"no\\"", scope="a"', "a"],
  ['Bearer realm="x\\\\", scope="a"', "a"],
  ['Bearer realm="x\\", scope=no, y", scope="a"', "a"],
  ['Bearer realm=api.example.com, x_scope="no", scope="a"', "a"],
  ['Basic realm="x", Bearer realm="y", scope="a b"', "a b"],
  ['DPoP algs="ES256", Bearer error="insufficient_scope", scope="a"', "a"],
  ['Bearer scope="a", Basic realm="x"', "a"],
  ['Bearer scope="  a   b "', "a b"],
])("the challenge %s names the scope", async (challenge, requiredScope) => {
  const error = await answered(403, { headers: { "WWW-Authenticate": challenge } });
  expect(error.requiredScope).toBe(requiredScope);
});

test.each([
  "Bearer realm=api.example.com",
  'realm user="x"',
  'Bearer realm="scope=no"',
  'Bearer realm="x, scope=\\"no\\""',
  'Bearer scope=""',
  "Bearer",
])("the challenge %s names none", async (challenge) => {
  const headers = { "WWW-Authenticate": challenge };
  const error = await answered(403, { headers });
  expect(error).not.toHaveProperty("requiredScope");
  expect(error.message).not.toContain("requiredScope");
  const hinted = await answered(403, { headers, scopeHint: "profile" });
  expect(hinted.requiredScope).toBe("profile");
});

test("the hint is internal_login for WSO2's path, unless it is given", async () => {
  expect((await answered(403, { endpoint: wso2 })).requiredScope).toBe("internal_login");
  expect((await answered(403, { endpoint: `${wso2}?x=1` })).requiredScope).toBe("internal_login");
  expect((await answered(403, { endpoint: `${wso2}/` })).requiredScope).toBe("internal_login");
  expect((await answered(403, { endpoint: wso2, scopeHint: "own" })).requiredScope).toBe("own");
  const headers = { "WWW-Authenticate": 'Bearer scope="theirs"' };
  expect((await answered(403, { endpoint: wso2, headers })).requiredScope).toBe("theirs");
  for (const path of ["scim/v2/Me", "scim2/Users", "myscim2/Me"]) {
    const endpoint = `https://api.example.com/${path}`;
    expect(await answered(403, { endpoint })).not.toHaveProperty("requiredScope");
  }
});

test("only a 403 is answered with the hint", async () => {
  for (const status of [401, 404, 500]) {
    expect(await answered(status, { endpoint: wso2 })).not.toHaveProperty("requiredScope");
  }
});

test("an error is an Error, says one sentence, and can be printed, copied and changed", async () => {
  const error = await answered(404, { body: { detail: "Gone." } });
  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(ScimMeError);
  expect(error.message).toBe(error.message.trim());
  expect(error.message).not.toContain("Gone.");
  expect(error.message).toContain("GET https://scim.example.com/v2/Me");
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ reason: "unsupported", status: 404 });
  const withCause = new ScimMeError("network", "no answer.", { cause: new Error("why") });
  expect(Object.keys(withCause)).not.toContain("cause");
  expect(Object.getOwnPropertyDescriptor(withCause, "cause")).toMatchObject({
    configurable: true,
    writable: true,
  });
});
