import { decodeJwt } from "jose";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchChromium } from "../browser/launchChromium.ts";
import type { LoggedRequest } from "../identity/requestLog.ts";
import { holdsSecret } from "./holdsSecret.ts";
import { changePolicy, newRequests, toLogin, toToken } from "./identityRequests.ts";
import { openVisit, type Visit } from "./openVisit.ts";
import { type AsgardeoStage, serveAsgardeo } from "./serveAsgardeo.ts";
import { stored } from "./stored.ts";

let stage: AsgardeoStage;
let browser: Browser;

beforeAll(async () => {
  [stage, browser] = await Promise.all([serveAsgardeo(), launchChromium()]);
});
afterAll(() => Promise.all([browser?.close(), stage?.close()]));

const SESSION = "__asgardeo__session";
const at = (path: string) => `${stage.line.origin}${path}`;
const name = (page: Page, text: string) => page.locator('[data-part="name"]', { hasText: text });
/** A request of the browser for anything but the app's own pages. */
const isAsked = (url: string) => !url.startsWith(at("/")) || url.startsWith(at("/api/"));
const toMe = ({ path }: LoggedRequest) => path.endsWith("/scim2/Me");

/**
 * Chromium notes each answer that is a failure, the SDK each step that is one, and Next.js that
 * it cannot fetch the provider's pages, where the SDK sends people by its router.
 */
const expected = /Failed to load resource|Asgardeo.*ERROR|oauth2\/authorize|oidc\/logout/;

/** A visit in which React and Next.js have nothing else to complain of. */
async function visitApp(): Promise<Visit & { urls: string[] }> {
  const visit = await openVisit(browser);
  const complaints: string[] = [];
  const urls: string[] = [];
  visit.context.on("request", (request) => void urls.push(request.url()));
  visit.page.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text())) {
      complaints.push(message.text());
    }
  });
  onTestFinished(() => expect(complaints, "A clean console").toEqual([]));
  return { ...visit, urls };
}

async function signIn(visit: Visit, login: string, path: string): Promise<void> {
  await visit.page.goto(at(path));
  await visit.page.getByRole("button", { name: "Sign in" }).click();
  await visit.signIn(login);
  await visit.page.waitForURL(at(path));
}

async function signedIn(login: string, shown: string, path = "/server") {
  const visit = await visitApp();
  await signIn(visit, login, path);
  await name(visit.page, shown).waitFor();
  return visit;
}

async function sessionCookie({ context }: Visit) {
  return (await context.cookies(stage.line.origin)).find((cookie) => cookie.name === SESSION);
}

/** The access token, out of the cookie in which the SDK keeps it. */
async function accessToken(visit: Visit): Promise<string> {
  return `${decodeJwt(`${(await sessionCookie(visit))?.value}`).accessToken}`;
}

test("A public page asks nobody to sign in and the provider nothing", async () => {
  const { page } = await visitApp();
  const any = newRequests(stage.identity, () => true);
  await page.goto(stage.line.origin);
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(any()).toEqual([]);
});

test("A person signs in and is back on the page that they came from", async () => {
  const visit = await visitApp();
  const authorize = visit.page.waitForRequest(
    (request) => request.isNavigationRequest() && request.url().includes("/oauth2/authorize?"),
  );
  await signIn(visit, "sam", "/client");
  await name(visit.page, "Sam Rivers").waitFor();
  const query = new URL((await authorize).url()).searchParams;
  expect(query.get("scope")).toBe("openid profile internal_login");
  expect(query.get("code_challenge_method")).toBe("S256");
});

test("A sign-in that was refused or cannot be finished leaves a way back", async () => {
  const { page } = await visitApp();
  await page.goto(at("/callback?error=access_denied&state=x"));
  await page.getByText("You could not be signed in.").waitFor();
  await page.goto(at("/callback?code=unknown&state=x"));
  await page.getByRole("link", { name: "Back to the start" }).click();
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
});

test("The server page comes with the profile in it, and the browser asks for nothing more", async () => {
  const { page, picture, urls } = await signedIn("sam", "Sam Rivers");
  const [from, me] = [urls.length, newRequests(stage.identity, toMe)];
  const source = (await (await page.goto(at("/server")))?.text()) ?? "";
  expect(source.match(/data-part="name".*?<\/div>/)?.[0]).toContain("Sam Rivers");
  await page.waitForLoadState("networkidle");
  await picture("next-asgardeo-server");
  expect(urls.slice(from).filter(isAsked)).toEqual([]);
  // One of them is the SDK's: its provider reads the profile for its own components.
  expect(me()).toEqual(["GET Me 200", "GET Me 200"]);
});

test("The client page asks its own server once, and nobody else", async () => {
  const { page, urls } = await signedIn("sam", "Sam Rivers");
  const from = urls.length;
  const source = await (await page.goto(at("/client")))?.text();
  expect(source).not.toContain('data-part="name"');
  await name(page, "Sam Rivers").waitFor();
  await page.waitForLoadState("networkidle");
  expect(urls.slice(from).filter(isAsked)).toEqual([at("/api/me")]);
});

test("The access token is in a cookie that no script can read, and nowhere else", async () => {
  const visit = await visitApp();
  const { page } = visit;
  const from = stage.line.exchanges.length;
  await signIn(visit, "sam", "/client");
  await name(page, "Sam Rivers").waitFor();
  await page.goto(at("/server"));
  await page.waitForLoadState("networkidle");
  expect(await sessionCookie(visit)).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  const signature = (await accessToken(visit)).split(".").at(-1) ?? "";
  const answers = stage.line.exchanges.slice(from);
  const cookies = answers.flatMap(({ headers }) => headers.split("\n"));
  const revealing = cookies.filter((line) => holdsSecret(line, signature));
  expect(revealing.map((line) => line.split("=")[0])).toEqual([SESSION]);
  const kept = { page: await page.content(), storage: await stored(page) };
  const texts = [
    ...answers.map(({ path, body }): [string, string] => [path, body()]),
    ...Object.entries({ ...kept, urls: visit.urls.join("\n"), output: stage.output() }),
  ];
  const holding = (wanted: string) =>
    texts.filter(([, text]) => holdsSecret(text, wanted)).map(([where]) => where);
  expect(holding("Sam Rivers")).toEqual(expect.arrayContaining(["/api/me", "/server", "page"]));
  for (const secret of [signature, ...stage.secrets]) expect(holding(secret)).toEqual([]);
});

test("An expired token ends the session, and signing in again asks for no password", async () => {
  changePolicy(stage.identity, { accessTokenSeconds: 1 });
  const visit = await visitApp();
  const { page, picture } = visit;
  await signIn(visit, "sam", "/client");
  const first = await accessToken(visit);
  changePolicy(stage.identity, { accessTokenSeconds: 300 });
  await expect.poll(() => Date.now() / 1000).toBeGreaterThan(Number(decodeJwt(first).exp));
  const [token, login] = [toToken, toLogin].map((to) => newRequests(stage.identity, to));
  for (const path of ["/server", "/client"]) {
    await page.goto(at(path));
    await page.getByText("Your session has ended").waitFor();
    await picture(`next-asgardeo-expired${path.replace("/", "-")}`);
  }
  expect(token?.()).toEqual([]);
  await page.getByRole("button", { name: "Sign in again" }).click();
  await name(page, "Sam Rivers").waitFor();
  expect(page.url()).toBe(at("/client"));
  expect(token?.()).toEqual(["POST token 200"]);
  expect(login?.()).toEqual([]);
  expect(await accessToken(visit)).not.toBe(first);
});

test("A token without the scope is forbidden, not signed out, and signing in with it helps", async () => {
  changePolicy(stage.identity, { scope: "" });
  const visit = await visitApp();
  const { page, picture } = visit;
  await signIn(visit, "sam", "/server");
  await page.locator('[data-scim="ProfileCard"][data-state="forbidden"]').waitFor();
  await expect.poll(() => page.locator("main").innerText()).toContain("internal_login");
  await picture("next-asgardeo-forbidden");
  changePolicy(stage.identity, { scope: "internal_login" });
  await page.getByRole("button", { name: "Sign in with this permission" }).click();
  await name(page, "Sam Rivers").waitFor();
  expect(page.url()).toBe(at("/server"));
});

test("A SCIM server that is down leads to no login, and Try again works once it is back", async () => {
  const { page, picture } = await signedIn("sam", "Sam Rivers");
  const login = newRequests(stage.identity, toLogin);
  await stage.identity.stopScim();
  onTestFinished(() => stage.identity.startScim());
  await page.reload();
  const retry = page.getByRole("button", { name: "Try again" });
  await retry.waitFor({ timeout: 30_000 });
  await picture("next-asgardeo-unavailable");
  expect(page.url()).toBe(at("/server"));
  await stage.identity.startScim();
  await retry.click();
  await name(page, "Sam Rivers").waitFor();
  expect(login()).toEqual([]);
});

test("Signing out ends the provider's session and leaves nothing of the person behind", async () => {
  const visit = await signedIn("sam", "Sam Rivers", "/client");
  const { page, moments } = visit;
  const from = moments.length;
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  await page.goBack();
  const me = newRequests(stage.identity, toMe);
  await page.goto(at("/client"));
  await page.getByText("You are not signed in").waitFor();
  expect(await sessionCookie(visit)).toBeUndefined();
  expect(await page.content()).not.toMatch(/Sam|sam@/);
  expect(await stored(page)).not.toMatch(/eyJ|Sam|sam@/);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Password").waitFor();
  expect(me()).toEqual([]);
  for (const { text } of moments.slice(from)) expect(text).not.toMatch(/Sam|sam@|Designer/);
});

test("Somebody else signs in after a sign-out and never sees the person before", async () => {
  const visit = await signedIn("sam", "Sam Rivers");
  const { page, moments } = visit;
  const from = moments.length;
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  await signIn(visit, "lee", "/server");
  await name(page, "Lee Stone").waitFor();
  await page.getByRole("link", { name: "Client profile" }).click();
  await page.waitForURL(at("/client"));
  await name(page, "Lee Stone").waitFor();
  expect(await page.content()).not.toMatch(/Sam|sam@/);
  for (const { text } of moments.slice(from)) expect(text).not.toMatch(/Sam|sam@|Designer/);
});

test("Where the app's server has forgotten the session, the provider's own page ends it", async () => {
  const { page } = await signedIn("sam", "Sam Rivers");
  await stage.restart();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign out" }).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  await page.goto(at("/client"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Password").waitFor();
});
