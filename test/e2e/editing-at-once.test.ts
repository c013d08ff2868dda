import { expect, test } from "vitest";
import { alert, button, card, enter, enterEmail, field, header, nav, save } from "./editForm.ts";
import { serveEditing } from "./serveEditing.ts";

const { changes, decide, otherTab, record, signedIn } = serveEditing();

const emails = () => (record().emails as { value: string }[]).map(({ value }) => value);

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
  await enter(other, { "Display name": "Sam the First" });
  await enter(page, { "Display name": "Sam the Second" });
  await save(other);
  await page.getByText("Saved meanwhile: Sam the First").waitFor();
  expect(await field(page, "Display name").inputValue()).toBe("Sam the Second");
  await visit.picture("editing-meanwhile");
  await save(page);
  for (const tab of [page, other]) {
    await header(tab, "Sam the Second").waitFor();
    await nav(tab, "Sam the Second").waitFor();
  }
  expect(record()).toMatchObject({ displayName: "Sam the Second" });
});

test("Where two tabs change one list, the second sees the first's and keeps both", async () => {
  const visit = await signedIn();
  const [page, other] = [visit.page, await otherTab(visit)];
  await enterEmail(page, "one@example.com");
  await enterEmail(other, "two@example.com");
  await save(page);
  await other.getByText(/Saved meanwhile: sam@example.com.*one@example.com/).waitFor();
  await button(other, "Add, Email").click();
  await field(other, "Email 3").fill("one@example.com");
  await save(other);
  expect(emails()).toEqual(["sam@example.com", "two@example.com", "one@example.com"]);
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
  await enterEmail(page, "one@example.com");
  await enterEmail(other, "two@example.com");
  await save(page);
  await button(other, "Save").click();
  await other.getByText(/Saved meanwhile: sam@example.com.*one@example.com/).waitFor();
  expect(await field(other, "Email 2").inputValue()).toBe("two@example.com");
  expect(emails()).toEqual(["sam@example.com", "one@example.com"]);
});

test("Without entity tags the later of two devices' lists stands, and is shown as what is saved", async () => {
  const [{ page }, { page: other }] = [await signedIn(), await signedIn()];
  await enterEmail(page, "one@example.com");
  await enterEmail(other, "two@example.com");
  await save(page);
  await save(other);
  expect(emails()).toEqual(["sam@example.com", "two@example.com"]);
  await page.reload();
  await header(page, "Sam Rivers").waitFor();
  expect(await card(page)).toContain("two@example.com");
  expect(await card(page)).not.toContain("one@example.com");
});
