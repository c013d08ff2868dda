import { expect, test } from "vitest";
import { alert, button, card, enter, field, header, nav, openForm, save } from "./editForm.ts";
import { newRequests } from "./identityRequests.ts";
import { serveEditing, written } from "./serveEditing.ts";

const { account, changes, decide, open, record, requestsToMe, signedIn, stage } = serveEditing();

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
  const isActive = (element: Element) => element === document.activeElement;
  await tabTo("Edit profile");
  await page.keyboard.press("Enter");
  await button(page, "Save").waitFor();
  await expect.poll(() => field(page, "First name").evaluate(isActive)).toBe(true);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Samuel");
  await tabTo("Cancel");
  await page.keyboard.press("Enter");
  await page.getByText("Discard your changes?").waitFor();
  await page.keyboard.press("Escape");
  await tabTo("Save");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "Saved" }).waitFor();
  await expect.poll(() => button(page, "Edit profile").evaluate(isActive)).toBe(true);
  expect(record()).toMatchObject({ name: { givenName: "Samuel" } });
});

test("The form's code is not loaded before it is opened, and once only", async () => {
  const visit = await open();
  const { page } = visit;
  const scripts: string[] = [];
  page.on("response", (response) => {
    if (response.ok() && /\.js$/.test(response.url())) scripts.push(response.url());
  });
  // Read anew, because a page that is left takes what it was answered with it.
  const read = async (url: string) => (await fetch(url)).text();
  const withForm = async () =>
    (await Promise.all(scripts.map(read))).filter((text) => text.includes("Discard your changes?"))
      .length;
  await page.goto(account());
  await visit.signIn("sam");
  await header(page, "Sam Rivers").waitFor();
  await page.waitForLoadState("networkidle");
  const schemas = newRequests(
    stage().identity,
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
  stage().identity.confirmEmail("sam");
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
  await page.goto(stage().origin);
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
