import { expect } from "vitest";
import { fault, untilState } from "./fault.ts";
import { send } from "./serveFaults.ts";

fault("A cookie of the server's, and a page with a secret in its address", async (trial) => {
  const { server, context, open } = trial;
  await context.addCookies([{ name: "session", value: "of-the-server", url: server.origin }]);
  const page = await open({ renewed: "in-the-address" });
  await untilState(page, "ready");
  const { headers } = server.seen[0] ?? { headers: {} };
  expect(headers).toMatchObject({
    authorization: "Bearer token-of-alice",
    accept: "application/scim+json, application/json",
  });
  for (const name of ["cookie", "referer", "content-type"])
    expect(headers).not.toHaveProperty(name);
  expect(JSON.stringify(headers)).not.toContain("in-the-address");
  expect(server.preflights[0]).toMatchObject({ token: undefined });
  return { requests: "200", state: "loading → ready" };
});

fault("The app's own server holds the token", async ({ server, pages, context, open }) => {
  pages.api = server.handle;
  server.answer = (response) => send(response, 200, { userName: "carol", displayName: "Carol" });
  await context.addCookies([{ name: "session", value: "carol", url: pages.origin }]);
  const page = await open({ sessionCookie: true, endpoint: "/api/me" });
  await untilState(page, "ready");
  expect(server.seen[0]?.headers.cookie).toBe("session=carol");
  expect(server.seen[0]?.headers).not.toHaveProperty("authorization");
  return { requests: "200", state: "loading → ready" };
});

fault("A login wall before the app's own server", async ({ server, pages, open }) => {
  pages.api = server.handle;
  server.answer = (response) => void response.writeHead(302, { Location: "/login" }).end();
  const page = await open({ sessionCookie: true, endpoint: "/api/me" });
  await untilState(page, "unauthorized");
  return { requests: "302", state: "loading → unauthorized" };
});
