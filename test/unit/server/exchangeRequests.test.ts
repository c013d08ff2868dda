import { expect, test, vi } from "vitest";
import { type TokenExchangeOptions, withTokenExchange } from "../../../src/server/index.js";
import { gives, serveExchange } from "./serveExchange.js";

const initial = { reason: "initial", signal: new AbortController().signal } as const;

/** The parameters and headers that a token endpoint was sent. */
async function sent(options: Partial<TokenExchangeOptions>) {
  const { tokenEndpoint, seen } = await serveExchange(() => gives("elsewhere"));
  const provider = withTokenExchange(() => "a.b/c+d==", {
    tokenEndpoint,
    clientId: "web",
    ...options,
  });
  expect(await provider(initial)).toBe("elsewhere");
  const [{ method, path, headers, body } = {}] = seen;
  const parameters = [...new URLSearchParams(await body)].map((pair) => pair.join("="));
  return { method, path, headers, parameters };
}

test("a public client names itself, and asks with the person's token", async () => {
  const { method, path, headers, parameters } = await sent({});
  expect(`${method} ${path}`).toBe("POST /oauth2/token");
  expect(headers).toMatchObject({
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
  });
  expect(headers).not.toHaveProperty("authorization");
  expect(parameters).toEqual([
    "grant_type=urn:ietf:params:oauth:grant-type:token-exchange",
    "subject_token=a.b/c+d==",
    "subject_token_type=urn:ietf:params:oauth:token-type:access_token",
    "client_id=web",
  ]);
});

test("a client with a secret proves itself by HTTP Basic, each part encoded for a form", async () => {
  const { headers, parameters } = await sent({ clientId: "web app:1", clientSecret: "s:é +%~" });
  const credentials = `Basic ${btoa("web+app%3A1:s%3A%C3%A9+%2B%25%7E")}`;
  expect(headers?.authorization).toBe(credentials);
  expect(parameters.join()).not.toMatch(/client|web app/);
});

test.each(["bearer", "N_A", undefined])(
  "a result of the type %s is a token to send",
  async (token_type) => {
    const { tokenEndpoint } = await serveExchange(() => [
      200,
      { access_token: "sent", token_type },
    ]);
    const provider = withTokenExchange(() => "kim", { tokenEndpoint, clientId: "web" });
    expect(await provider(initial)).toBe("sent");
  },
);

test("targets, scope and types are sent as given, several of them each by itself", async () => {
  const { parameters } = await sent({
    audience: ["one", "two"],
    resource: "https://api.example.com/?a=b&c",
    scope: "openid profile",
    subjectTokenType: "urn:ietf:params:oauth:token-type:id_token",
    requestedTokenType: "urn:ietf:params:oauth:token-type:jwt",
  });
  expect(parameters.slice(2, -1)).toEqual([
    "subject_token_type=urn:ietf:params:oauth:token-type:id_token",
    "requested_token_type=urn:ietf:params:oauth:token-type:jwt",
    "audience=one",
    "audience=two",
    "resource=https://api.example.com/?a=b&c",
    "scope=openid profile",
  ]);
});

test("it is asked to go nowhere else, and the answer to be kept nowhere", async () => {
  const recording = vi.fn<typeof fetch>(async () => Response.json({ access_token: "elsewhere" }));
  const tokenEndpoint = "https://login.example.com/oauth2/token?tenant=a";
  await withTokenExchange(() => "kim", { tokenEndpoint, clientId: "web", fetch: recording })(
    initial,
  );
  expect(recording.mock.calls).toHaveLength(1);
  expect(recording.mock.calls[0]?.[0]).toBe(tokenEndpoint);
  expect(recording.mock.calls[0]?.[1]).toMatchObject({
    redirect: "manual",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    signal: expect.any(AbortSignal),
  });
});

test.each([null, undefined, "", "undefined", "Bearer x"])(
  "of %j, which is no token, nothing is asked",
  async (subject) => {
    const { tokenEndpoint, seen } = await serveExchange();
    const provider = withTokenExchange(() => subject, { tokenEndpoint, clientId: "web" });
    expect(await provider(initial)).toBe(subject);
    expect(seen).toEqual([]);
  },
);
