import { userEvent, within } from "storybook/test";
import { requests } from "../.storybook/requests.ts";
import type { Canvas } from "./expectView.ts";

/** Opens the form of a card, and gives it with what is in it. */
export async function openForm(canvas: Canvas, name = "Edit profile"): Promise<Canvas> {
  await userEvent.click(await canvas.findByRole("button", { name }));
  return within(await canvas.findByRole("form", { name }));
}

/** Presses *Save*. */
export function save(form: Canvas, name = "Save"): Promise<void> {
  return userEvent.click(form.getByRole("button", { name }));
}

/** Writes over what stands in an input. */
export async function enter(input: HTMLElement, text: string): Promise<void> {
  await userEvent.clear(input);
  if (text) await userEvent.type(input, text);
}

/** What was asked to be changed since the story began: the operations of each PATCH. */
export function changes(): unknown[] {
  return requests().flatMap(({ method, body }) =>
    method === "PATCH" ? [(body as { Operations: unknown }).Operations] : [],
  );
}

/** A `fetch` that answers some methods at `/Me` with a person, and leaves the rest to the mocks. */
export function serving(people: Partial<Record<string, object>>): typeof fetch {
  return async (url, init) => {
    const person = /\/Me$/.test(String(url)) ? people[init?.method ?? "GET"] : undefined;
    return person ? Response.json(person) : fetch(url, init);
  };
}
