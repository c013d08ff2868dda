import { afterEach, expect, test, vi } from "vitest";
import { type TokenRequest, withTokenExchange } from "../../../src/server/index.js";
import { gives, serveExchange } from "./serveExchange.js";

afterEach(() => void vi.useRealTimers());

const { signal } = new AbortController();
const initial: TokenRequest = { reason: "initial", signal };
const rejected = (rejectedToken: string): TokenRequest => ({
  reason: "rejected",
  rejectedToken,
  signal,
});

test.each([
  [300, 269_000, 271_000],
  ["3600", 3_569_000, 3_571_000],
  [10, 8_500, 9_500],
])("a token for %j s is kept until shortly before it expires", async (expires_in, kept, over) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { tokenEndpoint, subjects } = await serveExchange(({ times }) =>
    gives(`t${times}`, expires_in),
  );
  const provider = withTokenExchange(() => "kim", { tokenEndpoint, clientId: "web" });
  const began = Date.now();
  expect(await provider(initial)).toBe("t1");
  vi.setSystemTime(began + kept);
  expect(await provider(initial)).toBe("t1");
  vi.setSystemTime(began + over);
  expect(await provider(initial)).toBe("t2");
  expect(subjects).toHaveLength(2);
});

test.each([null, 0, -5, "soon", {}])(
  "a token that expires in %j is used once",
  async (expires_in) => {
    const { tokenEndpoint } = await serveExchange(({ times }) => gives(`t${times}`, expires_in));
    const provider = withTokenExchange(() => "kim", { tokenEndpoint, clientId: "web" });
    expect([await provider(initial), await provider(initial)]).toEqual(["t1", "t2"]);
  },
);

test("a token's time runs from the request for it, not from its answer", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const began = Date.now();
  const { tokenEndpoint } = await serveExchange(({ times }) => {
    vi.setSystemTime(began + 100_000);
    return gives(`t${times}`, 300);
  });
  const provider = withTokenExchange(() => "kim", { tokenEndpoint, clientId: "web" });
  expect(await provider(initial)).toBe("t1");
  vi.setSystemTime(began + 271_000);
  expect(await provider(initial)).toBe("t2");
});

test("all who ask with one token share one exchange, which outlives whoever began it", async () => {
  const { tokenEndpoint, subjects } = await serveExchange();
  const provider = withTokenExchange(() => "kim", { tokenEndpoint, clientId: "web" });
  const controller = new AbortController();
  const first = provider({ ...initial, signal: controller.signal });
  const all = Array.from({ length: 99 }, () => provider(initial));
  controller.abort();
  expect(new Set(await Promise.all([first, ...all]))).toEqual(new Set(["kim-elsewhere-1"]));
  expect(subjects).toEqual(["kim"]);
});

test("each target has tokens of its own", async () => {
  const { tokenEndpoint, seen } = await serveExchange(({ times }) => gives(`t${times}`));
  const client = { tokenEndpoint, clientId: "web" };
  const one = withTokenExchange(() => "kim", { ...client, audience: "one" });
  const two = withTokenExchange(() => "kim", { ...client, audience: "two" });
  expect([await one(initial), await two(initial), await one(initial)]).toEqual(["t1", "t2", "t1"]);
  expect(seen).toHaveLength(2);
});

test("a thousand tokens are kept, and the one that was not used for longest goes first", async () => {
  const answer = vi.fn<typeof fetch>(async (_, init) => {
    const subject = new URLSearchParams(String(init?.body)).get("subject_token");
    return Response.json({ access_token: `${subject}-elsewhere`, expires_in: 300 });
  });
  let subject = "";
  const provider = withTokenExchange(() => subject, {
    ...{ tokenEndpoint: "https://login.example.com/token", clientId: "web", fetch: answer },
  });
  const exchanges = async (name: string) => {
    const before = answer.mock.calls.length;
    subject = name;
    expect(await provider(initial)).toBe(`${name}-elsewhere`);
    return answer.mock.calls.length - before;
  };
  for (let index = 0; index < 1000; index++) expect(await exchanges(`p${index}`)).toBe(1);
  expect(await exchanges("p0")).toBe(0);
  expect(await exchanges("one-more")).toBe(1);
  expect(await exchanges("p0")).toBe(0);
  expect(await exchanges("p2")).toBe(0);
  expect(await exchanges("p1")).toBe(1);
});

test("a refused result is exchanged anew, once for all whom it was refused", async () => {
  const { tokenEndpoint, subjects } = await serveExchange();
  const inner = vi.fn(() => "kim");
  const provider = withTokenExchange(inner, { tokenEndpoint, clientId: "web" });
  const old = await provider(initial);
  const renewed = await Promise.all(Array.from({ length: 20 }, () => provider(rejected(`${old}`))));
  expect(new Set(renewed)).toEqual(new Set(["kim-elsewhere-2"]));
  expect(await provider(initial)).toBe("kim-elsewhere-2");
  expect(await provider(rejected(`${old}`))).toBe("kim-elsewhere-2");
  expect(subjects).toEqual(["kim", "kim"]);
  for (const [asked] of inner.mock.calls as unknown as [TokenRequest][]) {
    expect(asked.reason).toBe("initial");
    expect(asked).not.toHaveProperty("rejectedToken");
  }
});

test("a failed exchange is not kept", async () => {
  const { tokenEndpoint } = await serveExchange(({ times }) =>
    times === 1 ? [503, {}] : gives("at-last"),
  );
  const provider = withTokenExchange(() => "kim", { tokenEndpoint, clientId: "web" });
  await expect(provider(initial)).rejects.toThrow("503");
  expect(await provider(initial)).toBe("at-last");
});
