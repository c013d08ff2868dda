import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchChromium } from "../browser/launchChromium.ts";
import type { Policy } from "../identity/openid.ts";
import type { LoggedRequest } from "../identity/requestLog.ts";
import {
  changePolicy,
  newRequests as requestsOf,
  toLogin,
  toMe,
  toToken,
} from "./identityRequests.ts";
import { openVisit, type Visit } from "./openVisit.ts";
import { type Stage, serveApp } from "./serveApp.ts";
import { stored } from "./stored.ts";

let stage: Stage;
let browser: Browser;

beforeAll(async () => {
  [stage, browser] = await Promise.all([serveApp("vite-oidc"), launchChromium()]);
});
afterAll(() => Promise.all([browser?.close(), stage?.close()]));

const account = () => `${stage.origin}/account`;
const name = (page: Page, text: string) => page.locator('[data-part="name"]', { hasText: text });
const loginForm = (page: Page) => page.getByLabel("Password");

const newRequests = (wanted: (request: LoggedRequest) => boolean) =>
  requestsOf(stage.identity, wanted);
const change = (policy: Partial<Policy>) => changePolicy(stage.identity, policy);

const inState = (state: string) =>
  expect.objectContaining({ states: expect.arrayContaining([state]) });

async function signedIn(login: string, shown: string): Promise<Visit> {
  const visit = await openVisit(browser);
  await visit.page.goto(account());
  await visit.signIn(login);
  await name(visit.page, shown).waitFor();
  return visit;
}

test("A public page asks nobody to sign in", async () => {
  const { page } = await openVisit(browser);
  const me = newRequests(toMe);
  await page.goto(stage.origin);
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(page.url()).toBe(`${stage.origin}/`);
  expect(me()).toEqual([]);
});

test("A person signs in and sees the profile that the SCIM server holds, and again after a reload", async () => {
  const { page, picture } = await signedIn("sam", "Sam Rivers");
  expect(page.url()).toBe(account());
  const card = page.locator('[data-scim="ProfileCard"]');
  for (const text of ["Product Designer", "sam@example.com", "Example Org", "Design"]) {
    await expect.poll(() => card.innerText()).toContain(text);
  }
  await picture("signed-in");
  const login = newRequests(toLogin);
  await page.reload();
  await name(page, "Sam Rivers").waitFor();
  expect(login()).toEqual([]);
  expect(await stored(page)).not.toMatch(/eyJ|Sam|sam@/);
});

test("An expired token is renewed once, and nothing on the page moves", async () => {
  change({ accessTokenSeconds: 2 });
  const { page, moments } = await openVisit(browser);
  await page.clock.install();
  await page.goto(account());
  await page.getByLabel("Login").fill("sam");
  await page.getByLabel("Password").fill("sam-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await name(page, "Sam Rivers").waitFor();
  const [me, token] = [newRequests(toMe), newRequests(toToken)];
  const settled = moments.length;
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  change({ accessTokenSeconds: 300 });
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

test("A SCIM server that is down leads to no login, and Try again works once it is back", async () => {
  const { page, moments, picture } = await signedIn("sam", "Sam Rivers");
  const login = newRequests(toLogin);
  await stage.identity.stopScim();
  onTestFinished(() => stage.identity.startScim());
  await page.reload();
  const retry = page.getByRole("button", { name: "Try again" });
  await retry.waitFor({ timeout: 30_000 });
  await picture("unavailable");
  expect(page.url()).toBe(account());
  await stage.identity.startScim();
  await retry.click();
  await name(page, "Sam Rivers").waitFor();
  expect(login()).toEqual([]);
  expect(moments.at(-1)?.states).toContain("ProfileCard:ready");
});

test("A token without the scope is forbidden, not signed out, and signing in with it helps", async () => {
  change({ scope: "" });
  const { page, signIn, picture } = await openVisit(browser);
  await page.goto(account());
  await signIn("sam");
  await page.locator('[data-state="forbidden"]').waitFor();
  await expect.poll(() => page.locator("main").innerText()).toContain("internal_login");
  await picture("forbidden");
  expect(page.url()).toBe(account());
  change({ scope: "internal_login" });
  await page.getByRole("button", { name: "Sign in with this permission" }).click();
  await name(page, "Sam Rivers").waitFor();
});

test("Signing out ends the provider's session and leaves nothing of the person behind", async () => {
  const { page, moments } = await signedIn("sam", "Sam Rivers");
  const me = newRequests(toMe);
  const from = moments.length;
  const since = () => moments.slice(from);
  // The page is held on its way out until it has told what it still shows.
  await page.route("**/oidc/logout*", async (route) => {
    await expect.poll(since).toContainEqual(inState("SignOutButton:pending"));
    await route.continue();
  });
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  expect(page.url()).toBe(`${stage.origin}/`);
  await page.goBack();
  await page.goto(account());
  await loginForm(page).waitFor();
  expect(me()).toEqual([]);
  for (const { text } of since()) expect(text).not.toMatch(/Sam|sam@|Product Designer/);
  await page.goto(stage.origin);
  expect(await page.content()).not.toMatch(/Sam|sam@/);
  expect(await stored(page)).not.toMatch(/eyJ|Sam|sam@/);
});

test("Where the hidden frame learns nothing, a reload goes by the provider and asks for no password", async () => {
  const { page } = await signedIn("sam", "Sam Rivers");
  const login = newRequests(toLogin);
  // What a provider answers whose cookie the browser keeps from frames of other sites.
  await page.route("**/oauth2/authorize*prompt=none*", (route) => {
    const query = new URL(route.request().url()).searchParams;
    const answer = new URLSearchParams({ error: "login_required", state: `${query.get("state")}` });
    const headers = { Location: `${query.get("redirect_uri")}?${answer}` };
    return route.fulfill({ status: 303, headers });
  });
  await page.reload();
  await name(page, "Sam Rivers").waitFor();
  expect(page.url()).toBe(account());
  expect(login()).toEqual([]);
});

test("Somebody else signs in after a sign-out and never sees the person before", async () => {
  const { page, moments, signIn } = await signedIn("sam", "Sam Rivers");
  const from = moments.length;
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Your account" }).first().click();
  await signIn("lee");
  await name(page, "Lee Stone").waitFor();
  await page.reload();
  await name(page, "Lee Stone").waitFor();
  for (const { text } of moments.slice(from)) expect(text).not.toMatch(/Sam|sam@/);
});

test("Signing out in one tab empties the other", async () => {
  const { page, context } = await signedIn("sam", "Sam Rivers");
  const other = await context.newPage();
  await other.goto(account());
  await name(other, "Sam Rivers").waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  await loginForm(other).waitFor();
});
