import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchChromium } from "../browser/launchChromium.ts";
import type { Policy } from "../identity/openid.ts";
import { holdsSecret } from "./holdsSecret.ts";
import { changePolicy, newRequests, toLogin, toMe, toToken } from "./identityRequests.ts";
import type { Exchange, Line } from "./listenIn.ts";
import { openVisit, type Visit } from "./openVisit.ts";
import { type AuthjsStage, serveAuthjs } from "./serveAuthjs.ts";
import { stored } from "./stored.ts";

let stage: AuthjsStage;
let browser: Browser;

beforeAll(async () => {
  [stage, browser] = await Promise.all([serveAuthjs(), launchChromium()]);
});
afterAll(() => Promise.all([browser?.close(), stage?.close()]));

const name = (page: Page, text: string) => page.locator('[data-part="name"]', { hasText: text });
const loginForm = (page: Page) => page.getByLabel("Password");
const change = (policy: Partial<Policy>) => changePolicy(stage.identity, policy);
const requests = {
  me: () => newRequests(stage.identity, toMe),
  token: () => newRequests(stage.identity, toToken),
  login: () => newRequests(stage.identity, toLogin),
};

/** What a browser is given from now on at paths that begin so. */
function newAnswers({ exchanges }: Line, start: string): () => Exchange[] {
  const from = exchanges.length;
  return () => exchanges.slice(from).filter(({ path }) => path.startsWith(start));
}

/** A visit in which React, Next.js and the page itself have nothing to complain about. */
async function open(): Promise<Visit & { urls: string[] }> {
  const visit = await openVisit(browser);
  const complaints: string[] = [];
  const urls: string[] = [];
  visit.page.on("console", (message) => {
    // Chromium notes each 401 and 403 by itself.
    if (/Failed to load resource/.test(message.text())) return;
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  visit.context.on("request", (request) => void urls.push(request.url()));
  onTestFinished(() => expect(complaints, "A clean console").toEqual([]));
  return { ...visit, urls };
}

async function signedIn(url: string, login = "sam", shown = "Sam Rivers") {
  const visit = await open();
  await visit.page.goto(url);
  await visit.signIn(login);
  await name(visit.page, shown).waitFor();
  return visit;
}

const at = (path: string, { origin }: Line = stage.app) => `${origin}${path}`;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends requests from a page, all at the same time; resolves to their statuses. */
const burst = (page: Page, ...paths: string[]) =>
  page.evaluate((all) => Promise.all(all.map(async (path) => (await fetch(path)).status)), paths);

/** Makes the cookie say that its token ends at another time, in s from now. */
async function pretendItEnds({ context }: Visit, seconds: number): Promise<void> {
  const expires_at = Math.floor(Date.now() / 1000) + seconds;
  await stage.writeTokens(context, { ...(await stage.readTokens(context)), expires_at });
}

test("A public page asks nobody to sign in", async () => {
  const { page } = await open();
  const me = requests.me();
  const asked = newAnswers(stage.app, "/api/");
  await page.goto(at("/"));
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(page.url()).toBe(at("/"));
  expect(asked()).toEqual([]);
  expect(me()).toEqual([]);
});

test("The server page holds the profile when it arrives, and the browser asks nobody", async () => {
  const { page, picture, urls } = await signedIn(at("/server"));
  expect(page.url()).toBe(at("/server"));
  await page.waitForLoadState("networkidle");
  const me = requests.me();
  const [html, asked] = [newAnswers(stage.app, "/server"), newAnswers(stage.app, "/api/")];
  await page.reload();
  await page.waitForLoadState("networkidle");
  await picture("next-authjs-server");
  expect(html()[0]?.body()).toContain("<bdi>Sam Rivers</bdi>");
  expect(asked()).toEqual([]);
  expect(me()).toEqual(["GET Me 200"]);
  expect(urls.filter((url) => url.includes("/scim2/"))).toEqual([]);
});

test("The client page arrives without the profile, and the browser asks once", async () => {
  const { page, picture } = await signedIn(at("/client"));
  await page.waitForLoadState("networkidle");
  const me = requests.me();
  const [html, asked] = [newAnswers(stage.app, "/client"), newAnswers(stage.app, "/api/")];
  await page.reload();
  await name(page, "Sam Rivers").waitFor();
  await page.waitForLoadState("networkidle");
  await picture("next-authjs-client");
  expect(html()[0]?.body()).not.toMatch(/Sam|sam@|Rivers/);
  expect(asked().map(({ path, status }) => [path, status])).toEqual([["/api/me", 200]]);
  expect(me()).toEqual(["GET Me 200"]);
});

test("Requests that find the token expired at the same time renew it once, and the grant lives on", async () => {
  change({ accessTokenSeconds: 2 });
  const visit = await signedIn(at("/client"));
  await sleep(2_500);
  change({ accessTokenSeconds: 300 });
  const [me, token] = [requests.me(), requests.token()];
  const pages = ["/api/me", "/server", "/api/me", "/client", "/api/auth/session", "/api/me"];
  expect(await burst(visit.page, ...pages)).toEqual(pages.map(() => 200));
  expect(token()).toEqual(["POST token 200"]);
  await pretendItEnds(visit, 0);
  expect(await burst(visit.page, ...pages)).toEqual(pages.map(() => 200));
  expect(token()).toEqual(["POST token 200", "POST token 200"]);
  expect(me()).toEqual(Array(8).fill("GET Me 200"));
});

test("A token that is refused before its time is renewed once, and the browser gets the new cookie", async () => {
  change({ accessTokenSeconds: 1 });
  const visit = await signedIn(at("/client"));
  await sleep(1_500);
  change({ accessTokenSeconds: 300 });
  await pretendItEnds(visit, 3600);
  const token = requests.token();
  expect(await burst(visit.page, "/api/me", "/api/me", "/api/me")).toEqual([200, 200, 200]);
  const me = requests.me();
  expect(await burst(visit.page, "/api/me")).toEqual([200]);
  expect(me()).toEqual(["GET Me 200"]);
  expect(token()).toEqual(["POST token 200"]);
});

test("A session that cannot be renewed is over, and the way back in is taken once", async () => {
  const { page, context } = await signedIn(at("/client"));
  const [login, token] = [requests.login(), requests.token()];
  const tokens = await stage.readTokens(context);
  await stage.writeTokens(context, { ...tokens, refresh_token: "unknown", expires_at: 0 });
  await page.reload();
  await name(page, "Sam Rivers").waitFor();
  expect(token()).toEqual(["POST token 400", "POST token 200"]);
  expect(login()).toEqual([]);
});

test("A token without the scope is forbidden, not signed out, and signing in with it helps", async () => {
  for (const path of ["/server", "/client"]) {
    change({ scope: "" });
    const { page, signIn, picture } = await open();
    await page.goto(at(path));
    await signIn("sam");
    await page.locator('[data-state="forbidden"]').waitFor();
    await expect.poll(() => page.locator("main").innerText()).toContain("internal_login");
    await picture(`next-authjs-forbidden${path.replace("/", "-")}`);
    expect(page.url()).toBe(at(path));
    change({ scope: "internal_login" });
    await page.getByRole("button", { name: "Sign in with this permission" }).click();
    await name(page, "Sam Rivers").waitFor();
  }
});

test("A SCIM server that is down leads to no login, and Try again works once it is back", async () => {
  const { page, picture } = await signedIn(at("/server"));
  const login = requests.login();
  await stage.identity.stopScim();
  onTestFinished(() => stage.identity.startScim());
  await page.reload();
  const retry = page.getByRole("button", { name: "Try again" });
  await retry.waitFor({ timeout: 30_000 });
  await picture("next-authjs-unavailable");
  expect(page.url()).toBe(at("/server"));
  await stage.identity.startScim();
  await retry.click();
  await name(page, "Sam Rivers").waitFor();
  expect(login()).toEqual([]);
});

test("Signing out ends the provider's session, and the back button shows nobody", async () => {
  const { page, context, moments } = await signedIn(at("/server"));
  const me = requests.me();
  const from = moments.length;
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  expect(page.url()).toBe(at("/"));
  const cookies = await context.cookies(stage.app.origin);
  expect(cookies.filter((cookie) => cookie.name.includes("session-token"))).toEqual([]);
  await page.goBack();
  await loginForm(page).waitFor();
  await page.goto(at("/client"));
  await loginForm(page).waitFor();
  expect(me()).toEqual([]);
  for (const { text } of moments.slice(from)) expect(text).not.toMatch(/Sam|sam@|Product Designer/);
});

test("Somebody else signs in after a sign-out and never sees the person before", async () => {
  const { page, moments, signIn } = await signedIn(at("/server"));
  const from = moments.length;
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  await page.getByRole("link", { name: "Client profile" }).click();
  await signIn("lee");
  await name(page, "Lee Stone").waitFor();
  await page.getByRole("link", { name: "Server profile" }).click();
  await page.getByRole("heading", { name: "Server profile" }).waitFor();
  await name(page, "Lee Stone").waitFor();
  for (const { text } of moments.slice(from)) expect(text).not.toMatch(/Sam|sam@/);
});

/** Signs in, sees every page, renews and signs out; resolves to all that the browser had of it. */
async function walk(line: Line) {
  const answers = newAnswers(line, "/");
  const visit = await signedIn(at("/client", line));
  const { page, context, urls } = visit;
  const tokens = [await stage.readTokens(context)];
  const kept: string[] = [];
  await pretendItEnds(visit, 0);
  for (const [link, heading] of [
    ["Server profile", "Server profile"],
    ["Example app", "Welcome"],
    ["Client profile", "Client profile"],
  ] as const) {
    await page.getByRole("link", { name: link }).click();
    await page.getByRole("heading", { name: heading }).waitFor();
    await page.reload();
    await page.waitForLoadState("networkidle");
    kept.push(await page.content(), await stored(page));
  }
  tokens.push(await stage.readTokens(context));
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  kept.push(await page.content(), await stored(page));
  const network = answers().flatMap(({ headers, body }) => [headers, body()]);
  const had = [...urls, ...network, ...kept].join("\n");
  const found = (key: "access_token" | "refresh_token") =>
    tokens.map((each) => holdsSecret(had, each[key]));
  return { found, tokens, had };
}

test("By default no token is in any answer, URL, page or storage, nor in what the server prints", async () => {
  const { found, tokens, had } = await walk(stage.app);
  expect(had).toContain("Sam Rivers");
  expect(tokens[0]?.access_token).not.toBe(tokens[1]?.access_token);
  expect(found("access_token")).toEqual([false, false]);
  expect(found("refresh_token")).toEqual([false, false]);
  for (const { access_token, refresh_token, id_token } of tokens) {
    for (const token of [access_token, refresh_token, id_token]) {
      expect(stage.output()).not.toContain(token);
    }
  }
});

test("In the direct mode the same search finds the access token, and never the refresh token", async () => {
  const { found } = await walk(stage.direct);
  expect(found("access_token")).toEqual([true, true]);
  expect(found("refresh_token")).toEqual([false, false]);
});

test("In the direct mode the browser asks the SCIM server itself, and the server page saves it that", async () => {
  const { page, urls } = await signedIn(at("/client", stage.direct));
  await page.waitForLoadState("networkidle");
  for (const [path, browserAsks] of [
    ["/client", true],
    ["/server", false],
  ] as const) {
    const me = requests.me();
    const from = urls.length;
    await page.goto(at(path, stage.direct));
    await name(page, "Sam Rivers").waitFor();
    await page.waitForLoadState("networkidle");
    expect(me()).toEqual(["GET Me 200"]);
    expect(urls.slice(from).includes(stage.identity.meEndpoint)).toBe(browserAsks);
  }
});

test("In the direct mode an expired token is renewed once, and nothing on the page moves", async () => {
  change({ accessTokenSeconds: 2 });
  const { page, moments, signIn } = await open();
  await page.clock.install();
  await page.goto(at("/client", stage.direct));
  await signIn("sam");
  await name(page, "Sam Rivers").waitFor();
  const settled = moments.length;
  await sleep(2_500);
  change({ accessTokenSeconds: 300 });
  const [me, token] = [requests.me(), requests.token()];
  // A minute later the profile is stale, and coming back to the page asks for it again.
  await page.clock.fastForward(61_000);
  await page.evaluate(() =>
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true })),
  );
  await expect.poll(me).toEqual(["GET Me 401", "GET Me 200"]);
  expect(token()).toEqual(["POST token 200"]);
  for (const { states, text } of moments.slice(settled)) {
    expect(states).toContain("ProtectedRoute:ready");
    expect(states).toContain("ProfileCard:ready");
    expect(text).toContain("Sam Rivers");
  }
});
