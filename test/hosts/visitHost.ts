import type { Browser, Page } from "playwright";
import { expect, onTestFinished } from "vitest";
import { holdsSecret } from "../e2e/holdsSecret.ts";
import { stored } from "../e2e/stored.ts";
import type { Host } from "./Host.ts";
import type { StartedHost } from "./startHost.ts";

/** Requests to `/Me` until the person was on the page. */
export interface Asked {
  browser: number;
  server: number;
}

interface Watched {
  page: Page;
  /** What the console and the page complained of. */
  complaints: string[];
  /** Requests of the page to `/Me`: a method each. */
  asked: string[];
  /** The HTML that the page was loaded from. */
  documents: string[];
}

async function watch(browser: Browser): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 640, height: 720 } });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const watched: Watched = { page, complaints: [], asked: [], documents: [] };
  const { complaints, asked, documents } = watched;
  page.on("pageerror", (error) => void complaints.push(`${error}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (/\/me$/i.test(new URL(request.url()).pathname)) asked.push(request.method());
  });
  page.on("response", async (response) => {
    if (response.request().resourceType() === "document") documents.push(await response.text());
  });
  return watched;
}

/** What every host must do, seen in a browser: sign in, show, edit, sign out. */
export async function visitHost(
  browser: Browser,
  { looks, path = "/" }: Host,
  { origin, scim }: StartedHost,
): Promise<Asked> {
  const { page, complaints, asked, documents } = await watch(browser);
  const signIn = page.getByRole("button", { name: "Sign in" });
  const members = page.getByText("This line is for members.");
  const card = page.locator('[data-scim="ProfileCard"]');
  const named = (name: string) => card.locator('[data-part="name"]', { hasText: name });
  const press = (name: string) => card.getByRole("button", { name }).click();

  await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
  await signIn.waitFor();
  expect(await members.count()).toBe(0);
  expect([...asked, ...scim.asked], "Nobody is asked about nobody").toEqual([]);

  await signIn.click();
  await named("Barbara Jensen").waitFor();
  await page.waitForLoadState("networkidle");
  expect(await members.isVisible()).toBe(true);
  const first = { browser: asked.length, server: scim.asked.length };
  expect(scim.asked).toEqual(["GET"]);
  expect(await look(page, Object.keys(looks))).toEqual(looks);
  expect(await card.ariaSnapshot()).toContain('- group "Barbara Jensen"');

  await press("Edit profile");
  await card.getByLabel("Name").fill("Barbara Diaz");
  await press("Save");
  await card.getByText("Saved").waitFor();
  await named("Barbara Diaz").waitFor();
  expect(scim.asked).toEqual(["GET", "PATCH"]);

  await press("Sign out");
  await signIn.waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.getByText("Barbara").count()).toBe(0);
  expect(await members.count()).toBe(0);
  expect(scim.asked).toEqual(["GET", "PATCH"]);

  expect(complaints).toEqual([]);
  expect(scim.tokens).toHaveLength(1);
  for (const token of scim.tokens) {
    expect(documents.filter((html) => holdsSecret(html, token))).toEqual([]);
    expect(holdsSecret(await stored(page), token)).toBe(false);
  }
  return first;
}

/** How the card is drawn. */
function look(page: Page, properties: string[]): Promise<Record<string, string>> {
  return page.locator('[data-scim="ProfileCard"]').evaluate((card, names) => {
    const style = getComputedStyle(card) as unknown as Record<string, string>;
    return Object.fromEntries(names.map((name) => [name, style[name] ?? ""]));
  }, properties);
}
