import { inspect } from "node:util";
import { expect, test } from "vitest";
import { fetchScimMe } from "../../../src/scim/fetchScimMe.js";
import type { ScimMeError } from "../../../src/scim/ScimMeError.js";
import { errorOf } from "./outcome.js";
import { serveMe, whoIs } from "./serveMe.js";

/** Everything that a logger could print of an error, its hidden properties and causes included. */
function everything(error: ScimMeError): string {
  const printed = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
  return [printed, String(error), error.stack, JSON.stringify(error), error.detail].join("\n");
}

/** The code of a character, in so many digits. */
function hex(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, "0");
}

const tokens = {
  long: "c2VjcmV0LXRva2Vu.MDEyMzQ1Njc4OWFiY2RlZg.c2lnbmF0dXJlLW9m",
  short: "tok-7f3a",
  "with slashes and padding": "Zm9v/YmFy+YmF6/cXV4/cXV1eA==",
};

test.each(Object.entries(tokens))(
  "a %s token that an error echoes is not in it",
  async (_, token) => {
    const words = `Token ${token} of kim is refused`;
    const escaped = token
      .replaceAll("/", "\\/")
      .replaceAll("+", "\\u002B")
      .replaceAll("=", "\\u003d");
    const bodies = [
      JSON.stringify({ status: "403", detail: words }),
      JSON.stringify({ detail: token }),
      `{"detail": "Token ${escaped} of kim is refused"}`,
      JSON.stringify({ error: "invalid_token", error_description: words }),
      JSON.stringify({ message: words }),
      JSON.stringify({ Errors: { description: words } }),
      JSON.stringify({ scimType: token, scope: token }),
      `<html><body>${words}</body></html>`,
      words,
      JSON.stringify({ detail: `${"x".repeat(296)}${token}` }),
    ];
    const { origin } = await serveMe((response, { path }) => {
      const [, status, index] = path.split("/");
      const challenge = `Bearer realm="${token}", scope="${token}", error_description="${words}"`;
      const headers = { "WWW-Authenticate": challenge, "Retry-After": token };
      response.writeHead(Number(status), headers).end(bodies[Number(index)]);
    });
    for (const status of [401, 403, 500]) {
      for (const index of bodies.keys()) {
        const endpoint = `${origin}/${status}/${index}`;
        const error = await errorOf(fetchScimMe({ endpoint, tokenProvider: () => token }));
        expect(error.status).toBe(status);
        expect(everything(error)).not.toContain(token);
        expect(everything(error)).not.toContain(escaped);
      }
    }
  },
);

test("what stands around an echoed token is still told", async () => {
  const { endpoint } = await serveMe((response) => {
    response.writeHead(500);
    response.end(JSON.stringify({ detail: "Token tok-7f3a is of no use today." }));
  });
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider: () => "tok-7f3a" }));
  expect(error.detail).toMatch(/^Token \S+ is of no use today\.$/);
});

test("a token that a User echoes does not get into the model", async () => {
  const token = tokens.long;
  const { endpoint } = await serveMe((response) => {
    response.end(JSON.stringify({ userName: "kim", "urn:example:debug": { sent: token } }));
  });
  const me = await fetchScimMe({ endpoint, tokenProvider: () => token });
  expect(me.userName).toBe("kim");
  expect(JSON.stringify(me)).not.toContain(token);
});

test.each([200, 401, 403])(
  "a %d to the renewed token that echoes the refused one does not get it anywhere",
  async (status) => {
    const token = `${tokens.long}-${status}`;
    const body = JSON.stringify({ userName: "kim", nickName: token, detail: token });
    const outcome = await fetchScimMe({
      endpoint: "https://scim.example.com/Me",
      tokenProvider: ({ rejectedToken }) => (rejectedToken ? "the-renewed-token" : token),
      fetch: async (_, init) =>
        new Headers(init?.headers).get("Authorization")?.includes("renewed")
          ? new Response(body, { status, headers: { "WWW-Authenticate": `Bearer scope=${token}` } })
          : new Response(null, { status: 401 }),
    }).catch((error) => error);
    expect(status === 200 ? outcome.userName : outcome.status).toBe(
      status === 200 ? "kim" : status,
    );
    expect(everything(outcome)).not.toContain(token);
  },
);

const slashed = "a/b+c-d/e_f~g.h/i/j/k+l-m/n=";

test.each([
  ["as it is", slashed],
  ["with its slashes escaped", slashed.replaceAll("/", "\\/")],
  ["with all its signs escaped", slashed.replace(/\W/g, (sign) => `\\u${hex(sign, 4)}`)],
  ["as in a URL", encodeURIComponent(slashed)],
  ["with every character as in a URL", slashed.replace(/./g, (sign) => `%${hex(sign, 2)}`)],
])("of a token that a User echoes %s nothing is left", async (_, echo) => {
  const me = await fetchScimMe({
    endpoint: "https://scim.example.com/Me",
    tokenProvider: () => slashed,
    fetch: async () => new Response(`{"userName": "kim", "nickName": "<${echo}>"}`),
  });
  expect(me.nickName).toBe("<[token]>");
});

test.each([
  ["of letters alone", "secretly", "secretly"],
  ["with another end", tokens.long, `${tokens.long.slice(0, 20)}XXXX`],
])("a token %s that an error echoes is not in it", async (_, token, echo) => {
  const { endpoint } = await serveMe((response) => {
    response.writeHead(403).end(JSON.stringify({ detail: `Refused: ${echo}` }));
  });
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider: () => token }));
  expect(everything(error)).not.toContain(echo);
});

test("an answer that is no JSON leaves neither the token nor the body in its error", async () => {
  const token = tokens.long;
  const { endpoint } = await serveMe((response) => response.end(`kim's secret ${token}`));
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider: () => token }));
  expect(error.reason).toBe("malformed");
  expect(everything(error)).not.toMatch(/c2VjcmV0|kim/);
});

test("a fetch that quotes its headers does not bring the token into the error", async () => {
  const token = tokens.long;
  const quoting: typeof fetch = (_, init) =>
    Promise.reject(
      Object.assign(new TypeError(`failed with ${JSON.stringify(init?.headers)}`), {
        config: init,
      }),
    );
  const endpoint = "https://scim.example.com/Me";
  const error = await errorOf(
    fetchScimMe({ endpoint, tokenProvider: () => token, fetch: quoting }),
  );
  expect(error.reason).toBe("network");
  expect(everything(error)).not.toContain(token);
});

test.each(["tch", "token"])(
  "the token %j, as tests have, is a word that stands in many a stack, and hides no cause",
  async (word) => {
    const cause = new TypeError("Failed to fetch");
    cause.stack = "TypeError: Failed to fetch\n    at app/token-of-tch.ts:1:1";
    const endpoint = "https://scim.example.com/Me";
    const fetch = () => Promise.reject(cause);
    const error = await errorOf(fetchScimMe({ endpoint, tokenProvider: () => word, fetch }));
    expect(error).toMatchObject({ reason: "network", cause });
  },
);

test("a provider that quotes the refused token in its error does not bring it into ours", async () => {
  const token = tokens.long;
  const { endpoint } = await serveMe(whoIs(token));
  const error = await errorOf(
    fetchScimMe({
      endpoint,
      tokenProvider: ({ rejectedToken }) => {
        if (rejectedToken) throw new Error(`cannot renew ${rejectedToken}`);
        return token;
      },
    }),
  );
  expect(error.reason).toBe("token-provider-failed");
  expect(everything(error)).not.toContain(token);
});

test("neither a missing answer nor a refused endpoint tells the token or the query", async () => {
  const token = tokens.long;
  const tokenProvider = () => token;
  const { endpoint } = await serveMe((response) => response.destroy());
  const cut = await errorOf(fetchScimMe({ endpoint: `${endpoint}?key=hidden`, tokenProvider }));
  expect(cut.reason).toBe("network");
  expect(everything(cut)).not.toContain(token);
  expect(cut.message).not.toContain("hidden");
  const refused = await errorOf(
    fetchScimMe({ endpoint: "https://kim:hidden@scim.example.com/Me", tokenProvider }),
  );
  expect(everything(refused)).not.toMatch(/hidden|c2VjcmV0/);
});

test("what is not a token is not quoted", async () => {
  const { endpoint } = await serveMe(whoIs());
  const tokenProvider = () => "Bearer hidden-one";
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider }));
  expect(everything(error)).not.toContain("hidden-one");
});

// Compared whole at each of a million places, such a token would take minutes.
test("a body of almost the token, a million times, does not keep anybody waiting", async () => {
  const body = JSON.stringify({ userName: "kim", nickName: "e".repeat(1_000_000) });
  const me = await fetchScimMe({
    endpoint: "https://scim.example.com/Me",
    tokenProvider: () => `${"e".repeat(1_500)}y`,
    fetch: async () => new Response(body),
  });
  expect(me.userName).toBe("kim");
});

test("another token that begins like the access token, as all of an algorithm do, stays as it was sent", async () => {
  const jwt = (claims: object) =>
    [{ alg: "RS256", typ: "JWT" }, claims, "signature"]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
  const token = jwt({ sub: "kim" });
  const photo = `https://cdn.example.com/kim.png?token=${jwt({ file: "kim.png" })}`;
  const body = {
    userName: "kim",
    nickName: `${token.slice(0, 30)}...`,
    photos: [{ value: photo }],
  };
  for (const escaped of [(text: string) => text, (text: string) => text.replaceAll("/", "\\/")]) {
    const me = await fetchScimMe({
      endpoint: "https://scim.example.com/Me",
      tokenProvider: () => token,
      fetch: async () => new Response(escaped(JSON.stringify(body))),
    });
    expect(me.photos[0]?.value).toBe(photo);
    expect(me.nickName).toBe("[token]");
  }
});
