import type { Locator, Page } from "playwright";

export const button = (page: Page, name: string): Locator =>
  page.getByRole("button", { name, exact: true });

/** An input of the form by its label; those of a list are numbered where there are several. */
export const field = (page: Page, name: string): Locator =>
  page.getByRole("textbox", { name, exact: true });

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
