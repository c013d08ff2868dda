import type { Page } from "playwright";
import { expect } from "vitest";
import { fault, momentsOf, until, untilState } from "./fault.ts";
import { inTurn, whoIs } from "./serveFaults.ts";

const secret = "the protected page";

/** What a browser does when another tab, or another window, is in front. */
async function show(page: Page, state: "hidden" | "visible"): Promise<void> {
  await page.evaluate((visibilityState) => {
    Object.defineProperty(document, "visibilityState", {
      value: visibilityState,
      configurable: true,
    });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);
}

fault("A sign-out in another tab", async ({ open }) => {
  const [page, other] = [await open(), await open()];
  for (const tab of [page, other]) await tab.getByText(secret).waitFor();
  await other.getByRole("button", { name: "Sign out" }).click();
  await page.getByText(secret).waitFor({ state: "detached" });
  await expect.poll(() => page.evaluate(() => window.app.signedOut)).toEqual(["missing-token"]);
  expect(await other.evaluate(() => window.app.signedOut)).toEqual([]);
  return { requests: "200 ×2", state: "loading → ready → missing-token" };
});

fault("Another person signs in, in another tab", async ({ open }) => {
  const config = { subject: "alice" };
  const [page, other] = [await open(config), await open(config)];
  for (const tab of [page, other]) await tab.getByText(secret).waitFor();
  await other.evaluate(() => window.app.become("bob"));
  await other.getByText("Bob").waitFor();
  await page.getByText(secret).waitFor({ state: "detached" });
  await expect.poll(() => page.evaluate(() => window.app.signedOut)).toEqual(["missing-token"]);
  const moments = await momentsOf(other);
  const since = moments.findIndex(({ text }) => text.includes("Bob"));
  for (const { text } of moments.slice(since)) expect(text).not.toContain("Alice");
  return { requests: "200 ×3", state: "loading → ready → missing-token" };
});

fault("Another person signs in while an answer is under way", async ({ open, server }) => {
  server.answer = (...request) => request[2] > 1 && whoIs(...request);
  const page = await open({ subject: "alice" });
  await expect.poll(() => server.seen.length).toBe(1);
  await page.evaluate(() => window.app.become("bob"));
  await page.getByText("Bob").waitFor();
  await expect.poll(() => server.seen[0]?.outcome).toBe("closed");
  expect(JSON.stringify(await momentsOf(page))).not.toContain("Alice");
  return { requests: "closed, 200", state: "loading → ready" };
});

fault("503 while the tab is in the background", async ({ open, server }) => {
  server.answer = inTurn(200, 503);
  const page = await open();
  await untilState(page, "ready");
  await show(page, "hidden");
  await page.evaluate(() => window.app.refetch());
  await until(page, () => server.seen[1]?.outcome === "503");
  await page.clock.runFor(20_000);
  expect(server.seen).toHaveLength(2);
  await show(page, "visible");
  await until(page, () => server.seen.length === 3);
  return { requests: "200, 503, 200", state: "loading → ready" };
});

fault("An hour in the background", async ({ open, server }) => {
  const page = await open();
  await untilState(page, "ready");
  await show(page, "hidden");
  await page.clock.fastForward(3_600_000);
  expect(server.seen).toHaveLength(1);
  await show(page, "visible");
  await until(page, () => server.seen.length === 2);
  return { requests: "200 ×2", state: "loading → ready" };
});

fault(
  "The browser freezes the tab while it waits for an answer",
  async ({ open, server, context }) => {
    let answer = () => {};
    server.answer = (...request) => {
      answer = () => whoIs(...request);
    };
    const page = await open();
    const browser = await context.newCDPSession(page);
    await expect.poll(() => server.seen.length).toBe(1);
    await browser.send("Page.setWebLifecycleState", { state: "frozen" });
    answer();
    await expect.poll(() => server.seen[0]?.outcome).toBe("200");
    await browser.send("Page.setWebLifecycleState", { state: "active" });
    await page.getByText(secret).waitFor();
    return { requests: "200", state: "loading → ready" };
  },
);
