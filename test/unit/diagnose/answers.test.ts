import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import type { Check } from "../../../src/diagnose/index.js";
import { diagnoseScimMe } from "../../../src/diagnose/index.js";
import { exampleMe } from "../../../src/mocks/index.js";
import { type Answer, json, serveMe, whoIs } from "../scim/serveMe.js";
import { notable, said } from "./notable.js";

const token = "a-good-token-of-kim";
const scim = { "Content-Type": "application/scim+json" };

async function look(answer: Answer, path = "/v2/Me", tokenProvider = () => token) {
  const { origin, seen } = await serveMe(answer);
  const limit = answer === silence && { timeoutMs: 2_000 };
  const options = { endpoint: origin + path, tokenProvider, ...limit };
  return { findings: await diagnoseScimMe(options), seen };
}

const silence: Answer = () => {};

/** A server that says little: a status, and perhaps headers and a body. */
const answers =
  (status: number, headers: Record<string, string> = {}, body = ""): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(body);

test("an ordinary server is well in every respect", async () => {
  const { findings, seen } = await look(whoIsKim());
  expect(notable(findings)).toEqual([]);
  expect(seen).toHaveLength(1);
  expect(said(findings, "cors")).toContain("There is no page here");
});

function whoIsKim(): Answer {
  return (response) => json(response, 200, exampleMe);
}

test.each<[string, Answer, Check, RegExp]>([
  [
    "a redirect",
    answers(302, { Location: "https://login.example.com/" }),
    "redirect",
    /\(302\).*final URL/,
  ],
  [
    "a redirect to the person",
    answers(308, { Location: "/v2/Users/42" }),
    "redirect",
    /7644 §3.11/,
  ],
  ["401", answers(401), "authentication", /no other token.*issuer.*audience/],
  [
    "403 with a scope",
    answers(403, { "WWW-Authenticate": 'Bearer scope="me:read"' }),
    "scope",
    /Ask for me:read/,
  ],
  ["403 without a word", answers(403), "scope", /without naming the scope/],
  ["400", answers(400), "resource", /answer is 400.*client credentials/],
  ["404", answers(404), "resource", /answer is 404.*path is wrong/],
  ["405", answers(405), "resource", /answer is 405.*not for reading/],
  ["406", answers(406), "resource", /answer is 406.*scim\+json/],
  ["418", answers(418), "resource", /answer is 418.*SCIM 2.0 \/Me/],
  ["428", answers(428), "resource", /answer is 428/],
  ["501", answers(501), "resource", /answer is 501.*no \/Me/],
  ["429", answers(429, { "Retry-After": "30" }), "rate-limit", /wait 30 s/],
  ["429 without a time", answers(429), "rate-limit", /with no Retry-After\./],
  ["500", answers(500), "server", /answer is 500/],
  [
    "503 with a page",
    answers(503, { "Content-Type": "text/html" }, "<h1>Kim, wait</h1>"),
    "server",
    /503/,
  ],
  [
    "a connection that is closed",
    (response) => response.destroy(),
    "reachable",
    /127\.0\.0\.1:\d+ does not answer/,
  ],
  ["an answer that is cut off", cutOff, "reachable", /connection was lost/],
  ["no answer", silence, "reachable", /timeoutMs/],
  [
    "too large an answer",
    answers(200, scim, " ".repeat(6 * 1024 * 1024)),
    "json",
    /5 MiB.*excludedAttributes/,
  ],
  ["an empty answer", answers(204), "json", /is empty/],
  ["plain text", answers(200, scim, "Hello Kim"), "json", /is not JSON/],
  ["half a person", answers(200, scim, '{"userName":"kim"'), "json", /is not JSON/],
  [
    "a list",
    body({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
      Resources: [{ id: "1" }],
    }),
    "person",
    /is a list.*in place of \/Users/,
  ],
  ["a bare list", body([{ userName: "kim" }]), "person", /is a list/],
  [
    "an error under 200",
    body({ schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"] }),
    "person",
    /SCIM error/,
  ],
  [
    "a group",
    body({ schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], id: "g" }),
    "person",
    /is a group/,
  ],
  ["userinfo", body({ sub: "kim", name: "Kim" }), "person", /claims/],
  ["something else", body({ hello: "Kim" }), "person", /neither a user name nor an id/],
  ["null", body(null), "person", /neither a user name nor an id/],
])(
  "%s is one failure, and what cannot be looked at is skipped",
  async (_, answer, check, words) => {
    const { findings, seen } = await look(answer);
    expect(notable(findings).filter((each) => each.endsWith("failure"))).toEqual([
      `${check} failure`,
    ]);
    expect(said(findings, check)).toMatch(words);
    const at = findings.findIndex((finding) => finding.check === check);
    expect(findings.slice(at + 1).every(({ outcome }) => outcome === "skipped")).toBe(true);
    expect(JSON.stringify(findings)).not.toMatch(/kim|login\.example|Users\/42/i);
    expect(seen).toHaveLength(1);
  },
);

function body(value: unknown): Answer {
  return (response) => json(response, 200, value);
}

function cutOff(response: Parameters<Answer>[0]): void {
  response.writeHead(200, { ...scim, "Content-Length": "1000" });
  response.write("{", () => response.destroy());
}

test("a login page under 200 is told from an API", async () => {
  const page = "<!doctype html><title>Sign in, Kim</title>";
  const { findings } = await look(answers(200, { "Content-Type": "text/html" }, page));
  expect(notable(findings)).toEqual(["content-type warning", "json failure"]);
  expect(said(findings, "json")).toMatch(/web page.*login page/);
  expect(JSON.stringify(findings)).not.toContain("Kim");
});

test.each([
  ["text/json; charset=utf-8", "is called text/json"],
  ["text/html", "is called text/html"],
  [`x/${"y".repeat(99)}`, "something else"],
])("JSON under %s is read, with a warning", async (type, words) => {
  const { findings } = await look(
    answers(200, { "Content-Type": type }, JSON.stringify(exampleMe)),
  );
  expect(notable(findings)).toEqual(["content-type warning"]);
  expect(said(findings, "content-type")).toContain(words);
});

test("JSON without a type is read, with a warning", async () => {
  const { findings } = await look(answers(200, {}, JSON.stringify(exampleMe)));
  expect(said(findings, "content-type")).toContain("has no Content-Type");
});

test("a token that is renewed is asked for twice at most, and the finding says so", async () => {
  const { origin, seen } = await serveMe(whoIs("first"));
  const findings = await diagnoseScimMe({
    endpoint: `${origin}/Me`,
    tokenProvider: ({ reason }) => (reason === "initial" ? "first" : "second"),
  });
  expect(said(findings, "authentication")).toContain("the renewed one accepted");
  expect(seen.map((request) => request.token)).toEqual(["first", "second"]);
});

test("a renewed token that is refused too, and a renewal that throws, are told apart", async () => {
  const { origin } = await serveMe(whoIs("old", "new", "worn"));
  const endpoint = `${origin}/Me`;
  const refused = await diagnoseScimMe({
    endpoint,
    tokenProvider: ({ reason }) => (reason === "initial" ? "old" : "new"),
  });
  expect(said(refused, "authentication")).toContain("the renewed token was refused too");
  const threw = await diagnoseScimMe({
    endpoint,
    tokenProvider: ({ reason }) => (reason === "initial" ? "worn" : Promise.reject(new Error())),
  });
  expect(said(threw, "authentication")).toContain("the token provider threw");
});

test("a renewal that never ends is not taken for a server that never answers", async () => {
  const findings = await diagnoseScimMe({
    endpoint: "https://scim.example.com/Me",
    timeoutMs: 50,
    // At once, because nothing else is to take up the time.
    fetch: async () => new Response(null, { status: 401 }),
    tokenProvider: ({ reason }) => (reason === "initial" ? "stuck" : new Promise(() => {})),
  });
  expect(notable(findings)).toEqual(["authentication failure"]);
  expect(said(findings, "authentication")).toMatch(/401.*gave nothing within the time limit/);
});

test("a request with a renewed token that is not answered is the server's", async () => {
  const { origin } = await serveMe((response, request) => {
    if (request.token === "late") response.writeHead(401).end();
  });
  const findings = await diagnoseScimMe({
    endpoint: `${origin}/Me`,
    timeoutMs: 500,
    tokenProvider: ({ reason }) => (reason === "initial" ? "late" : "later"),
  });
  expect(notable(findings)).toEqual(["reachable failure"]);
});

test("WSO2's servers are spoken of in their own words", async () => {
  const unauthorized = await look(answers(401), "/t/acme/scim2/Me");
  expect(said(unauthorized.findings, "authentication")).toContain("/t/<organization>");
  const forbidden = await look(answers(403), "/t/acme/scim2/Me");
  expect(said(forbidden.findings, "scope")).toMatch(
    /lacks a scope, most likely internal_login.*openid/,
  );
});

test("a server that is not there is told by Node's own word for it", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const endpoint = `http://127.0.0.1:${port}/scim2/Me`;
  const findings = await diagnoseScimMe({ endpoint, tokenProvider: () => token });
  expect(notable(findings)).toEqual(["reachable failure"]);
  expect(said(findings, "reachable")).toContain("does not answer: ECONNREFUSED.");
});

test("the caller's own abort rejects with its reason", async () => {
  const reason = new Error("gone");
  const options = { endpoint: "https://scim.example.com/Me", tokenProvider: () => token };
  await expect(diagnoseScimMe({ ...options, signal: AbortSignal.abort(reason) })).rejects.toBe(
    reason,
  );
});
