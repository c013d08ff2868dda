import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchChromium } from "../browser/launchChromium.ts";
import type { Identity } from "../identity/startIdentity.ts";
import { alert, button, enter, field, header, save } from "./editForm.ts";
import { changePolicy, newRequests } from "./identityRequests.ts";
import { openVisit, type Visit } from "./openVisit.ts";
import { serveAsgardeo } from "./serveAsgardeo.ts";
import { serveAuthjs } from "./serveAuthjs.ts";

interface App {
  origin: string;
  identity: Identity;
  /** From the protected page to the provider's login page. */
  begin(page: Page): Promise<void>;
  close(): Promise<void>;
}

const examples = ["next-authjs", "next-asgardeo"] as const;
const apps = new Map<string, App>();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  const authjs = await serveAuthjs();
  const { origin } = authjs.app;
  // It goes to the provider by itself.
  apps.set("next-authjs", { ...authjs, origin, begin: async () => {} });
  const asgardeo = await serveAsgardeo();
  apps.set("next-asgardeo", {
    ...{ ...asgardeo, origin: asgardeo.line.origin },
    begin: (page) => button(page, "Sign in").click(),
  });
});
afterEach(() => apps.forEach(({ identity }) => void identity.restorePeople()));
afterAll(() => Promise.all([browser, ...apps.values()].map((one) => one?.close())));

async function open(example: string) {
  const app = apps.get(example);
  if (!app) throw new Error(`${example} does not run.`);
  const { identity, origin, begin } = app;
  const signedIn = async (): Promise<Visit & { urls: string[] }> => {
    const visit = await openVisit(browser);
    const urls: string[] = [];
    visit.page.on("request", (request) => {
      if (request.method() !== "GET") urls.push(`${request.method()} ${request.url()}`);
    });
    await visit.page.goto(`${origin}/client`);
    await begin(visit.page);
    await visit.signIn("sam");
    await header(visit.page, "Sam Rivers").waitFor();
    return { ...visit, urls };
  };
  const isMade = newRequests(
    identity,
    ({ path, method, status }) => path.endsWith("/Me") && method === "PATCH" && status < 500,
  );
  return { identity, origin, signedIn, changes: isMade };
}

test.each(examples)("In %s a change goes by the app's own server, once", async (example) => {
  const { identity, origin, signedIn, changes } = await open(example);
  const { page, picture, urls } = await signedIn();
  const before = identity.recordOf("sam");
  const from = urls.length;
  await enter(page, { "First name": "Samira", "Display name": "Samira Rivers" });
  await save(page);
  await header(page, "Samira Rivers").waitFor();
  await picture(`editing-${example}`);
  expect(urls.slice(from)).toEqual([`PATCH ${origin}/api/me`]);
  expect(changes()).toEqual(["PATCH Me 200"]);
  expect(identity.recordOf("sam")).toEqual({
    ...before,
    // Each change writes these anew.
    ...{ schemas: expect.any(Array), meta: expect.any(Object) },
    name: { ...(before.name as object), givenName: "Samira" },
    displayName: "Samira Rivers",
  });
  await page.goto(`${origin}/server`);
  await header(page, "Samira Rivers").waitFor();
});

test.each(examples)(
  "In %s another device's change is a conflict, and both are shown",
  async (example) => {
    const { identity, signedIn, changes } = await open(example);
    changePolicy(identity, { scim: { entityTags: "strong", demandsIfMatch: true } });
    const [{ page }, { page: other, picture }] = [await signedIn(), await signedIn()];
    await enter(page, { "Display name": "Sam the First" });
    await enter(other, { "Display name": "Sam the Second" });
    await save(page);
    await button(other, "Save").click();
    await alert(other, "Your profile was changed somewhere else").waitFor();
    await other.getByText("Saved meanwhile: Sam the First").waitFor();
    expect(await field(other, "Display name").inputValue()).toBe("Sam the Second");
    await picture(`editing-conflict-${example}`);
    await save(other);
    expect(changes()).toEqual(["PATCH Me 200", "PATCH Me 412", "PATCH Me 200"]);
    expect(identity.recordOf("sam")).toMatchObject({ displayName: "Sam the Second" });
  },
);

test.each(examples)(
  "In %s a server that is down gets a change once, when it is back",
  async (example) => {
    const { identity, signedIn, changes } = await open(example);
    const { page, picture } = await signedIn();
    await enter(page, { "Display name": "Sam R." });
    await identity.stopScim();
    onTestFinished(() => identity.startScim());
    await button(page, "Save").click();
    await alert(page, "The service can’t save right now.").waitFor();
    await picture(`editing-stopped-${example}`);
    expect(await field(page, "Display name").inputValue()).toBe("Sam R.");
    expect(identity.recordOf("sam")).toMatchObject({ displayName: "Sam Rivers" });
    await identity.startScim();
    await save(page);
    expect(changes()).toEqual(["PATCH Me 200"]);
    expect(identity.recordOf("sam")).toMatchObject({ displayName: "Sam R." });
  },
);

test.each(examples)(
  "In %s a change whose answer is lost is looked up, and not sent again",
  async (example) => {
    const { identity, signedIn, changes } = await open(example);
    changePolicy(identity, { scim: { answers: "cut" } });
    const { page } = await signedIn();
    await enter(page, { "Display name": "Sam R." });
    const read = newRequests(
      identity,
      ({ path, method }) => path.endsWith("/Me") && method === "GET",
    );
    await save(page);
    await header(page, "Sam R.").waitFor();
    expect([changes(), read()]).toEqual([["PATCH Me 0"], ["GET Me 200"]]);
    expect(identity.recordOf("sam")).toMatchObject({ displayName: "Sam R." });
  },
);
