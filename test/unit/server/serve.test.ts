import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import express from "express";
import { expect, onTestFinished, test, vi } from "vitest";
import { fetchScimMe } from "../../../src/scim/fetchScimMe.js";
import { sessionCookie } from "../../../src/scim/sessionCookie.js";
import type { ServerTokenProvider } from "../../../src/server/index.js";
import { type Answer, whoIs } from "../scim/serveMe.js";
import { change, serveHandlers } from "./callMe.js";
import { serve } from "./serve.js";

/** An Express app as docs/server.md has it, on loopback. */
async function serveApp(answer: Answer, tokenProvider: ServerTokenProvider = () => "kim") {
  const { GET, PATCH } = await serveHandlers(answer, { tokenProvider });
  const app = express().get("/api/me", serve(GET)).patch("/api/me", serve(PATCH));
  return `${await listen(app)}/api/me`;
}

async function listen(app: RequestListener) {
  const server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("the adapter in the guide is the one that is tested here", () => {
  const guide = readFileSync(join(import.meta.dirname, "../../../docs/server.md"), "utf8");
  expect(guide).toContain(readFileSync(join(import.meta.dirname, "serve.ts"), "utf8"));
});

test("Express reads the person, with every cookie by itself", async () => {
  const endpoint = await serveApp(whoIs("express-old"), ({ reason, responseHeaders }) => {
    if (reason === "initial") return "express-old";
    responseHeaders.append("Set-Cookie", "session=2; HttpOnly");
    responseHeaders.append("Set-Cookie", "seen=Sat, 21 Nov 2026");
    return "kim";
  });
  const cookies: string[] = [];
  const me = await fetchScimMe({
    ...{ endpoint, tokenProvider: sessionCookie, attributes: ["userName"] },
    fetch: async (...sent) => {
      const answer = await fetch(...sent);
      cookies.push(...answer.headers.getSetCookie());
      return answer;
    },
  });
  expect(me.userName).toBe("owner-of-kim");
  expect(cookies).toEqual(["session=2; HttpOnly", "seen=Sat, 21 Nov 2026"]);
});

test("Express answers HEAD as it would GET", async () => {
  const answer = await fetch(await serveApp(whoIs()), { method: "HEAD" });
  expect([answer.status, await answer.text()]).toEqual([200, ""]);
});

test("Express takes a change of its own origin only", async () => {
  const endpoint = await serveApp(whoIs());
  const patch = async (Origin: string) => {
    const headers = { Origin, "Content-Type": "application/json" };
    const body = await change().text();
    return (await fetch(endpoint, { method: "PATCH", headers, body })).status;
  };
  expect(await patch(new URL(endpoint).origin)).toBe(200);
  expect(await patch("https://evil.example")).toBe(403);
});

test("a browser that leaves ends the provider's request too", async () => {
  const closed = vi.fn();
  const controller = new AbortController();
  const endpoint = await serveApp((response) => {
    response.on("close", closed);
    controller.abort();
  });
  await expect(fetch(endpoint, { signal: controller.signal })).rejects.toThrow();
  await expect.poll(() => closed).toHaveBeenCalled();
});

/** What Node's own server answers with the adapter alone. */
async function ask(handler: (request: Request) => Promise<Response>, asked = {}) {
  const sent = request(await listen(serve(handler)), asked).end();
  const [answer] = await once(sent, "response");
  return [answer.statusCode, await text(answer)];
}

test.each([
  ["a method that none has", { method: "TRACE" }],
  ["an address that is none", { path: "//[" }],
])("%s is a 400, which no handler sees", async (_, asked) => {
  const handler = vi.fn();
  expect(await ask(handler, asked)).toEqual([400, ""]);
  expect(handler).not.toHaveBeenCalled();
});

test("what a handler throws is a 500, which says nothing of it", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const problem = new Error("hidden");
  expect(await ask(() => Promise.reject(problem))).toEqual([500, ""]);
  expect(log).toHaveBeenCalledExactlyOnceWith(problem);
  log.mockRestore();
});
