import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import preview from "../.storybook/preview.tsx";
import { requests } from "../.storybook/requests.ts";
import { editingEn } from "../src/components/ProfileForm/editingEn.ts";
import { ProfileCard, ProtectedRoute, SignOutButton } from "../src/index.ts";
import { en } from "../src/locales/en.ts";
import type { scenarioToken } from "../src/mocks/index.ts";
import { changes } from "./editing.ts";
import { heard } from "./heard.ts";
import { inTurn } from "./inTurn.ts";

/** Without a mouse, and without a screen. */
const meta = preview.meta({
  title: "Components/Accessibility",
  args: { onSignOut: fn(async () => {}) },
  render: ({ onSignOut }) => (
    <ProfileCard
      editable={["displayName", "title"]}
      actions={<SignOutButton onSignOut={onSignOut} />}
    />
  ),
});

/** Each press of Tab is the next thing in reading order, and nothing else is on the way. */
export const CardByKeyboard = meta.story({
  play: async ({ canvas }) => {
    await canvas.findByRole("group", { name: "Barbara Jensen" });
    for (const name of ["bjensen@example.com", "+1 202 555 0144", "Edit profile", en.signOut]) {
      await userEvent.tab();
      await expect(document.activeElement).toHaveAccessibleName(name);
    }
    await userEvent.tab({ shift: true });
    await expect(canvas.getByRole("button", { name: "Edit profile" })).toHaveFocus();
  },
});

/** A change from beginning to end: the focus is where the work is, and comes back. */
export const EditedByKeyboard = meta.story({
  play: async ({ canvas }) => {
    const edit = await canvas.findByRole("button", { name: "Edit profile" });
    edit.focus();
    await userEvent.keyboard("{Enter}");
    const form = within(await canvas.findByRole("form"));
    await waitFor(() => expect(form.getByLabelText("Display name")).toHaveFocus());
    await userEvent.tab();
    await userEvent.keyboard("{End}, Senior");
    for (const name of ["Cancel", "Save"]) {
      await userEvent.tab();
      await expect(form.getByRole("button", { name })).toHaveFocus();
    }
    await userEvent.keyboard(" ");
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName("Edit profile"));
    // Said once the focus is there.
    await waitFor(() => expect(document.activeElement).toHaveAccessibleDescription(en.saved));
    await expect(changes()).toEqual([[{ op: "replace", value: { title: "Tour Guide, Senior" } }]]);
  },
});

/** Escape asks before it throws away, and each answer has a key. */
export const DiscardedByKeyboard = meta.story({
  play: async ({ canvas, canvasElement }) => {
    (await canvas.findByRole("button", { name: "Edit profile" })).focus();
    await userEvent.keyboard("{Enter}");
    const form = within(await canvas.findByRole("form"));
    await waitFor(() => expect(form.getByLabelText("Display name")).toHaveFocus());
    const said = heard(canvasElement);
    await userEvent.keyboard("Babs{Escape}");
    await waitFor(() => expect(said).toEqual([editingEn.discard.title]));
    await expect(document.activeElement).toHaveAccessibleName("Keep editing");
    await userEvent.tab();
    await expect(document.activeElement).toHaveAccessibleName("Discard");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName("Edit profile"));
    await expect(changes()).toEqual([]);
  },
});

/** The first press starts it, the focus stays, and the next presses do nothing more. */
export const SignedOutByKeyboard = meta.story({
  args: { onSignOut: fn(() => new Promise<void>(() => {})) },
  render: ({ onSignOut }) => <SignOutButton onSignOut={onSignOut} />,
  play: async ({ canvas, args }) => {
    await userEvent.tab();
    const button = canvas.getByRole("button", { name: en.signOut });
    await expect(button).toHaveFocus();
    await userEvent.keyboard(" ");
    await waitFor(() => expect(button).toHaveAccessibleName(en.signingOut));
    await userEvent.keyboard("{Enter}");
    await expect(button).toHaveFocus();
    await expect(args.onSignOut).toHaveBeenCalledTimes(1);
  },
});

/** A sign-out that fails is said as it happens. */
export const FailedSignOutIsHeard = meta.story({
  args: { onSignOut: fn(async () => Promise.reject(new Error("The provider did not answer."))) },
  play: async ({ canvas, canvasElement }) => {
    const button = await canvas.findByRole("button", { name: en.signOut });
    const said = heard(canvasElement);
    button.focus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(said).toEqual([en.signOutFailed]));
    await expect(button).toHaveFocus();
  },
});

let asked: (() => void)[];
const held = inTurn("server-error", "success");

/** Holds the first answer back, so that what comes after it is heard. */
const whenAsked = {
  tokenProvider: (request: Parameters<typeof held.tokenProvider>[0]) =>
    new Promise<ReturnType<typeof scenarioToken>>((resolve) => {
      asked.push(() => resolve(held.tokenProvider(request)));
    }),
};

/** Answers the next question, which an effect asks: it may come after the play begins. */
async function answer(): Promise<void> {
  await waitFor(() => expect(asked).not.toEqual([]));
  asked.shift()?.();
}

/** What went wrong is said where *Loading* stood, once; *Try again* is the next press of Tab. */
export const FailureIsHeard = meta.story({
  parameters: { provider: whenAsked },
  beforeEach: () => {
    asked = [];
    held.restart();
  },
  render: () => (
    <ProtectedRoute>
      <h2>Orders</h2>
    </ProtectedRoute>
  ),
  play: async ({ canvas, canvasElement }) => {
    const region = canvas.getByRole("status");
    await expect(region).toHaveTextContent(en.loading);
    const said = heard(canvasElement);
    await answer();
    await canvas.findByText(en.unavailable.title);
    await expect(canvas.getByRole("status")).toBe(region);
    await expect(said).toEqual([expect.stringContaining(en.unavailable.text)]);
    await userEvent.tab();
    await expect(document.activeElement).toHaveAccessibleName(en.unavailable.action);
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(canvas.getByRole("button")).toHaveAttribute("aria-disabled"));
    await expect(canvas.getByRole("button")).toHaveFocus();
    await answer();
    await canvas.findByRole("heading", { name: "Orders" });
    await expect(said).toHaveLength(1);
    await expect(requests()).toHaveLength(2);
  },
});
