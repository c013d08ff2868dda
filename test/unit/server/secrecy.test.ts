import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import {
  type ServerTokenProvider,
  TokenExchangeError,
  withTokenExchange,
} from "../../../src/server/index.js";
import { type Answer, serveMe } from "../scim/serveMe.js";
import { change, read, serveHandlers } from "./callMe.js";

const secrets = {
  old: "b2xkLXRva2Vu.MDEyMzQ1Njc4OWFiY2RlZg.c2lnbmF0dXJlLTE",
  fresh: "bmV3LXRva2Vu.Z2hpamtsbW5vcHFyc3R1dg.c2lnbmF0dXJlLTI",
  subject: "c3ViamVjdC10.d3h5ejAxMjM0NTY3ODlhYg.c2lnbmF0dXJlLTM",
  clientSecret: "client-s3cret-of-the-app",
};
const { old, fresh, subject, clientSecret } = secrets;
const basic = btoa(`web:${clientSecret}`);

/** A server that repeats what it was sent, and what it refused, in every place that an answer has. */
function echo(status: number, refused?: string): Answer {
  return (response, { token = "" }) => {
    const words = `${token} is refused, as ${refused} was`;
    response.writeHead(token === refused ? 401 : status, {
      ETag: `"${token}"`,
      "Retry-After": token,
      "WWW-Authenticate": `Bearer realm="${token}", scope="${token}", error_description="${words}"`,
      "Set-Cookie": `token=${token}`,
      "X-Token": token,
      Location: `/?token=${token}`,
    });
    const person = { userName: "kim", nickName: words, "urn:example:Own": { sent: token } };
    response.end(JSON.stringify({ ...person, detail: words, scimType: token, error: token }));
  };
}

/** All that a browser sees of an answer, and a log of its error. */
async function everything(answer: Response, onError: ReturnType<typeof vi.fn>): Promise<string> {
  const errors = inspect(
    onError.mock.calls.map(([error]) => error),
    {
      depth: Number.POSITIVE_INFINITY,
      showHidden: true,
    },
  );
  return [...answer.headers, await answer.text(), errors].join("\n");
}

function expectNoSecret(text: string): void {
  for (const secret of [...Object.values(secrets), basic]) {
    for (const form of [secret, encodeURIComponent(secret), btoa(secret)]) {
      expect(text).not.toContain(form);
    }
  }
}

const rotating: ServerTokenProvider = ({ reason }) => (reason === "initial" ? old : fresh);

test.each([200, 204, 302, 400, 401, 403, 404, 409, 429, 500, 503])(
  "of a token that a %d repeats everywhere, nothing reaches the browser or a log",
  async (status) => {
    for (const refused of [undefined, old]) {
      const onError = vi.fn();
      const options = { tokenProvider: rotating, onError };
      const { GET, PATCH, seen } = await serveHandlers(echo(status, refused), options);
      for (const answer of [await GET(read()), await PATCH(change())]) {
        expectNoSecret(await everything(answer, onError));
      }
      expect(seen.length).toBeGreaterThan(1);
    }
  },
);

test.each([200, 400, 401, 500])(
  "of a person's token and a secret that an exchange's %d repeats, nothing reaches the browser or a log",
  async (status) => {
    const issuer = await serveMe((response, { headers }) => {
      const sent = `${subject} ${clientSecret} ${headers.authorization}`;
      response.writeHead(status, { "WWW-Authenticate": sent });
      response.end(JSON.stringify({ error: subject, error_description: sent, access_token: sent }));
    });
    const onError = vi.fn();
    const tokenProvider = withTokenExchange(() => subject, {
      ...{ tokenEndpoint: `${issuer.origin}/token`, clientId: "web", clientSecret },
    });
    const { GET, seen } = await serveHandlers(echo(200), { tokenProvider, onError });
    const answer = await GET(read());
    expect(answer.status).toBeGreaterThan(400);
    expectNoSecret(await everything(answer, onError));
    expect(seen).toEqual([]);
  },
);

test("a person's own refused token that the provider quotes when it is to renew it is in no error", async () => {
  const issuer = await serveMe((response) => {
    response.writeHead(400).end(JSON.stringify({ error: "invalid_grant" }));
  });
  const onError = vi.fn();
  const tokenProvider = withTokenExchange(
    ({ rejectedToken }) => {
      if (rejectedToken) throw new Error(`cannot renew ${rejectedToken}`);
      return subject;
    },
    { tokenEndpoint: `${issuer.origin}/token`, clientId: "web" },
  );
  const { GET } = await serveHandlers(echo(200), { tokenProvider, onError });
  const answer = await GET(read());
  expect(answer.status).toBe(500);
  expect(onError.mock.calls[0]?.[0].cause).toBeInstanceOf(TokenExchangeError);
  expectNoSecret(await everything(answer, onError));
});

test("a fetch that quotes what it was given brings none of it into an error", async () => {
  const quoting: typeof fetch = (url, init) =>
    Promise.reject(Object.assign(new TypeError("failed"), { config: { url, ...init } }));
  const onError = vi.fn();
  const tokenProvider = withTokenExchange(() => subject, {
    ...{ tokenEndpoint: "https://login.example.com/token", clientId: "web", clientSecret },
    fetch: quoting,
  });
  for (const options of [{ tokenProvider }, { tokenProvider: rotating, fetch: quoting }]) {
    const { GET } = await serveHandlers(echo(200), { ...options, onError });
    expectNoSecret(await everything(await GET(read()), onError));
  }
  expect(onError).toHaveBeenCalledTimes(2);
});

test("the browser is not told where the provider is, and its cookies are not told to the provider", async () => {
  const onError = vi.fn();
  const { GET, origin, seen } = await serveHandlers(echo(503), { onError });
  const text = await everything(await GET(read()), vi.fn());
  expect(text).not.toContain(new URL(origin).host);
  expect(JSON.stringify(seen)).not.toContain("session=");
  expect(onError.mock.calls[0]?.[0].message).toContain(origin);
});
