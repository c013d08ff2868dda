import { getEventListeners } from "node:events";
import { afterEach, expect, test, vi } from "vitest";
import { fetchScimMe } from "../../../src/scim/fetchScimMe.js";
import type { Token, TokenProvider } from "../../../src/scim/TokenProvider.js";
import { errorOf, thrownBy } from "./outcome.js";
import { type Answer, serveMe, whoIs } from "./serveMe.js";

afterEach(() => void vi.useRealTimers());

const tokenProvider = () => "a-good-token";
const silent: Answer = () => {};
const stalled: Answer = (response) => void response.write('{"userName": ');

test.each([301, 302, 303, 307, 308])(
  "a %d ends as configuration, and is not followed",
  async (status) => {
    const target = await serveMe(whoIs());
    for (const location of ["/scim2/Other", `${target.origin}/scim2/Me`]) {
      const { endpoint, seen } = await serveMe((response) => {
        response.writeHead(status, { Location: location }).end();
      });
      const error = await errorOf(fetchScimMe({ endpoint, tokenProvider }));
      expect(error.reason).toBe("configuration");
      expect(error.message).toMatch(/final URL/i);
      expect(seen).toHaveLength(1);
    }
    expect(target.seen).toEqual([]);
  },
);

test("a redirect that a browser hides, or another fetch has followed, is configuration too", async () => {
  const hidden = Object.defineProperties(new Response(null), {
    type: { value: "opaqueredirect" },
    status: { value: 0 },
    ok: { value: false },
  });
  const followed = Object.defineProperty(Response.json({ userName: "kim" }), "redirected", {
    value: true,
  });
  for (const response of [hidden, followed]) {
    const error = await errorOf(
      fetchScimMe({
        endpoint: "https://scim.example.com/Me",
        tokenProvider,
        fetch: async () => response,
      }),
    );
    expect(error.reason).toBe("configuration");
  }
});

test("the token is asked to go nowhere else, and the answer to be kept nowhere", async () => {
  const recording = vi.fn<typeof fetch>(async () => Response.json({ userName: "kim" }));
  const endpoint = "https://scim.example.com/scim2/Me";
  await fetchScimMe({ endpoint, tokenProvider, fetch: recording });
  expect(recording).toHaveBeenCalledTimes(1);
  expect(String(recording.mock.calls[0]?.[0])).toBe(endpoint);
  const init = recording.mock.calls[0]?.[1];
  expect(init).toMatchObject({
    redirect: "manual",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
  });
  expect(init?.body ?? null).toBeNull();
  expect(init?.signal).toBeInstanceOf(AbortSignal);
});

test.each([
  ["never answers", silent],
  ["never ends its answer", stalled],
])("a server that %s ends as timeout", async (_, answer) => {
  const { endpoint } = await serveMe(answer);
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider, timeoutMs: 150 }));
  expect(error.reason).toBe("timeout");
});

test("the limit includes the provider's time: its signal ends, and nothing is sent later", async () => {
  const recording = vi.fn<typeof fetch>(async () => Response.json({ userName: "kim" }));
  let give: (token: Token) => void = () => {};
  let given: AbortSignal | undefined;
  const late = new Promise<Token>((resolve) => {
    give = resolve;
  });
  const error = await errorOf(
    fetchScimMe({
      endpoint: "https://scim.example.com/Me",
      tokenProvider: ({ signal }) => {
        given = signal;
        return late;
      },
      timeoutMs: 20,
      fetch: recording,
    }),
  );
  expect(error.reason).toBe("timeout");
  expect(given?.aborted).toBe(true);
  give("too-late");
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(recording).not.toHaveBeenCalled();
});

test("the limit is ten seconds where none is given", async () => {
  vi.useFakeTimers();
  const settled = vi.fn();
  const error = errorOf(
    fetchScimMe({
      endpoint: "https://scim.example.com/Me",
      tokenProvider: () => new Promise<Token>(() => {}),
    }),
  );
  void error.then(settled);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect((await error).reason).toBe("timeout");
});

test("a limit beyond what timers can count is no limit of zero", async () => {
  const { endpoint } = await serveMe((response) => {
    setTimeout(() => response.end('{"userName": "kim"}'), 30);
  });
  const me = await fetchScimMe({ endpoint, tokenProvider, timeoutMs: Number.POSITIVE_INFINITY });
  expect(me.userName).toBe("kim");
});

test("an abort before the call asks nobody and rejects with its reason", async () => {
  const { endpoint, seen } = await serveMe(whoIs());
  const provider = vi.fn(tokenProvider);
  const reason = { why: "changed my mind" };
  const signal = AbortSignal.abort(reason);
  const { thrown } = await thrownBy(fetchScimMe({ endpoint, tokenProvider: provider, signal }));
  expect(thrown).toBe(reason);
  expect(provider).not.toHaveBeenCalled();
  expect(seen).toEqual([]);
});

test.each([
  ["the answer", silent],
  ["its end", stalled],
])(
  "an abort while waiting for %s rejects with its reason and closes the connection",
  async (_, answer) => {
    const closed = vi.fn();
    const controller = new AbortController();
    const { endpoint } = await serveMe((response, request) => {
      response.on("close", closed);
      answer(response, request);
      setTimeout(() => controller.abort("enough"), 10);
    });
    const { signal } = controller;
    expect((await thrownBy(fetchScimMe({ endpoint, tokenProvider, signal }))).thrown).toBe(
      "enough",
    );
    await expect.poll(() => closed).toHaveBeenCalled();
  },
);

test("an abort while a 401 is still being told asks for no other token", async () => {
  const controller = new AbortController();
  const { endpoint } = await serveMe((response) => {
    response.writeHead(401).write('{"detail": ');
    setTimeout(() => controller.abort("signed out"), 100);
  });
  const asked: string[] = [];
  const provider: TokenProvider = ({ reason }) => {
    asked.push(reason);
    return "a-good-token";
  };
  const { signal } = controller;
  await thrownBy(fetchScimMe({ endpoint, tokenProvider: provider, signal }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toEqual(["initial"]);
});

test("an abort while the provider thinks ends its signal, which is not the caller's own", async () => {
  const controller = new AbortController();
  let given: AbortSignal | undefined;
  const pending = thrownBy(
    fetchScimMe({
      endpoint: "https://scim.example.com/Me",
      tokenProvider: ({ signal }) => {
        given = signal;
        return new Promise<Token>(() => {});
      },
      signal: controller.signal,
    }),
  );
  expect(given).not.toBe(controller.signal);
  expect(given?.aborted).toBe(false);
  const reason = new Error("left the page");
  controller.abort(reason);
  expect((await pending).thrown).toBe(reason);
  expect(given?.aborted).toBe(true);
});

test("an abort without a reason rejects with the platform's AbortError", async () => {
  const { endpoint } = await serveMe(silent);
  const controller = new AbortController();
  const pending = thrownBy(
    fetchScimMe({ endpoint, tokenProvider, signal: controller.signal, timeoutMs: 5000 }),
  );
  controller.abort();
  const { thrown } = await pending;
  expect(thrown).toBe(controller.signal.reason);
  expect(thrown).toMatchObject({ name: "AbortError" });
});

test("a finished request leaves nothing on a signal that lives longer", async () => {
  const { endpoint } = await serveMe(whoIs());
  const { signal } = new AbortController();
  await fetchScimMe({ endpoint, tokenProvider, signal });
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("a server that is not there is network, and the message says what cannot be told apart", async () => {
  const { endpoint } = await serveMe((response) => response.destroy());
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider }));
  expect(error.reason).toBe("network");
  expect(error.message).toMatch(/offline.*DNS.*CORS/i);
  expect(error.cause).toBeInstanceOf(Error);
  expect(error).not.toHaveProperty("status");
});

test("a connection that is cut in the middle of a User is network", async () => {
  const { endpoint } = await serveMe((response) => {
    response.writeHead(200, { "Content-Length": "1000" });
    response.write('{"userName": "kim"}', () => response.destroy());
  });
  expect((await errorOf(fetchScimMe({ endpoint, tokenProvider }))).reason).toBe("network");
});

test.each([
  [403, "forbidden"],
  [503, "unavailable"],
])("the status decides where the body of a %d is cut", async (status, reason) => {
  const { endpoint } = await serveMe((response) => {
    response.writeHead(status, { "Content-Length": "1000", "Retry-After": "2" });
    response.write('{"detail": "half', () => response.destroy());
  });
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider }));
  expect(error).toMatchObject({ reason, status, retryAfterMs: 2000 });
});

test.each([
  [401, "unauthorized"],
  [403, "forbidden"],
  [503, "unavailable"],
])("the status decides where the body of a %d never ends", async (status, reason) => {
  const closed = vi.fn();
  const { endpoint, seen } = await serveMe((response) => {
    response.on("close", closed).writeHead(status).write('{"detail": "half');
  });
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider }));
  expect(error).toMatchObject({ reason, status });
  expect(seen).toHaveLength(1);
  await expect.poll(() => closed).toHaveBeenCalled();
});
