import type { Browser, Page } from "playwright";
import { expect, onTestFinished } from "vitest";
import { holdsSecret } from "../e2e/holdsSecret.ts";
import { stored } from "../e2e/stored.ts";
import type { Host } from "./Host.ts";
import type { StartedHost } from "./startHost.ts";

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

const membersLine = "This line is for members.";

/** What every host must do, seen in a browser: guard, show, edit and sign out. */
export async function visitHost(
  browser: Browser,
  { requests, looks, path = "/" }: Host,
  { origin, scim }: StartedHost,
): Promise<void> {
  const { page, complaints, asked, documents } = await watch(browser);
  const signIn = page.getByRole("button", { name: "Sign in" });
  const members = page.getByText(membersLine);
  const card = page.locator('[data-scim="ProfileCard"]');
  const named = (name: string) => card.locator('[data-part="name"]', { hasText: name });
  const press = (name: string) => card.getByRole("button", { name }).click();
  const isPrefetched = requests.page === 0;

  await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
  await signIn.waitFor();
  expect(await members.count()).toBe(0);
  expect([...asked, ...scim.asked], "nobody is asked about nobody").toEqual([]);

  await signIn.click();
  await named("Barbara Jensen").waitFor();
  await page.waitForLoadState("networkidle");
  expect({ page: asked.length, server: scim.asked.length }).toEqual(requests);
  expect(await members.isVisible()).toBe(true);
  await expect(`${await card.ariaSnapshot()}\n`).toMatchFileSnapshot("card.aria.yml");
  expect(await look(page, Object.keys(looks))).toEqual(looks);

  await press("Edit profile");
  await card.getByLabel("Name").fill("Barbara Diaz");
  await press("Save");
  await card.getByText("Saved").waitFor();
  await named("Barbara Diaz").waitFor();

  await press("Sign out");
  await signIn.waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.getByText("Barbara").count()).toBe(0);
  expect(await members.count()).toBe(0);
  expect(asked).toEqual(isPrefetched ? ["PATCH"] : ["GET", "PATCH"]);
  expect(scim.asked).toEqual(requests.server ? ["GET", "PATCH"] : []);

  expect(complaints).toEqual([]);
  expect(documents[0]).not.toContain(membersLine);
  expect(documents.some((html) => html.includes("Barbara Jensen"))).toBe(isPrefetched);
  const [token = "", ...others] = scim.tokens;
  expect({ token, others }).toEqual({ token: expect.stringMatching(/./), others: [] });
  expect([...documents, await stored(page)].filter((text) => holdsSecret(text, token))).toEqual([]);
}

/** How the card is drawn. */
function look(page: Page, properties: string[]): Promise<Record<string, string>> {
  return page.locator('[data-scim="ProfileCard"]').evaluate((card, names) => {
    const style = getComputedStyle(card) as unknown as Record<string, string>;
    return Object.fromEntries(names.map((name) => [name, style[name] ?? ""]));
  }, properties);
}
