import { dehydrate, QueryClient } from "@tanstack/react-query";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect } from "vitest";
import { scimMeQueryOptions } from "../../src/index.js";
import { fault, untilState } from "./fault.ts";
import { App } from "./page/App.tsx";
import { inTurn } from "./serveFaults.ts";

fault("StrictMode mounts everything twice", async ({ open, server }) => {
  const page = await open({ strict: true });
  await page.getByText("the protected page").waitFor();
  expect(await page.evaluate(() => window.app.asked)).toEqual(["initial"]);
  expect(server.preflights).toHaveLength(1);
  return { requests: "200", state: "loading → ready" };
});

fault("Suspense: 403 reaches the error boundary, which tries again", async ({ open, server }) => {
  server.answer = inTurn(403);
  const page = await open({ strict: true, suspense: true });
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Alice").waitFor();
  return { requests: "403, 200", state: "suspended → boundary: forbidden → suspended → ready" };
});

fault("Suspense: 503 is retried behind the fallback", async ({ open, server }) => {
  server.answer = inTurn(503, 503);
  const page = await open({ suspense: true });
  await untilState(page, "ready");
  return { requests: "503 ×2, 200", state: "suspended → ready" };
});

fault(
  "Hydration of a server's page, in another language and time zone",
  async ({ open, pages, server }) => {
    const { endpoint } = server;
    const tokenProvider = () => "token-of-alice";
    const client = new QueryClient();
    await client.prefetchQuery(scimMeQueryOptions({ endpoint, tokenProvider }));
    const dehydrated = dehydrate(client);
    pages.render = () => {
      const props = { client: new QueryClient(), dehydrated, endpoint, tokenProvider };
      const actions = { onSignOut: () => {}, onSignedOut: () => {} };
      const html = renderToString(createElement(App, { ...props, ...actions }));
      return `<div id=root>${html}</div><script>dehydrated = ${JSON.stringify(dehydrated)}</script>`;
    };
    const page = await open({ hydrates: true });
    await page.getByText("the protected page").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => window.app.complaints)).toEqual([]);
    expect(await page.content()).not.toContain("token-of-alice");
    client.clear();
    return { requests: "200", state: "ready" };
  },
  { context: { timezoneId: "Pacific/Kiritimati", locale: "ar-EG" }, where: "Node and Chromium" },
);
