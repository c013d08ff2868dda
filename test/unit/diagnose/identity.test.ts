import { afterAll, beforeAll, expect, test } from "vitest";
import { diagnoseScimMe } from "../../../src/diagnose/index.js";
import { codeFlow } from "../../identity/codeFlow.ts";
import { type Identity, startIdentity } from "../../identity/startIdentity.ts";
import { notable, said } from "./notable.js";

const app = "http://localhost:5173";
const redirectUri = `${app}/callback`;
let identity: Identity;

beforeAll(async () => {
  identity = await startIdentity({ allowedOrigins: [app], redirectUris: [redirectUri] });
});
afterAll(() => identity.close());

async function accessToken(scope?: Record<string, string>): Promise<string> {
  return (await codeFlow(identity, redirectUri).signIn("sam", scope)).access_token;
}

async function look(token: string, endpoint = identity.meEndpoint) {
  const from = identity.requests.length;
  const findings = await diagnoseScimMe({ endpoint, tokenProvider: () => token });
  const words = JSON.stringify(findings);
  expect(words).not.toContain(token);
  expect(words).not.toMatch(/Sam|sam@|Rivers|Product Designer/);
  const requests = identity.requests.slice(from).filter(({ server }) => server === "scim");
  return { findings, requests: requests.map(({ method, status }) => `${method} ${status}`) };
}

test("Against a real provider and server, an ordinary person is well", async () => {
  const { findings, requests } = await look(await accessToken());
  expect(notable(findings)).toEqual([]);
  expect(said(findings, "token")).toContain("JWT");
  expect(said(findings, "attributes")).toMatch(/userName.*department/);
  expect(requests).toEqual(["GET 200"]);
});

test("A token without the scope is told which one to ask for", async () => {
  const { findings } = await look(await accessToken({ scope: "openid" }));
  expect(notable(findings)).toEqual(["scope failure"]);
  expect(said(findings, "scope")).toContain("internal_login");
});

test("An expired token is told by the token and by the server", async () => {
  identity.policy.accessTokenSeconds = 1;
  const token = await accessToken();
  identity.policy.accessTokenSeconds = 300;
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  const { findings, requests } = await look(token);
  expect(notable(findings)).toEqual(["token warning", "authentication failure"]);
  expect(requests).toEqual(["GET 401"]);
});

test("An ID token is told from an access token", async () => {
  const { id_token } = await codeFlow(identity, redirectUri).signIn("sam", { nonce: "n-1" });
  const { findings } = await look(id_token);
  expect(notable(findings)).toEqual(["token warning", "authentication failure"]);
  expect(said(findings, "token")).toContain("ID token");
});

test("A wrong path is a warning, and 404 names the cure", async () => {
  const endpoint = identity.meEndpoint.replace(/Me$/, "Users");
  const { findings } = await look(await accessToken(), endpoint);
  expect(notable(findings)).toEqual(["endpoint warning", "resource failure"]);
  expect(said(findings, "endpoint")).toContain(`Try ${identity.meEndpoint}.`);
});

test("A stopped server is not reachable", async () => {
  const token = await accessToken();
  await identity.stopScim();
  const { findings } = await look(token);
  await identity.startScim();
  expect(notable(findings)).toEqual(["reachable failure"]);
  expect(said(findings, "reachable")).toContain("does not answer: ");
});
