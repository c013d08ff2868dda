import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { contextOptions, launchChromium } from "../browser/launchChromium.ts";
import { codeFlow } from "../identity/codeFlow.ts";
import { type Identity, startIdentity } from "../identity/startIdentity.ts";
import { serveFolder } from "./serveFolder.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
let origin: string;
let identity: Identity;

beforeAll(async () => {
  site = await serveFolder(inject("storybookFolder"), "/kit/");
  origin = new URL(site.url).origin;
  identity = await startIdentity({ allowedOrigins: [origin], redirectUris: [site.url] });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await identity.close();
  site.close();
});

async function accessToken(more?: Record<string, string>): Promise<string> {
  return (await codeFlow(identity, site.url).signIn("sam", more)).access_token;
}

/** The page, by its docs entry unless told otherwise, and everything it logs and asks for. */
async function open(host = origin, entry = "docs&viewMode=docs") {
  const context = await browser.newContext(contextOptions);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const logged: string[] = [];
  const asked: { method: string; url: string }[] = [];
  page.on("console", (message) => logged.push(message.text()));
  page.on("request", (request) => {
    const [method, url] = [request.method(), request.url()];
    if (!url.startsWith(host)) asked.push({ method, url });
  });
  await page.goto(`${host}/kit/iframe.html?id=guides-connect-your-provider--${entry}`);
  return { page, logged, asked };
}

async function ask(page: Page, token: string, endpoint = identity.meEndpoint) {
  await page.getByLabel("URL of the Me resource").fill(endpoint);
  await page.getByLabel("Access token").fill(token);
  await page.getByRole("button", { name: "Ask the provider" }).click();
}

const finding = (page: Page, check: string) =>
  page.getByRole("listitem").filter({ has: page.getByText(check, { exact: true }) });

/** Where a page could keep a token: its storage, its address, and its elements as they are written. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const stored = { ...localStorage, ...sessionStorage };
    const rest = [location.href, document.cookie, document.documentElement.outerHTML];
    return JSON.stringify([stored, databases, await caches.keys(), history.state, rest]);
  });
}

test("A real server is asked once, past the mocks, and its answer is shown in every form", async () => {
  const { page, asked, logged } = await open();
  const token = await accessToken();
  const before = identity.requests.length;
  await ask(page, token);
  await page.getByText("The profile can be read.").waitFor();
  const card = page.locator('[data-scim="ProfileCard"]');
  expect(await card.innerText()).toContain("Sam Rivers");
  for (const name of ["The body as received", "The model that the kit reads"]) {
    expect(await page.getByRole("region", { name }).innerText()).toContain('"Sam Rivers"');
  }
  expect(await finding(page, "cors").innerText()).toContain(`lets pages of ${origin} read`);
  expect(logged, "The mocks say nothing of it").toEqual([]);
  const toMe = asked.filter(({ method }) => method === "GET");
  expect([...new Set(toMe.map(({ url }) => url))]).toEqual([identity.meEndpoint]);
  const since = identity.requests.slice(before);
  expect(since.filter(({ method, path }) => method === "GET" && path.endsWith("/Me"))).toHaveLength(
    1,
  );
});

test("A token without the scope is told which one to ask for", async () => {
  const { page } = await open();
  await ask(page, await accessToken({ scope: "openid" }));
  await page.getByText("The profile cannot be read: look at scope.").waitFor();
  expect(await finding(page, "scope").innerText()).toContain("Add internal_login to the scopes");
  expect(await page.getByRole("listitem").last().innerText()).toMatch(
    /Skipped\s+resource, .*values/,
  );
});

test("An origin that the server does not allow is named, and the token stays at home", async () => {
  const other = origin.replace("127.0.0.1", "localhost");
  const { page, asked } = await open(other);
  const token = await accessToken();
  await ask(page, token);
  await page.getByText("The profile cannot be read: look at cors.").waitFor();
  const words = await finding(page, "cors").innerText();
  expect(words).toContain(`add ${other} to the application's Allowed origins`);
  expect(await finding(page, "reachable").innerText()).toContain("answers");
  const gets = identity.requests.filter(({ path }) => path.endsWith("/Me")).slice(-2);
  expect(gets.map(({ method, status }) => `${method} ${status}`)).toEqual([
    "OPTIONS 204",
    "GET 401",
  ]);
  expect(
    asked.filter(({ url }) => new URL(url).origin !== new URL(identity.meEndpoint).origin),
  ).toEqual([]);
});

test("A server that is stopped is not mistaken for one without CORS", async () => {
  const token = await accessToken();
  await identity.stopScim();
  onTestFinished(() => identity.startScim());
  const { page } = await open();
  await ask(page, token);
  await page.getByText("The profile cannot be read: look at reachable.").waitFor();
  expect(await finding(page, "reachable").innerText()).toContain("A browser does not say why");
});

test("Neither the token nor the person is kept anywhere, and Forget and leaving clear the rest", async () => {
  const { page, logged, asked } = await open(origin, "blank&viewMode=story");
  const token = await accessToken();
  await ask(page, token);
  await page.getByText("The profile can be read.").waitFor();
  expect(await kept(page)).not.toContain(token);
  for (const { url } of asked) expect(url).not.toContain(token);
  await page.getByRole("button", { name: "Forget" }).click();
  expect(await page.getByLabel("Access token").inputValue()).toBe("");
  expect(await kept(page)).not.toMatch(/Sam|sam@|Rivers/);

  await ask(page, token);
  await page.getByText("The profile can be read.").waitFor();
  const input = await page.getByLabel("Access token").elementHandle();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  expect(await input?.inputValue()).toBe("");
  expect(await kept(page)).not.toMatch(/Sam|sam@|Rivers/);
  expect(logged.join("\n")).not.toContain(token);
});

test("Another story on the same page finds nothing of the token", async () => {
  const context = await browser.newContext(contextOptions);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site.url}?path=/story/guides-connect-your-provider--blank`);
  const story = page.frameLocator("#storybook-preview-iframe");
  const token = await accessToken();
  await story.getByLabel("URL of the Me resource").fill(identity.meEndpoint);
  await story.getByLabel("Access token").fill(token);
  const input = await story.getByLabel("Access token").elementHandle();
  await story.getByRole("button", { name: "Ask the provider" }).click();
  await story.getByText("The profile can be read.").waitFor();
  await page.getByRole("link", { name: "Connected" }).click();
  await story.getByText("Barbara Jensen").first().waitFor();
  expect(await input?.evaluate((element) => (element as HTMLInputElement).value)).toBe("");
  expect(await kept(page)).not.toContain(token);
  for (const frame of page.frames()) {
    expect(await frame.content()).not.toMatch(/Sam Rivers|sam@/);
    expect(await frame.content()).not.toContain(token);
  }
});
