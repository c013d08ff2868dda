import { expect } from "vitest";
import { fault, until, untilState } from "./fault.ts";
import { serveFaults, silent, whoIs } from "./serveFaults.ts";

const retry = { name: "Try again" };
/** Longer than a server takes that answers, also where much else is going on. */
const timeoutMs = 3_000;

fault("No network when the page opens, and back", async ({ open, context }) => {
  const page = await open({ waits: true });
  await context.setOffline(true);
  await page.evaluate(() => window.app.mount());
  await untilState(page, "unavailable");
  expect(await page.evaluate(() => window.app.signedOut)).toEqual([]);
  await context.setOffline(false);
  await untilState(page, "ready");
  return { requests: "200", state: "loading → unavailable → ready" };
});

fault(
  "The network goes while a person is shown, and comes back",
  async ({ open, context, server }) => {
    const page = await open();
    await untilState(page, "ready");
    await context.setOffline(true);
    await page.evaluate(() => window.app.refetch());
    await until(page, async () => !(await page.evaluate(() => window.app.isFetching())));
    await context.setOffline(false);
    await until(page, () => server.seen.length === 2);
    return { requests: "200 ×2", state: "loading → ready" };
  },
);

fault("A slow answer, within the limit", async ({ open, server }) => {
  server.answer = (...request) => setTimeout(() => whoIs(...request), 700);
  const page = await open();
  await page.getByText("the protected page").waitFor();
  return { requests: "200", state: "loading → ready" };
});

fault("No answer within the limit, four times", async ({ open, server }) => {
  server.answer = silent;
  const page = await open({ timeoutMs });
  await untilState(page, "unavailable");
  server.answer = whoIs;
  await page.getByRole("button", retry).last().click();
  await untilState(page, "ready");
  return { requests: "closed ×4, 200", state: "loading → unavailable → ready" };
});

fault("An answer that begins and does not end", async ({ open, server }) => {
  server.answer = (response, request, number) => {
    if (number > 1) return whoIs(response, request, number);
    response.writeHead(200, { "Content-Type": "application/scim+json" }).write('{"userName": ');
  };
  const page = await open({ timeoutMs });
  await untilState(page, "ready");
  return { requests: "closed, 200", state: "loading → ready" };
});

fault("A connection that is cut in the middle of an answer", async ({ open, server }) => {
  server.answer = (response, request, number) => {
    if (number > 1) return whoIs(response, request, number);
    request.outcome = "cut";
    response.writeHead(200, { "Content-Length": "1000" });
    response.write('{"userName": ', () => response.destroy());
  };
  const page = await open();
  await untilState(page, "ready");
  return { requests: "cut, 200", state: "loading → ready" };
});

fault("The page lets go while it waits for an answer", async ({ open, server }) => {
  server.answer = silent;
  const page = await open();
  await expect.poll(() => server.seen.length).toBe(1);
  await page.evaluate(() => window.app.unmount());
  await expect.poll(() => server.seen[0]?.outcome).toBe("closed");
  server.answer = whoIs;
  await page.evaluate(() => window.app.mount());
  await page.getByText("the protected page").waitFor();
  return { requests: "closed, 200", state: "loading → ready" };
});

fault("The server is down when the page opens, and starts again", async ({ open, server }) => {
  await server.stop();
  const page = await open();
  await untilState(page, "unavailable");
  await server.start();
  await page.getByRole("button", retry).last().click();
  await untilState(page, "ready");
  return { requests: "200", state: "loading → unavailable → ready" };
});

fault("The server restarts while a person is shown", async ({ open, server }) => {
  const page = await open();
  await untilState(page, "ready");
  await server.stop();
  await page.evaluate(() => window.app.refetch());
  await page.clock.runFor(500);
  await server.start();
  await until(page, () => server.seen.length === 2);
  return { requests: "200 ×2", state: "loading → ready" };
});

const unreachable: [string, (origin: string) => string][] = [
  ["A host name that does not exist", () => "https://scim.invalid/scim2/Me"],
  ["A server that does not speak TLS", (origin) => `${origin.replace("http:", "https:")}/scim2/Me`],
];

for (const [name, endpoint] of unreachable) {
  fault(name, async ({ open, server }) => {
    const page = await open({ endpoint: endpoint(server.origin) });
    await untilState(page, "unavailable");
    return { requests: "none", state: "loading → unavailable" };
  });
}

fault("The server does not allow the page's origin (CORS)", async ({ open, server }) => {
  server.allowsOrigins = false;
  const page = await open();
  await untilState(page, "unavailable");
  // Without its consent not even the token is sent.
  expect(server.preflights.every(({ token }) => token === undefined)).toBe(true);
  return { requests: "none", state: "loading → unavailable" };
});

fault("A redirect to another server", async ({ open, server }) => {
  const other = await serveFaults();
  server.answer = (response) => void response.writeHead(302, { Location: other.endpoint }).end();
  const page = await open();
  await untilState(page, "unavailable");
  expect([...other.seen, ...other.preflights]).toEqual([]);
  expect(await page.getByRole("button", retry).count()).toBe(0);
  await other.stop();
  return { requests: "302", state: "loading → unavailable" };
});
