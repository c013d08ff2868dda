import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchChromium } from "../browser/launchChromium.ts";
import type { LoggedRequest } from "../identity/requestLog.ts";
import type { ScimPolicy } from "../identity/scimPolicy.ts";
import { alert, button, enter, field, openForm, save } from "./editForm.ts";
import { changePolicy, newRequests, toToken } from "./identityRequests.ts";
import { openVisit, type Visit } from "./openVisit.ts";
import { type Stage, serveApp } from "./serveApp.ts";

let stage: Stage;
let browser: Browser;

beforeAll(async () => {
  [stage, browser] = await Promise.all([serveApp("vite-oidc"), launchChromium()]);
});
afterEach(() => stage.identity.restorePeople());
afterAll(() => Promise.all([browser?.close(), stage?.close()]));

const unreachable = "The service can’t be reached.";
const account = () => `${stage.origin}/account`;
/** What the SCIM server holds. */
const record = () => stage.identity.recordOf("sam");
/** What each change writes anew. */
const written = { schemas: expect.any(Array), meta: expect.any(Object) };
const decide = (scim: ScimPolicy) => changePolicy(stage.identity, { scim });

const isMe = ({ path, method }: LoggedRequest) => path.endsWith("/Me") && method !== "OPTIONS";
/** What is asked of /Me from now on. */
const requestsToMe = () => newRequests(stage.identity, isMe);
const changes = () => newRequests(stage.identity, ({ method }) => method === "PATCH");

const header = (page: Page, text: string) => page.locator('[data-part="name"]', { hasText: text });
const nav = (page: Page, text: string) => page.locator("nav", { hasText: text });
const card = (page: Page) => page.locator('[data-scim="ProfileCard"]').innerText();

async function signedIn(): Promise<Visit> {
  const visit = await openVisit(browser);
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

const stopServer = async () => {
  await stage.identity.stopScim();
  onTestFinished(() => stage.identity.startScim());
};

test("A person changes their name, mobile number and primary email, and every place follows", async () => {
  const { page, picture } = await signedIn();
  const before = record();
  const requests = requestsToMe();
  await enter(page, { "First name": "Samira", "Display name": "Samira Rivers" });
  await button(page, "Add, Phone").click();
  await field(page, "Phone 2").fill("+1 555 0199");
  await page.getByRole("combobox", { name: "Type, Phone 2" }).selectOption("Mobile");
  await button(page, "Add, Email").click();
  await field(page, "Email 2").fill("samira@example.com");
  await page.getByRole("combobox", { name: "Type, Email 2" }).selectOption("Home");
  await page.getByRole("radio", { name: "Primary, Email 2" }).check();
  await picture("editing");
  await save(page);
  expect(requests()).toEqual(["PATCH Me 200"]);
  await picture("edited");
  for (const moment of ["saved", "read again"]) {
    await header(page, "Samira Rivers").waitFor();
    await nav(page, "Samira Rivers").waitFor();
    for (const text of ["samira@example.com", "+1 555 0199"]) {
      expect(await card(page), moment).toContain(text);
    }
    if (moment === "saved") await page.reload();
  }
  expect(record()).toEqual({
    ...before,
    ...written,
    name: { ...(before.name as object), givenName: "Samira" },
    displayName: "Samira Rivers",
    phoneNumbers: [
      { value: "+1 555 0100", type: "work" },
      { value: "+1 555 0199", type: "mobile" },
    ],
    emails: [
      { value: "sam@example.com", type: "work" },
      { value: "samira@example.com", type: "home", primary: true },
    ],
  });
});

test("By keyboard alone a person opens the form, changes it, and is back at the button", async () => {
  const { page } = await signedIn();
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press("Tab");
      const focused = page.locator("button:focus");
      if ((await focused.count()) && (await focused.innerText()) === name) return;
    }
    throw new Error(`No Tab led to ${name}.`);
  };
  const isFocused = (name: string) =>
    button(page, name).evaluate((element) => element === document.activeElement);
  await tabTo("Edit profile");
  await page.keyboard.press("Enter");
  await button(page, "Save").waitFor();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Samuel");
  await tabTo("Cancel");
  await page.keyboard.press("Enter");
  await page.getByText("Discard your changes?").waitFor();
  await page.keyboard.press("Escape");
  await tabTo("Save");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "Saved" }).waitFor();
  await expect.poll(() => isFocused("Edit profile")).toBe(true);
  expect(record()).toMatchObject({ name: { givenName: "Samuel" } });
});

test("The form's code is not loaded before it is opened, and once only", async () => {
  const visit = await openVisit(browser);
  const { page } = visit;
  const scripts: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.ok() && /\.js$/.test(response.url())) scripts.push(response.text());
  });
  const withForm = async () =>
    (await Promise.all(scripts)).filter((text) => text.includes("Discard your changes?")).length;
  await page.goto(account());
  await visit.signIn("sam");
  await header(page, "Sam Rivers").waitFor();
  await page.waitForLoadState("networkidle");
  const schemas = newRequests(
    stage.identity,
    ({ path, method }) => /Schemas$/.test(path) && method === "GET",
  );
  expect(await withForm()).toBe(0);
  for (const _ of ["first", "again"]) {
    await openForm(page);
    expect(await withForm()).toBe(1);
    await button(page, "Cancel").click();
  }
  expect(schemas()).toEqual(["GET Schemas 200"]);
});

test("What the server would not let be written is not offered", async () => {
  const { page } = await signedIn();
  await openForm(page);
  const form = await page.getByRole("form", { name: "Edit profile" }).ariaSnapshot();
  expect(form).toContain("Department");
  expect(form).not.toMatch(/Groups|Roles|country/i);
});

test("Two tabs that change different attributes at once both keep them", async () => {
  const visit = await signedIn();
  const [page, other] = [visit.page, await otherTab(visit)];
  const sent = changes();
  await enter(page, { "Job title": "Architect" });
  await enter(other, { "Display name": "Sam R." });
  await Promise.all([save(page), save(other)]);
  for (const tab of [page, other]) {
    await header(tab, "Sam R.").waitFor();
    await nav(tab, "Sam R.").waitFor();
    await expect.poll(() => card(tab)).toContain("Architect");
  }
  expect(sent()).toEqual(["PATCH Me 200", "PATCH Me 200"]);
  expect(record()).toMatchObject({ title: "Architect", displayName: "Sam R." });
});

test("Where two tabs change one attribute, the second is told before it has the last word", async () => {
  const visit = await signedIn();
  const [page, other] = [visit.page, await otherTab(visit)];
  await enter(page, { "Display name": "Sam the First" });
  await enter(other, { "Display name": "Sam the Second" });
  await save(page);
  await other.getByText("Saved meanwhile: Sam the First").waitFor();
  expect(await field(other, "Display name").inputValue()).toBe("Sam the Second");
  await other.screenshot({ path: "artifacts/e2e/editing-meanwhile.png" });
  await save(other);
  for (const tab of [page, other]) {
    await header(tab, "Sam the Second").waitFor();
    await nav(tab, "Sam the Second").waitFor();
  }
  expect(record()).toMatchObject({ displayName: "Sam the Second" });
});

test("Where two tabs change one list, the second sees the first's and keeps both", async () => {
  const visit = await signedIn();
  const [page, other] = [visit.page, await otherTab(visit)];
  for (const [tab, value] of [
    [page, "one@example.com"],
    [other, "two@example.com"],
  ] as const) {
    await openForm(tab);
    await button(tab, "Add, Email").click();
    await field(tab, "Email 2").fill(value);
  }
  await save(page);
  await other.getByText(/Saved meanwhile: sam@example.com.*one@example.com/).waitFor();
  await button(other, "Add, Email").click();
  await field(other, "Email 3").fill("one@example.com");
  await save(other);
  const { emails } = record();
  const values = (emails as { value: string }[]).map(({ value }) => value);
  expect(values).toEqual(["sam@example.com", "two@example.com", "one@example.com"]);
});

/** What two browsers, neither of which hears of the other, do to one attribute. */
async function twoDevices() {
  const [{ page }, second] = [await signedIn(), await signedIn()];
  await enter(page, { "Display name": "Sam the First" });
  await enter(second.page, { "Display name": "Sam the Second" });
  await save(page);
  return { page, other: second.page, picture: second.picture };
}

test.each(["strong", "weak"] as const)(
  "With %s entity tags another device's change is a conflict, shown with both versions",
  async (entityTags) => {
    decide({ entityTags, demandsIfMatch: true });
    const sent = changes();
    const { other, picture } = await twoDevices();
    await button(other, "Save").click();
    await alert(other, "Your profile was changed somewhere else").waitFor();
    await other.getByText("Saved meanwhile: Sam the First").waitFor();
    expect(await field(other, "Display name").inputValue()).toBe("Sam the Second");
    await picture(`editing-conflict-${entityTags}`);
    expect(sent()).toEqual(["PATCH Me 200", "PATCH Me 412"]);
    await save(other);
    expect(sent()).toEqual(["PATCH Me 200", "PATCH Me 412", "PATCH Me 200"]);
    expect(record()).toMatchObject({ displayName: "Sam the Second" });
  },
);

test("After a conflict a person can take what is saved, and nothing more is sent", async () => {
  decide({ entityTags: "strong" });
  const { other } = await twoDevices();
  await button(other, "Save").click();
  await alert(other, "Your profile was changed somewhere else").waitFor();
  const sent = changes();
  await button(other, "Use this").click();
  await button(other, "Save").click();
  await header(other, "Sam the First").waitFor();
  await button(other, "Edit profile").waitFor();
  expect(sent()).toEqual([]);
  expect(record()).toMatchObject({ displayName: "Sam the First" });
});

test("Without entity tags another device's last word is shown as what is saved", async () => {
  const { page, other } = await twoDevices();
  await save(other);
  await header(other, "Sam the Second").waitFor();
  expect(record()).toMatchObject({ displayName: "Sam the Second" });
  await page.reload();
  await header(page, "Sam the Second").waitFor();
});

test("With entity tags a list that another device changed is not overwritten", async () => {
  decide({ entityTags: "strong" });
  const [{ page }, { page: other }] = [await signedIn(), await signedIn()];
  for (const [tab, value] of [
    [page, "one@example.com"],
    [other, "two@example.com"],
  ] as const) {
    await openForm(tab);
    await button(tab, "Add, Email").click();
    await field(tab, "Email 2").fill(value);
  }
  await save(page);
  await button(other, "Save").click();
  await other.getByText(/Saved meanwhile: sam@example.com.*one@example.com/).waitFor();
  expect(await field(other, "Email 2").inputValue()).toBe("two@example.com");
  const { emails } = record();
  expect(emails).toMatchObject([{ value: "sam@example.com" }, { value: "one@example.com" }]);
});

test("An answer of 204 is followed by a reading of what became of the person", async () => {
  decide({ answers: "no content" });
  const { page } = await signedIn();
  const requests = requestsToMe();
  await enter(page, { "Display name": "Sam R." });
  await save(page);
  await header(page, "Sam R.").waitFor();
  expect(requests()).toEqual(["PATCH Me 204", "GET Me 200"]);
});

test("A server that is down when a change is sent gets it once, after it was asked, when it is back", async () => {
  const { page, picture } = await signedIn();
  const requests = requestsToMe();
  await enter(page, { "Display name": "Sam R." });
  await stopServer();
  await button(page, "Save").click();
  await alert(page, unreachable).waitFor();
  await picture("editing-unreachable");
  expect(await field(page, "Display name").inputValue()).toBe("Sam R.");
  await header(page, "Sam Rivers").waitFor();
  expect(requests()).toEqual([]);
  await stage.identity.startScim();
  await save(page);
  expect(requests()).toEqual(["GET Me 200", "PATCH Me 200"]);
  expect(record()).toMatchObject({ displayName: "Sam R." });
});

test("A change whose answer is lost is looked up, and not sent again", async () => {
  decide({ answers: "cut" });
  const { page } = await signedIn();
  const requests = requestsToMe();
  await enter(page, { "Display name": "Sam R." });
  await save(page);
  await header(page, "Sam R.").waitFor();
  expect(requests()).toEqual(["PATCH Me 0", "GET Me 200"]);
  expect(record()).toMatchObject({ displayName: "Sam R." });
});

test("A connection that is dropped before the answer makes the browser send a change again, by itself", async () => {
  decide({ answers: "dropped" });
  const { page } = await signedIn();
  const requests = requestsToMe();
  await enter(page, { "Display name": "Sam R." });
  await save(page);
  expect(requests()).toEqual(["PATCH Me 0", "PATCH Me 0", "GET Me 200"]);
  expect(record()).toMatchObject({ displayName: "Sam R." });
});

test("With entity tags that second sending is refused, and the first is known to have been taken", async () => {
  decide({ answers: "dropped", entityTags: "strong" });
  const { page } = await signedIn();
  const requests = requestsToMe();
  await enter(page, { "Display name": "Sam R." });
  await save(page);
  expect(requests()).toEqual(["PATCH Me 0", "PATCH Me 412", "GET Me 200"]);
  expect(record()).toMatchObject({ displayName: "Sam R." });
});

test("A server that stops between a change and its answer is asked before anything is sent again", async () => {
  decide({ answers: "never" });
  const { page } = await signedIn();
  const before = record();
  const requests = requestsToMe();
  await enter(page, { "Display name": "Sam R." });
  await button(page, "Save").click();
  await expect.poll(() => record().displayName).toBe("Sam R.");
  await stopServer();
  await alert(page, unreachable).waitFor();
  expect(await field(page, "Display name").inputValue()).toBe("Sam R.");
  await stage.identity.startScim();
  await save(page);
  expect(requests()).toEqual(["PATCH Me 0", "GET Me 200"]);
  expect(record()).toEqual({ ...before, ...written, displayName: "Sam R." });
});

test("A token that expires while the form is open is renewed once, and the change is made once", async () => {
  changePolicy(stage.identity, { accessTokenSeconds: 4 });
  const { page } = await signedIn();
  await enter(page, { "Display name": "Sam R." });
  changePolicy(stage.identity, { accessTokenSeconds: 300 });
  await new Promise((resolve) => setTimeout(resolve, 4_100));
  const all = newRequests(stage.identity, (request) => isMe(request) || toToken(request));
  await save(page);
  expect(all()).toEqual(["PATCH Me 401", "POST token 200", "PATCH Me 200"]);
  expect(record()).toMatchObject({ displayName: "Sam R." });
});

test("A sign-out in another tab closes the form, and what was entered goes with the person", async () => {
  const visit = await signedIn();
  const [page, other] = [visit.page, await otherTab(visit)];
  await enter(page, { "Display name": "Sam the Secret" });
  const sent = changes();
  await button(other, "Sign out").click();
  await page.getByLabel("Password").waitFor();
  await visit.signIn("lee");
  await header(page, "Lee Stone").waitFor();
  await openForm(page);
  expect(await field(page, "Display name").inputValue()).toBe("Lee Stone");
  expect(await page.content()).not.toContain("Secret");
  expect(sent()).toEqual([]);
  expect(record()).toMatchObject({ displayName: "Sam Rivers" });
});

test("A sign-out in another tab while a change is under way leaves nothing of the person", async () => {
  decide({ answers: "never" });
  const visit = await signedIn();
  const [page, other] = [visit.page, await otherTab(visit)];
  await enter(page, { "Display name": "Sam the Secret" });
  const sent = changes();
  await button(page, "Save").click();
  await button(page, "Saving…").waitFor();
  const from = visit.moments.length;
  await button(other, "Sign out").click();
  await page.getByLabel("Password").waitFor();
  await expect.poll(sent).toEqual(["PATCH Me 0"]);
  const after = visit.moments.slice(from).filter(({ path }) => path !== "/account");
  for (const { text } of after) expect(text).not.toMatch(/Sam|sam@/);
});

test("A new email waits beside the old one until it is confirmed, and the card says so", async () => {
  decide({ verifiesEmails: true });
  const { page, picture } = await signedIn();
  await enter(page, { Email: "samira@example.com" });
  await button(page, "Save").click();
  const notice = page.getByText("samira@example.com is waiting to be confirmed.");
  await notice.waitFor();
  await button(page, "Edit profile").waitFor();
  await picture("editing-pending");
  expect(await card(page)).toContain("sam@example.com");
  expect(record()).toMatchObject({ emails: [{ value: "sam@example.com" }] });
  stage.identity.confirmEmail("sam");
  await page.reload();
  await header(page, "Sam Rivers").waitFor();
  expect(await card(page)).toContain("samira@example.com");
  expect(await notice.count()).toBe(0);
});

test.each([
  ["forbidden", "This app may not change your profile.", "PATCH Me 403"],
  ["mutability", "This can’t be changed here.", "PATCH Me 400"],
] as const)(
  "A refusal (%s) is told, and what was entered is kept",
  async (refuses, says, answer) => {
    decide({ refuses });
    const { page, picture } = await signedIn();
    const sent = changes();
    await enter(page, { "Job title": "Architect" });
    await button(page, "Save").click();
    await alert(page, says).waitFor();
    await picture(`editing-${refuses}`);
    const isBeside = await page.locator('[data-path="title"]').getByText(says).count();
    expect(isBeside).toBe(refuses === "mutability" ? 1 : 0);
    expect(await field(page, "Job title").inputValue()).toBe("Architect");
    expect(sent()).toEqual([answer]);
    expect(record()).toMatchObject({ title: "Product Designer" });
  },
);

test("Leaving the page with something entered asks first, and without asks nothing", async () => {
  const { page } = await signedIn();
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.goto(stage.origin);
  await page.goto(account());
  await enter(page, { "Job title": "Architect" });
  // Not within the call: the page may be gone before it returns.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  expect(await field(page, "Job title").inputValue()).toBe("Architect");
  await field(page, "Job title").fill("Product Designer");
  await page.goBack();
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  expect(asked).toEqual(["beforeunload"]);
});
