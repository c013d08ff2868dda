import { expect, test, vi } from "vitest";
import {
  type ServerTokenProvider,
  TokenExchangeError,
  type TokenRequest,
  withTokenExchange,
} from "../../../src/server/index.js";
import { thrownBy } from "../scim/outcome.js";
import { whoIs } from "../scim/serveMe.js";
import { read, serveHandlers } from "./callMe.js";
import { type ExchangeAnswer, gives, refuses, serveExchange } from "./serveExchange.js";

// Renewals are remembered by refused token: every test has tokens of its own.
let tests = 0;
const { signal } = new AbortController();
const initial: TokenRequest = { reason: "initial", signal };

/** A person whose token the exchange refuses, until it is renewed. */
async function refusing(answer: ExchangeAnswer, renewal?: (old: string) => string | null) {
  const old = `refused-subject-${++tests}`;
  const fresh = `fresh-subject-${tests}`;
  const exchange = await serveExchange(({ subject }) =>
    subject === old ? answer : gives(`${subject}-elsewhere`),
  );
  const inner = vi.fn(({ reason }: TokenRequest) =>
    reason === "initial" ? old : renewal ? renewal(old) : fresh,
  );
  const { tokenEndpoint } = exchange;
  const provider = withTokenExchange(inner, { tokenEndpoint, clientId: "web" });
  return { ...exchange, old, fresh, inner, provider };
}

/** The error that an exchange ends with. */
async function exchangeError(promise: Promise<unknown>): Promise<TokenExchangeError> {
  const { thrown } = await thrownBy(promise);
  expect(thrown).toBeInstanceOf(TokenExchangeError);
  return thrown as TokenExchangeError;
}

test.each([
  ["invalid_grant", 400],
  ["invalid_request", 400],
  ["invalid_token", 400],
  ["invalid_grant", 401],
  ["", 401],
])(
  "refused with %j and %d, the person's own token is renewed and exchanged",
  async (code, status) => {
    const { provider, inner, old, fresh, subjects } = await refusing(refuses(code, status));
    expect(await provider(initial)).toBe(`${fresh}-elsewhere`);
    expect(subjects).toEqual([old, fresh]);
    expect(inner.mock.calls.map(([{ reason, rejectedToken }]) => [reason, rejectedToken])).toEqual([
      ["initial", undefined],
      ["rejected", old],
    ]);
  },
);

test.each([
  ["invalid_client", 401],
  ["unauthorized_client", 400],
  ["unsupported_grant_type", 400],
  ["invalid_target", 400],
  ["invalid_scope", 400],
  ["server_error", 500],
])("refused with %s and %d, nobody's token is to blame", async (code, status) => {
  const { provider, inner } = await refusing(refuses(code, status));
  const error = await exchangeError(provider(initial));
  expect(error).toMatchObject({ error: code, status, refusesSubject: false });
  expect(inner).toHaveBeenCalledTimes(1);
});

test("a hundred callers with one refused token share its renewal", async () => {
  const { provider, inner, fresh, subjects } = await refusing(refuses("invalid_grant"));
  const all = await Promise.all(Array.from({ length: 100 }, () => provider(initial)));
  expect(new Set(all)).toEqual(new Set([`${fresh}-elsewhere`]));
  expect(inner.mock.calls.filter(([{ reason }]) => reason === "rejected")).toHaveLength(1);
  expect(subjects).toHaveLength(2);
});

test("what the renewed token was exchanged for is not given again once the API refuses it", async () => {
  const old = `refused-subject-${++tests}`;
  const { tokenEndpoint } = await serveExchange(({ subject, times }) =>
    subject === old ? refuses("invalid_grant") : gives(`${subject}-elsewhere-${times}`),
  );
  const inner = ({ reason }: TokenRequest) => (reason === "initial" ? old : "fresh");
  const provider = withTokenExchange(inner, { tokenEndpoint, clientId: "web" });
  expect(await provider(initial)).toBe("fresh-elsewhere-1");
  const rejectedToken = "fresh-elsewhere-1";
  expect(await provider({ reason: "rejected", rejectedToken, signal })).toBe("fresh-elsewhere-2");
});

test("a session that is over gives no token", async () => {
  const { provider, subjects } = await refusing(refuses("invalid_grant"), () => null);
  expect(await provider(initial)).toBeNull();
  expect(subjects).toHaveLength(1);
});

test.each([
  ["the same token", (old: string) => old, 1],
  ["one that is refused too", (old: string) => `${old}-again`, 2],
])("%s in its place ends with the exchange's error", async (_, renewal, exchanges) => {
  const old = `refused-subject-${tests + 1}`;
  const { tokenEndpoint, subjects } = await serveExchange(() => refuses("invalid_grant"));
  tests++;
  const inner = ({ reason }: TokenRequest) => (reason === "initial" ? old : renewal(old));
  const provider = withTokenExchange(inner, { tokenEndpoint, clientId: "web" });
  const error = await exchangeError(provider(initial));
  expect(error).toMatchObject({ error: "invalid_grant", refusesSubject: true });
  expect(subjects).toHaveLength(exchanges);
});

test("a server that gives back what it got is no deadlock", async () => {
  const old = `same-subject-${++tests}`;
  const { tokenEndpoint } = await serveExchange(({ subject, times }) =>
    subject === old && times > 1 ? refuses("invalid_grant") : gives(subject),
  );
  const inner: ServerTokenProvider = ({ reason }) => (reason === "initial" ? old : "a-new-subject");
  const tokenProvider = withTokenExchange(inner, { tokenEndpoint, clientId: "web" });
  const { GET } = await serveHandlers(whoIs(old), { tokenProvider });
  expect(await (await GET(read())).json()).toEqual({ userName: "owner-of-a-new-subject" });
});

test("the cookies of a renewal within an exchange reach all of the browser's requests", async () => {
  const old = `cookie-subject-${++tests}`;
  const { tokenEndpoint } = await serveExchange(({ subject }) =>
    subject === old ? refuses("invalid_grant") : gives(`${subject}-elsewhere`),
  );
  const inner: ServerTokenProvider = ({ reason, responseHeaders }) => {
    if (reason === "initial") return old;
    responseHeaders.append("Set-Cookie", "session=2");
    return "kim";
  };
  const tokenProvider = withTokenExchange(inner, { tokenEndpoint, clientId: "web" });
  const { GET } = await serveHandlers(whoIs(), { tokenProvider });
  for (const answer of await Promise.all([GET(read()), GET(read()), GET(read())])) {
    expect(await answer.json()).toEqual({ userName: "owner-of-kim-elsewhere" });
    expect(answer.headers.getSetCookie()).toEqual(["session=2"]);
  }
});
