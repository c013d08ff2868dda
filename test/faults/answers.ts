import { expect } from "vitest";
import { fault, until, untilState } from "./fault.ts";
import { always, inTurn, send, whoIs } from "./serveFaults.ts";

fault("503 twice, then the person", async ({ open, server }) => {
  server.answer = inTurn(503, 503);
  const page = await open();
  await untilState(page, "ready");
  return { requests: "503 ×2, 200", state: "loading → ready" };
});

fault("503 for longer than the retries", async ({ open, server }) => {
  server.answer = inTurn(503, 503, 503, 503);
  const page = await open();
  await untilState(page, "unavailable");
  await page.getByRole("button", { name: "Try again" }).last().click();
  await untilState(page, "ready");
  return { requests: "503 ×4, 200", state: "loading → unavailable → ready" };
});

fault("A server that flaps while a person is shown", async ({ open, server }) => {
  server.answer = inTurn(200, 503, 429, 503, 500, 200);
  const page = await open();
  await untilState(page, "ready");
  await page.evaluate(() => window.app.refetch());
  await until(page, () => server.seen.length === 5);
  await page.evaluate(() => window.app.refetch());
  await until(page, () => server.seen.length === 6);
  return { requests: "200, 503, 429, 503, 500, 200", state: "loading → ready" };
});

const readable = { "Access-Control-Expose-Headers": "Retry-After" };

fault("429 with `Retry-After: 3`, which the page may read", async ({ open, server }) => {
  server.answer = (response, request, number) =>
    number > 1
      ? whoIs(response, request, number)
      : send(response, 429, {}, { ...readable, "Retry-After": "3" });
  const page = await open();
  await expect.poll(() => server.seen[0]?.outcome).toBe("429");
  // Its own back-off would be over after one second.
  await page.clock.runFor(1_800);
  expect(server.seen).toHaveLength(1);
  await untilState(page, "ready");
  return { requests: "429, 200", state: "loading → ready" };
});

fault(
  "429 with a `Retry-After` that the server hides from other origins",
  async ({ open, server }) => {
    server.answer = (response, request, number) =>
      number > 1
        ? whoIs(response, request, number)
        : send(response, 429, {}, { "Retry-After": "3600" });
    const page = await open();
    await untilState(page, "ready");
    return { requests: "429, 200", state: "loading → ready" };
  },
);

for (const [seconds, asked] of [
  ["90", "90 seconds"],
  ["99999999", "24 hours"],
] as const) {
  fault(`429 with \`Retry-After: ${seconds}\``, async ({ open, server }) => {
    server.answer = always(429, { ...readable, "Retry-After": seconds });
    const page = await open();
    await page.getByText(`asks to wait ${asked}`).last().waitFor();
    await page.clock.runFor(20_000);
    return { requests: "429", state: "loading → unavailable" };
  });
}

fault("A login page in HTML, with status 200", async ({ open, server }) => {
  server.answer = (response) =>
    void response.setHeader("Content-Type", "text/html").end("<!doctype html><h1>Log in");
  const page = await open();
  await untilState(page, "unavailable");
  expect(await page.locator("body").innerText()).not.toContain("Log in");
  return { requests: "200", state: "loading → unavailable" };
});

fault("An expired token that can be renewed", async ({ open, server }) => {
  server.answer = (response, request, number) =>
    request.token === "renewed-for-bob" ? whoIs(response, request, number) : send(response, 401);
  const page = await open({ renewed: "renewed-for-bob" });
  await page.getByText("the protected page").waitFor();
  expect(await page.evaluate(() => window.app.asked)).toEqual(["initial", "rejected"]);
  return { requests: "401, 200", state: "loading → ready" };
});

fault("A session that is revoked while the person is shown", async ({ open, server }) => {
  server.answer = inTurn(200, 401);
  const page = await open();
  await page.getByText("the protected page").waitFor();
  await page.evaluate(() => window.app.refetch());
  await page.getByText("the protected page").waitFor({ state: "detached" });
  await expect.poll(() => page.evaluate(() => window.app.signedOut)).toEqual(["unauthorized"]);
  return { requests: "200, 401", state: "loading → ready → unauthorized" };
});

for (const [status, state] of [
  [401, "unauthorized"],
  [403, "forbidden"],
  [404, "unsupported"],
  [501, "unsupported"],
] as const) {
  fault(`${status} to every request`, async ({ open, server }) => {
    server.answer = always(status);
    const page = await open();
    await untilState(page, state);
    await page.clock.runFor(20_000);
    return { requests: `${status}`, state: `loading → ${state}` };
  });
}
