import { dehydrate, QueryClient } from "@tanstack/react-query";
import { createElement, version as reactVersion } from "react";
import { renderToString } from "react-dom/server";
import { expect } from "vitest";
import { scimMeQueryOptions } from "../../src/index.js";
import { fault, untilState } from "./fault.ts";
import { App } from "./page/App.tsx";
import { inTurn } from "./serveFaults.ts";

for (const [react, version] of [
  [19, reactVersion],
  [18, "18.2.0"],
] as const) {
  // React 18's development build tells the window of what a boundary catches, too.
  const reports = react === 18 ? /answered 403/ : undefined;
  const options = { where: `Chromium, React ${version}`, ...(reports && { reports }) };

  fault(
    "StrictMode mounts everything twice",
    async ({ open, server }) => {
      const page = await open({ react, strict: true });
      await page.getByText("the protected page").waitFor();
      expect(await page.evaluate(() => window.app.reactVersion)).toBe(version);
      expect(await page.evaluate(() => window.app.asked)).toEqual(["initial"]);
      expect(server.preflights).toHaveLength(1);
      return { requests: "200", state: "loading → ready" };
    },
    options,
  );

  fault(
    "Suspense: 403 reaches the error boundary, which tries again",
    async ({ open, server }) => {
      server.answer = inTurn(403);
      const page = await open({ react, strict: true, suspense: true });
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByText("Alice").waitFor();
      return { requests: "403, 200", state: "suspended → boundary: forbidden → suspended → ready" };
    },
    options,
  );

  fault(
    "Suspense: 503 is retried behind the fallback",
    async ({ open, server }) => {
      server.answer = inTurn(503, 503);
      const page = await open({ react, suspense: true });
      await untilState(page, "ready");
      return { requests: "503 ×2, 200", state: "suspended → ready" };
    },
    options,
  );
}

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
