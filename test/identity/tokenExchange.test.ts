import { createRemoteJWKSet, jwtVerify } from "jose";
import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { fetchScimMe } from "../../src/scim/fetchScimMe.js";
import type { ScimMe } from "../../src/scim/ScimMe.js";
import type { ScimMeError } from "../../src/scim/ScimMeError.js";
import { sessionCookie } from "../../src/scim/sessionCookie.js";
import {
  createScimMeHandlers,
  type ScimMeHandlers,
  type TokenExchangeOptions,
  withTokenExchange,
} from "../../src/server/index.js";
import { createSessions } from "./createSessions.ts";
import { type Identity, startIdentity } from "./startIdentity.ts";
import { TOKEN_EXCHANGE } from "./tokenExchange.ts";

const app = "http://localhost:3000";
const redirectUri = `${app}/callback`;
// Characters that HTTP Basic, a form and a URL each write in another way.
const clientSecret = "s3cret: 100% of+it/~";

/** Who signs people in. */
let home: Identity;
/** Whose API is asked, and who trusts the tokens of `home`. */
let api: Identity;

beforeAll(async () => {
  const common = { allowedOrigins: [app], redirectUris: [redirectUri] };
  home = await startIdentity({ ...common, clientId: "home-app" });
  api = await startIdentity({
    ...{ ...common, clientId: "api app", exchanges: home.bearer },
    clientAuthentication: { secret: clientSecret, method: "client_secret_basic" },
  });
});
afterAll(() => Promise.all([home.close(), api.close()]));

/** An app's server between its browsers and the API, and all that it answered. */
function serveApp(options: Partial<TokenExchangeOptions> = {}) {
  const sessions = createSessions(home, redirectUri);
  const onError = vi.fn<(error: ScimMeError) => void>();
  const tokenProvider = withTokenExchange(sessions.tokenProvider, { ...toApi(), ...options });
  const handlers = createScimMeHandlers({ endpoint: api.meEndpoint, tokenProvider, onError });
  return { ...sessions, handlers, onError };
}

const toApi = (): TokenExchangeOptions => ({
  ...{ tokenEndpoint: `${api.baseUrl}/oauth2/token`, clientId: api.clientId, clientSecret },
  resource: api.bearer.audience,
});

/** A browser that keeps its cookie, and asks the app's server only. */
function openBrowser({ GET }: ScimMeHandlers, cookie: string) {
  const seen: string[] = [];
  const browser = { cookie, seen, read };
  return browser;

  function read(): Promise<ScimMe> {
    const fetch = async (url: unknown, init?: RequestInit) => {
      const headers = { "Sec-Fetch-Site": "same-origin", Cookie: browser.cookie };
      const answer = await GET(new Request(String(url), { ...init, headers }));
      [browser.cookie = browser.cookie] = answer.headers.getSetCookie();
      seen.push(JSON.stringify([...answer.headers]), await answer.clone().text());
      return answer;
    };
    return fetchScimMe({ endpoint: `${app}/api/me`, tokenProvider: sessionCookie, fetch });
  }
}

const grants = ({ requests }: Identity, grantType: string) =>
  requests.filter((request) => request.grantType === grantType);

const verified = async (token: string) => {
  const { issuer, audience, jwksUri } = api.bearer;
  const keys = createRemoteJWKSet(new URL(jwksUri));
  return (await jwtVerify(token, keys, { issuer, audience, typ: "at+jwt" })).payload;
};

test("a person whom one provider signed in is read at the API of another", async () => {
  const { handlers, signIn, sessions } = serveApp();
  const before = grants(api, TOKEN_EXCHANGE).length;
  for (const [login, displayName] of [
    ["sam", "Sam Rivers"],
    ["lee", "Lee Stone"],
  ] as const) {
    const { read, seen } = openBrowser(handlers, await signIn(login));
    expect((await read()).displayName).toBe(displayName);
    expect((await read()).displayName).toBe(displayName);
    expect(seen.join()).not.toMatch(/eyJ/);
  }
  expect(grants(api, TOKEN_EXCHANGE)).toHaveLength(before + 2);
  expect(sessions.size).toBe(2);
  // The person's own token is of no use at the API: without the exchange there is no answer.
  const [tokens] = sessions.values();
  const direct = await fetch(api.meEndpoint, {
    headers: { Authorization: `Bearer ${tokens?.access_token}` },
  });
  expect(direct.status).toBe(401);
});

test("an independent client exchanges the same token in the same words, and gets the same", async () => {
  const { sessions, signIn } = serveApp();
  await signIn("sam");
  const [{ access_token: subject = "" } = {}] = sessions.values();
  const requests: Request[] = [];
  const recording: typeof fetch = (input, init) => {
    requests.push(new Request(input, init));
    return fetch(input, init);
  };

  const scope = "internal_login";
  const ours = await withTokenExchange(() => subject, { ...toApi(), scope, fetch: recording })({
    reason: "initial",
    signal: new AbortController().signal,
  });

  const insecure = { [oauth.allowInsecureRequests]: true, [oauth.customFetch]: recording };
  const as = { issuer: api.issuer, token_endpoint: toApi().tokenEndpoint };
  const them = { client_id: api.clientId };
  const parameters = {
    subject_token: subject,
    subject_token_type: "urn:ietf:params:oauth:token-type:access_token",
    ...{ resource: api.bearer.audience, scope },
  };
  const authentication = oauth.ClientSecretBasic(clientSecret);
  const theirs = await oauth.processGenericTokenEndpointResponse(
    ...([as, them] as const),
    await oauth.genericTokenEndpointRequest(
      ...([as, them, authentication, TOKEN_EXCHANGE, parameters, insecure] as const),
    ),
  );
  expect(theirs.issued_token_type).toBe("urn:ietf:params:oauth:token-type:access_token");

  const [our, their] = await Promise.all(
    requests.map(async (request) => ({
      ...{ url: request.url, method: request.method },
      authorization: request.headers.get("Authorization"),
      type: request.headers.get("Content-Type")?.split(";")[0],
      body: [...new URLSearchParams(await request.text())].sort(),
    })),
  );
  expect(our).toEqual(their);
  const { jti: _, iat: __, exp: ___, ...claims } = await verified(ours ?? "");
  expect(await verified(theirs.access_token)).toMatchObject(claims);
  expect(claims).toMatchObject({ sub: home.people[0]?.user.id, client_id: api.clientId, scope });
});

test("a session that has expired is renewed once for all, and its new cookie reaches the browser", async () => {
  home.policy.accessTokenSeconds = 1;
  const { handlers, signIn } = serveApp();
  const browser = openBrowser(handlers, await signIn("sam"));
  const { cookie } = browser;
  home.policy.accessTokenSeconds = 300;
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const before = grants(home, "refresh_token").length;
  const people = await Promise.all(Array.from({ length: 20 }, () => browser.read()));
  expect(new Set(people.map(({ displayName }) => displayName))).toEqual(new Set(["Sam Rivers"]));
  expect(grants(home, "refresh_token")).toHaveLength(before + 1);
  expect(browser.cookie).not.toBe(cookie);
  expect((await browser.read()).displayName).toBe("Sam Rivers");
  expect(grants(home, "refresh_token")).toHaveLength(before + 1);
});

test("a session that cannot be renewed is over, and says so", async () => {
  home.policy.accessTokenSeconds = 1;
  const { handlers, signIn, sessions } = serveApp();
  const browser = openBrowser(handlers, await signIn("sam"));
  home.policy.accessTokenSeconds = 300;
  for (const tokens of sessions.values()) tokens.refresh_token = "used-up";
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await expect(browser.read()).rejects.toMatchObject({ reason: "unauthorized", status: 401 });
});

test("a scope that the API's provider withholds is named to the page", async () => {
  api.policy.scope = "";
  onTestFinished(() => {
    api.policy.scope = "internal_login";
  });
  const { handlers, signIn } = serveApp();
  const { read } = openBrowser(handlers, await signIn("sam"));
  await expect(read()).rejects.toMatchObject({
    reason: "forbidden",
    requiredScope: "internal_login",
  });
});

test.each([
  ["a wrong secret", { clientSecret: "guess" }, "invalid_client"],
  ["another API", { resource: "https://api.example.com" }, "invalid_target"],
  ["a kind of token that is not known", { subjectTokenType: "urn:example:any" }, "invalid_request"],
])(
  "with %s the server's own log says why, and the page is told nothing",
  async (_, options, code) => {
    const { handlers, signIn, onError } = serveApp(options);
    const { read, seen } = openBrowser(handlers, await signIn("sam"));
    await expect(read()).rejects.toBeInstanceOf(Error);
    const [[error] = []] = onError.mock.calls;
    expect(error).toMatchObject({ reason: "token-provider-failed", cause: { error: code } });
    expect(seen.join()).not.toMatch(new RegExp(`eyJ|${code}|9443|exchange`));
  },
);

test("a change goes to the API's record, and to no other", async () => {
  const { handlers, signIn, sessions } = serveApp();
  const cookie = await signIn("lee");
  const request = new Request(`${app}/api/me`, {
    method: "PATCH",
    headers: { Cookie: cookie, Origin: app, "Content-Type": "application/json" },
    body: JSON.stringify({ Operations: [{ op: "replace", value: { title: "Architect" } }] }),
  });
  const answer = await handlers.PATCH(request);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ title: "Architect", displayName: "Lee Stone" });
  expect((await openBrowser(handlers, cookie).read()).title).toBe("Architect");
  const tokenProvider = () => sessions.get(cookie)?.access_token;
  expect((await fetchScimMe({ endpoint: home.meEndpoint, tokenProvider })).title).toBe("Engineer");
});
