import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, onTestFinished } from "vitest";
import { launchChromium } from "../browser/launchChromium.ts";
import type { LoggedRequest } from "../identity/requestLog.ts";
import type { ScimPolicy } from "../identity/scimPolicy.ts";
import { header } from "./editForm.ts";
import { changePolicy, newRequests } from "./identityRequests.ts";
import { openVisit, type Visit } from "./openVisit.ts";
import { type Stage, serveApp } from "./serveApp.ts";

/** What each change writes anew in a record. */
export const written = { schemas: expect.any(Array), meta: expect.any(Object) };

export const isMe = ({ path, method }: LoggedRequest) =>
  path.endsWith("/Me") && method !== "OPTIONS";

/** Serves the Vite example to a file of tests, in each of which Sam is as they were at the start. */
export function serveEditing() {
  let stage: Stage;
  let browser: Browser;
  beforeAll(async () => {
    [stage, browser] = await Promise.all([serveApp("vite-oidc"), launchChromium()]);
  });
  afterEach(() => stage.identity.restorePeople());
  afterAll(() => Promise.all([browser?.close(), stage?.close()]));

  const account = () => `${stage.origin}/account`;
  const open = () => openVisit(browser);

  /** The account page in a browser of its own, where Sam has signed in. */
  async function signedIn(): Promise<Visit> {
    const visit = await open();
    await visit.page.goto(account());
    await visit.signIn("sam");
    await header(visit.page, "Sam Rivers").waitFor();
    return visit;
  }

  /** One more tab of a browser that is signed in already. */
  async function otherTab({ context }: Visit): Promise<Page> {
    const page = await context.newPage();
    await page.goto(account());
    await header(page, "Sam Rivers").waitFor();
    return page;
  }

  async function stopServer(): Promise<void> {
    await stage.identity.stopScim();
    onTestFinished(() => stage.identity.startScim());
  }

  return {
    ...{ account, open, signedIn, otherTab, stopServer, stage: () => stage },
    /** What the SCIM server holds of Sam. */
    record: () => stage.identity.recordOf("sam"),
    /** Says how the server takes changes during one test. */
    decide: (scim: ScimPolicy) => changePolicy(stage.identity, { scim }),
    /** What is asked of `/Me` from now on. */
    requestsToMe: () => newRequests(stage.identity, isMe),
    changes: () => newRequests(stage.identity, ({ method }) => method === "PATCH"),
  };
}
