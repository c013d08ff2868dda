import { afterEach, expect, test, vi } from "vitest";
import type { ServerTokenProvider } from "../../../src/server/index.js";
import { giveCookies, keepCookies } from "../../../src/server/renewalCookies.js";
import { whoIs } from "../scim/serveMe.js";
import { change, ownPage, read, serveHandlers } from "./callMe.js";

afterEach(() => void vi.useRealTimers());

// Renewals are remembered by refused token: every test has tokens of its own.
let tests = 0;

/** A session that is renewed once, and tells the browser with two cookies. */
function rotating(onRejected: (request: Request) => Promise<void> | void = () => {}) {
  const old = `old-cookie-${++tests}`;
  const cookies = [`session=${tests}; Path=/; HttpOnly`, "seen=Sat, 21 Nov 2026; Secure"];
  const tokenProvider: ServerTokenProvider = async ({ reason, request, responseHeaders }) => {
    if (reason === "initial") return old;
    await onRejected(request);
    for (const cookie of cookies) responseHeaders.append("Set-Cookie", cookie);
    return `new-cookie-${old}`;
  };
  return { old, cookies, tokenProvider };
}

test("every Set-Cookie of the provider is on the answer, each by itself", async () => {
  const { old, cookies, tokenProvider } = rotating();
  const { GET, PATCH } = await serveHandlers(whoIs(old), { tokenProvider });
  expect((await GET(read())).headers.getSetCookie()).toEqual(cookies);
  expect((await PATCH(change())).headers.getSetCookie()).toEqual(cookies);
});

test.each([
  ["gives no token", () => null, 401],
  ["gives the refused token", () => "refused-with-cookie", 401],
  [
    "throws",
    () => {
      throw new Error("The refresh token is used up.");
    },
    500,
  ],
])("a provider that sets a cookie and then %s has it on the error", async (_, end, status) => {
  const { GET } = await serveHandlers(whoIs("refused-with-cookie"), {
    tokenProvider: ({ responseHeaders }) => {
      responseHeaders.append("Set-Cookie", "session=; Max-Age=0");
      return end();
    },
  });
  const answer = await GET(read());
  expect(answer.status).toBe(status);
  expect(new Set(answer.headers.getSetCookie())).toEqual(new Set(["session=; Max-Age=0"]));
});

test("other headers of the provider are kept, and ours win", async () => {
  const { GET } = await serveHandlers(whoIs(), {
    tokenProvider: ({ responseHeaders }) => {
      responseHeaders.set("Server-Timing", "session;dur=3");
      responseHeaders.set("Cache-Control", "public");
      responseHeaders.set("Content-Type", "text/html");
      responseHeaders.set("Content-Length", "3");
      responseHeaders.set("Vary", "Accept-Language");
      return "kim";
    },
  });
  const { headers } = await GET(read());
  expect(headers.get("Server-Timing")).toBe("session;dur=3");
  expect(headers.get("Cache-Control")).toBe("private, no-store");
  expect(headers.get("Content-Type")).toBe("application/scim+json");
  expect(headers.has("Content-Length")).toBe(false);
  expect(headers.get("Vary")).toBe("Accept-Language, Cookie");
});

test("all of one browser's requests that share a renewal get its cookies", async () => {
  const onRejected = vi.fn();
  const { old, cookies, tokenProvider } = rotating(onRejected);
  const { GET } = await serveHandlers(whoIs(old), { tokenProvider });
  const answers = await Promise.all(Array.from({ length: 20 }, () => GET(read())));
  expect(onRejected).toHaveBeenCalledTimes(1);
  for (const { status, headers } of answers) {
    expect(status).toBe(200);
    expect(headers.getSetCookie()).toEqual(cookies);
  }
});

test("a session that slides with each request keeps none of them from the renewed one", async () => {
  const { old, cookies, tokenProvider } = rotating();
  let times = 0;
  const { GET } = await serveHandlers(whoIs(old), {
    tokenProvider: (asked) => {
      const sliding = `session=old; slides=${++times}`;
      if (asked.reason === "initial") asked.responseHeaders.append("Set-Cookie", sliding);
      return tokenProvider(asked);
    },
  });
  const answers = await Promise.all(Array.from({ length: 20 }, () => GET(read())));
  for (const { headers } of [...answers, await GET(read())]) {
    expect(headers.getSetCookie()[0]).toContain("session=old");
    expect(headers.getSetCookie().slice(-2)).toEqual(cookies);
    expect(new Set(headers.getSetCookie()).size).toBe(headers.getSetCookie().length);
  }
});

test("a renewal whose browser did not wait reaches it with the next answer", async () => {
  const controller = new AbortController();
  let renewals = 0;
  const { old, cookies, tokenProvider } = rotating(async () => {
    renewals++;
    controller.abort();
  });
  const { GET } = await serveHandlers(whoIs(old), { tokenProvider });
  const gone = await GET(new Request(read(), { signal: controller.signal }));
  expect(gone.status).toBe(499);
  expect((await GET(read())).headers.getSetCookie()).toEqual(cookies);
  expect(renewals).toBe(1);
});

test("a browser with other cookies does not get them, whoever it says it is", async () => {
  const { old, tokenProvider } = rotating();
  const { GET } = await serveHandlers(whoIs(old), { tokenProvider });
  await GET(read());
  const other = await GET(read({ ...ownPage, Cookie: "session=other" }));
  expect(other.status).toBe(200);
  expect(other.headers.getSetCookie()).toEqual([]);
  const none = await GET(read({ "Sec-Fetch-Site": "same-origin" }));
  expect(none.headers.getSetCookie()).toEqual([]);
});

test("a browser with the same cookies, but another token or none, does not get them", async () => {
  const { old, tokenProvider } = rotating();
  let token: string | null = null;
  const { GET } = await serveHandlers(whoIs(old), {
    tokenProvider: (asked) => (token === old ? tokenProvider(asked) : token),
  });
  for (const [each, status, cookies] of [
    [old, 200, 2],
    ["of-somebody-else", 200, 0],
    [null, 401, 0],
  ] as const) {
    token = each;
    const answer = await GET(read());
    expect(answer.status).toBe(status);
    expect(answer.headers.getSetCookie()).toHaveLength(cookies);
  }
});

test("of more than a thousand within that time the oldest are forgotten", () => {
  const caller = (name: number) => ({
    request: read({ Cookie: `session=${name}` }),
    responseHeaders: new Headers(),
  });
  const cookiesOf = (name: number) => {
    const asking = caller(name);
    giveCookies("of-many", asking);
    return asking.responseHeaders.getSetCookie();
  };
  for (let name = 0; name <= 1_000; name++) {
    const renewing = caller(name);
    renewing.responseHeaders.append("Set-Cookie", `renewed=${name}`);
    keepCookies("of-many", renewing);
  }
  expect(cookiesOf(0)).toEqual([]);
  expect(cookiesOf(1)).toEqual(["renewed=1"]);
});

test("they are kept as long as the renewal, and no longer", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { old, cookies, tokenProvider } = rotating();
  let renews = true;
  const { GET } = await serveHandlers(whoIs(old), {
    tokenProvider: (asked) => (asked.reason === "initial" || renews ? tokenProvider(asked) : null),
  });
  await GET(read());
  renews = false;
  vi.setSystemTime(Date.now() + 29_000);
  expect((await GET(read())).headers.getSetCookie()).toEqual(cookies);
  vi.setSystemTime(Date.now() + 2_000);
  expect((await GET(read())).headers.getSetCookie()).toEqual([]);
});
