import type { Locator, Page } from "playwright";

export const button = (page: Page, name: string): Locator =>
  page.getByRole("button", { name, exact: true });

/** An input of the form by its label; those of a list are numbered where there are several. */
export const field = (page: Page, name: string): Locator =>
  page.getByRole("textbox", { name, exact: true });

/** The card's own header. */
export const header = (page: Page, name: string): Locator =>
  page.locator('[data-part="name"]', { hasText: name });

/** The page's header, where it shows who is signed in. */
export const nav = (page: Page, name: string): Locator => page.locator("nav", { hasText: name });

/** Everything that the card says. */
export const card = (page: Page): Promise<string> =>
  page.locator('[data-scim="ProfileCard"]').innerText();

/** What the form says of what was entered. */
export const alert = (page: Page, text: string): Locator =>
  page.getByRole("alert").filter({ hasText: text });

/** Opens the form of a card that shows a person. */
export async function openForm(page: Page): Promise<void> {
  await button(page, "Edit profile").click();
  await button(page, "Save").waitFor();
}

/** Saves what was entered, which the server takes. */
export async function save(page: Page): Promise<void> {
  await button(page, "Save").click();
  await page.getByRole("status").filter({ hasText: "Saved" }).waitFor();
}

/** Opens the form, enters a value under each label, and leaves it open. */
export async function enter(page: Page, values: Record<string, string>): Promise<void> {
  await openForm(page);
  for (const [name, value] of Object.entries(values)) await field(page, name).fill(value);
}

/** Opens the form, enters one more email, and leaves it open. */
export async function enterEmail(page: Page, value: string): Promise<void> {
  await openForm(page);
  await button(page, "Add, Email").click();
  await field(page, "Email 2").fill(value);
}
