import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { codeFlow } from "./codeFlow.ts";
import { type Identity, startIdentity } from "./startIdentity.ts";

const app = "http://localhost:5173";
const redirectUri = `${app}/callback`;
let identity: Identity;

beforeAll(async () => {
  identity = await startIdentity({
    allowedOrigins: [app],
    redirectUris: [redirectUri],
  });
});
afterAll(() => identity.close());

const browser = () => codeFlow(identity, redirectUri);
const accessToken = async (login: string) => (await browser().signIn(login)).access_token;

async function me(token: string | undefined, query = "", init: RequestInit = {}) {
  const authorization = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const headers = { ...authorization, ...init.headers };
  const response = await fetch(`${identity.meEndpoint}${query}`, {
    ...init,
    headers,
  });
  return { response, body: await response.json().catch(() => undefined) };
}

function patch(token: string, ...Operations: object[]) {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
  return me(token, "", {
    method: "PATCH",
    headers: { "Content-Type": "application/scim+json" },
    body: JSON.stringify({ schemas, Operations }),
  });
}

test("A signed-in person reads their own record, whose id is the subject of the token", async () => {
  const token = await accessToken("sam");
  const { response, body } = await me(token);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toContain("application/scim+json");
  expect(body).toMatchObject({
    userName: "sam@example.com",
    groups: [{ display: "Design" }],
  });
  const [, payload = ""] = token.split(".");
  expect(JSON.parse(Buffer.from(payload, "base64url").toString()).sub).toBe(body.id);
});

test("Everybody can sign in and is served a User of their own", async () => {
  for (const { login, user } of identity.people) {
    const { body } = await me(await accessToken(login));
    expect(body.userName).toBe(user.userName);
    expect(body.groups?.length ?? 0).toBe((user.groups as object[] | undefined)?.length ?? 0);
  }
});

test("Without a token the answer is 401 with a challenge", async () => {
  const { response, body } = await me(undefined);
  expect(response.status).toBe(401);
  expect(response.headers.get("WWW-Authenticate")).toBe('Bearer realm="demo"');
  expect(body).toMatchObject({ status: "401" });
});

test("A token that lacks internal_login is refused with 403 and the scope it lacks", async () => {
  const { access_token } = await browser().signIn("sam", { scope: "openid" });
  const { response } = await me(access_token);
  expect(response.status).toBe(403);
  expect(response.headers.get("WWW-Authenticate")).toContain(
    'error="insufficient_scope", scope="internal_login"',
  );
});

test("A scope that the policy withholds is missing from the next token, in silence", async () => {
  identity.policy.scope = "";
  try {
    expect((await me(await accessToken("sam"))).response.status).toBe(403);
  } finally {
    identity.policy.scope = "internal_login";
  }
});

test("An expired token is refused with 401", async () => {
  identity.policy.accessTokenSeconds = 1;
  const token = await accessToken("sam");
  identity.policy.accessTokenSeconds = 300;
  await expect.poll(async () => (await me(token)).response.status).toBe(401);
});

test("A preflight from the app is answered, and another origin is not let in", async () => {
  const preflight = (Origin: string) =>
    fetch(identity.meEndpoint, {
      method: "OPTIONS",
      headers: { Origin, "Access-Control-Request-Method": "PATCH" },
    });
  const ours = await preflight(app);
  expect(ours.status).toBe(204);
  expect(ours.headers.get("Access-Control-Allow-Origin")).toBe(app);
  expect(ours.headers.get("Access-Control-Allow-Methods")).toContain("PATCH");
  const theirs = await preflight("http://app.example.com");
  expect(theirs.headers.get("Access-Control-Allow-Origin")).toBeNull();
});

test("attributes and excludedAttributes are honoured", async () => {
  const token = await accessToken("sam");
  const { body } = await me(token, "?attributes=displayName");
  expect(body).toMatchObject({ displayName: "Sam Rivers" });
  expect(body).not.toHaveProperty("title");
  expect((await me(token, "?excludedAttributes=groups")).body).not.toHaveProperty("groups");
});

test("PATCH changes what it names and keeps the rest, read-only attributes included", async () => {
  const token = await accessToken("lee");
  const { response, body } = await patch(
    token,
    {
      op: "replace",
      value: { title: "Architect", emails: [{ value: "new@example.com" }] },
    },
    { op: "replace", path: "name", value: { familyName: "Rock" } },
    { op: "remove", path: "displayName" },
  );
  expect(response.status).toBe(200);
  expect(body).toMatchObject({
    title: "Architect",
    name: { givenName: "Lee", familyName: "Rock" },
  });
  const { body: after } = await me(token);
  expect(after.groups).toMatchObject([{ display: "Engineering" }]);
  expect(after.emails).toEqual([{ value: "new@example.com" }]);
  expect(after).not.toHaveProperty("displayName");
});

test("A PATCH that cannot be applied is a SCIM error, and the server lives on", async () => {
  const token = await accessToken("lee");
  const refused = await patch(token, {
    op: "replace",
    path: "nonsense",
    value: "x",
  });
  expect(refused.response.status).toBe(400);
  expect(refused.body).toMatchObject({
    status: "400",
    scimType: expect.any(String),
  });
  expect((await me(token)).response.status).toBe(200);
});

test("A refresh rotates, and a replayed refresh token ends the whole grant", async () => {
  const { token, signIn } = browser();
  const first = (await signIn("sam")).refresh_token;
  const refresh = (refresh_token: string) => token({ grant_type: "refresh_token", refresh_token });
  const answer = await refresh(first);
  expect(answer.status).toBe(200);
  const second = (await answer.json()).refresh_token;
  expect(second).not.toBe(first);
  expect((await refresh(first)).status).toBe(400);
  expect((await refresh(second)).status).toBe(400);
});

test("Signing out at the provider ends its session and the refresh token", async () => {
  const { authorize, signIn, token, visit } = browser();
  const tokens = await signIn("sam");
  const unproven = await visit(`${identity.baseUrl}/oidc/logout`);
  expect(await unproven.text()).toContain("Sign out");
  expect((await authorize("sam", { prompt: "none" })).searchParams.get("code")).toBeTruthy();
  const query = new URLSearchParams({
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: `${app}/`,
  });
  const ended = await visit(`${identity.baseUrl}/oidc/logout?${query}`);
  expect(ended.headers.get("Location")).toBe(`${app}/`);
  const silent = await authorize("sam", { prompt: "none" });
  expect(silent.searchParams.get("error")).toBe("login_required");
  const { refresh_token } = tokens;
  expect((await token({ grant_type: "refresh_token", refresh_token })).status).toBe(400);
});

test("userinfo names the person of the token it issued", async () => {
  const headers = { Authorization: `Bearer ${await accessToken("noor")}` };
  const response = await fetch(`${identity.baseUrl}/oauth2/userinfo`, {
    headers,
  });
  expect(await response.json()).toMatchObject({
    preferred_username: "noor@example.com",
  });
});

test("The SCIM server stops and starts on its port while sign-in goes on", async () => {
  const token = await accessToken("sam");
  await identity.stopScim();
  await expect(me(token)).rejects.toThrow("fetch failed");
  expect(await accessToken("sam")).toBeTruthy();
  await identity.startScim();
  expect((await me(token)).response.status).toBe(200);
});

test("Below the base URL lie the SCIM server, until it stops, and the person's organizations", async () => {
  const headers = { Authorization: `Bearer ${await accessToken("sam")}` };
  const get = async (path: string) => {
    const response = await fetch(`${identity.baseUrl}${path}`, { headers });
    return { status: response.status, body: await response.json().catch(() => undefined) };
  };
  expect(await get("/scim2/Me")).toMatchObject({ body: { displayName: "Sam Rivers" } });
  const { body } = await get("/scim2/Schemas");
  expect(body.map((schema: { name: string }) => schema.name)).toContain("User");
  expect(await get("/api/users/v1/me/organizations")).toMatchObject({
    body: { organizations: [] },
  });
  await identity.stopScim();
  expect(await get("/scim2/Me")).toMatchObject({ status: 503 });
  await identity.startScim();
  expect(await get("/scim2/Me")).toMatchObject({ status: 200 });
});

test("Discovery lies below the issuer and names endpoints below the base URL", async () => {
  const response = await fetch(`${identity.issuer}/.well-known/openid-configuration`);
  expect(await response.json()).toMatchObject({
    issuer: identity.issuer,
    authorization_endpoint: `${identity.baseUrl}/oauth2/authorize`,
    end_session_endpoint: `${identity.baseUrl}/oidc/logout`,
  });
});

test("A confidential client needs its secret, and no PKCE", async () => {
  const secret = "not-a-secret";
  const confidential = await startIdentity({
    allowedOrigins: [],
    redirectUris: [redirectUri],
    clientAuthentication: { secret, method: "client_secret_post" },
  });
  onTestFinished(() => confidential.close());
  const { authorize, token } = codeFlow(confidential, redirectUri);
  const exchange = async (more: Record<string, string>) => {
    const plain = { code_challenge: "", code_challenge_method: "" };
    const code = (await authorize("sam", plain)).searchParams.get("code") ?? "";
    const request = { grant_type: "authorization_code", code, redirect_uri: redirectUri };
    return (await token({ ...request, ...more })).status;
  };
  expect(await exchange({ client_secret: secret })).toBe(200);
  expect(await exchange({})).toBe(401);
});

test("A port that is taken is named in the error", async () => {
  const port = Number(new URL(identity.baseUrl).port);
  const second = startIdentity({
    port,
    allowedOrigins: [],
    redirectUris: [redirectUri],
  });
  await expect(second).rejects.toThrow(`Port ${port} is taken`);
});

test("The log names method, path and status, and never what a query or a header carried", () => {
  const log = JSON.stringify(identity.requests);
  expect(identity.requests).toContainEqual(
    expect.objectContaining({
      method: "POST",
      path: "/t/demo/oauth2/token",
      grantType: "refresh_token",
    }),
  );
  expect(log).not.toMatch(/eyJ|code=|id_token/);
});
