import { expect, test, vi } from "vitest";
import { fetchScimMe } from "../../../src/scim/fetchScimMe.js";
import { errorOf } from "./outcome.js";
import { serveMe } from "./serveMe.js";

const tokenProvider = () => "a-good-token";
const MiB = 1024 * 1024;

async function read(body: string | Buffer, headers = {}, status = 200) {
  const { endpoint } = await serveMe((response) => {
    response.writeHead(status, headers);
    response.end(body);
  });
  return fetchScimMe({ endpoint, tokenProvider });
}

test.each([
  "application/json",
  "application/json;charset=UTF-8",
  "text/json",
  "text/html; charset=utf-8",
  "application/octet-stream",
])("JSON under %s is read", async (type) => {
  expect((await read('{"userName": "kim"}', { "Content-Type": type })).userName).toBe("kim");
});

test.each<[string, string]>([
  ["a page under 200", "<!doctype html><title>Sign in</title>"],
  ["an empty answer", ""],
  ["plain text", "OK"],
  ["half a User", '{"userName": "ki'],
  ["null", "null"],
  ["a number", "7"],
  ["a text", '"kim"'],
  ["a list of Users", '[{"userName": "kim"}]'],
  ["an empty object", "{}"],
])("%s is malformed", async (_, body) => {
  const error = await errorOf(read(body));
  expect(error.reason).toBe("malformed");
  expect(error.message).not.toMatch(/kim|Sign in/);
});

test("204 is malformed, because nobody is in it", async () => {
  expect((await errorOf(read("", {}, 204))).reason).toBe("malformed");
});

test("a byte order mark is no part of JSON", async () => {
  const body = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{"userName": "kim"}')]);
  expect((await read(body)).userName).toBe("kim");
});

test("letters that two packets share are whole", async () => {
  const bytes = Buffer.from('{"userName": "Žaneta 佐藤 👩🏽‍🚀"}');
  const { endpoint } = await serveMe(async (response) => {
    for (const byte of bytes) {
      response.write(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    response.end();
  });
  expect((await fetchScimMe({ endpoint, tokenProvider })).userName).toBe("Žaneta 佐藤 👩🏽‍🚀");
});

test("five MiB are read, and one byte more is malformed", async () => {
  const user = (bytes: number) => {
    const [head, tail] = ['{"userName": "kim", "note": "', '"}'];
    return head + "x".repeat(bytes - head.length - tail.length) + tail;
  };
  expect((await read(user(5 * MiB))).userName).toBe("kim");
  const error = await errorOf(read(user(5 * MiB + 1)));
  expect(error.reason).toBe("malformed");
  expect(error.message).toContain("5 MiB");
});

test("an endless answer is given up at five MiB, and its connection is closed", async () => {
  let sent = 0;
  const closed = vi.fn();
  const { endpoint } = await serveMe((response) => {
    const chunk = Buffer.alloc(MiB / 4, " ");
    const pour = () => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      sent += chunk.length;
    };
    response.on("close", closed);
    response.on("drain", pour);
    pour();
  });
  const error = await errorOf(fetchScimMe({ endpoint, tokenProvider }));
  expect(error.reason).toBe("malformed");
  expect(sent).toBeLessThan(100 * MiB);
  await expect.poll(() => closed).toHaveBeenCalled();
});

test("an error of any size is decided by its status", async () => {
  const error = await errorOf(read(`{"detail": "${"x".repeat(6 * MiB)}"}`, {}, 503));
  expect(error).toMatchObject({ reason: "unavailable", status: 503 });
});

test("a fetch whose answers have no stream is read as text", async () => {
  const response = Response.json({ userName: "kim" });
  const body = await response.text();
  const bare = { ok: true, status: 200, headers: response.headers, text: async () => body };
  const me = await fetchScimMe({
    endpoint: "https://scim.example.com/Me",
    tokenProvider,
    fetch: async () => bare as Response,
  });
  expect(me.userName).toBe("kim");
});
