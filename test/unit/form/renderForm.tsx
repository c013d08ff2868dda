import type { QueryClient } from "@tanstack/react-query";
import { fireEvent, screen, within } from "@testing-library/react";
import { expect } from "vitest";
import {
  ProfileCard,
  type ProfileCardProps,
  type ScimMeProviderProps,
} from "../../../src/index.js";
import { renderApp } from "../query/renderApp.js";
import { type Body, type Override, scimServer } from "../update/scimServer.js";

/** A card that can be edited, in an app with a SCIM server in memory. */
export function renderCard(
  options: {
    person?: Body;
    override?: Override;
    card?: ProfileCardProps;
    app?: ScimMeProviderProps;
    client?: QueryClient;
    reactStrictMode?: boolean;
  } = {},
) {
  const { person, override, card, app, ...others } = options;
  const server = scimServer(person, override);
  const children = <ProfileCard editable {...card} />;
  const props = { tokenProvider: () => "token", fetch: server.fetch, children, ...app };
  return { ...renderApp(props, others), ...server };
}

/** Opens the form and waits for it. */
export async function openForm() {
  fireEvent.click(await screen.findByRole("button", { name: "Edit profile" }));
  // Its code is loaded when it is opened first, which takes as long as it takes.
  const form = await screen.findByRole("form", { name: "Edit profile" });
  return within(form);
}

/** Writes into the input of that label. */
export function enter(label: string, value: string): HTMLInputElement {
  const input = screen.getByLabelText<HTMLInputElement>(label);
  fireEvent.change(input, { target: { value } });
  return input;
}

export function save(): void {
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
}

/** Waits until the form has closed. */
export async function closed(): Promise<void> {
  await screen.findByRole("button", { name: "Edit profile" });
  expect(screen.queryByRole("form")).toBeNull();
}
