import { expect, userEvent, waitFor, within } from "storybook/test";
import { endpoint } from "../../.storybook/endpoint.ts";
import preview from "../../.storybook/preview.tsx";
import { scimMeStorySettings } from "../../src/storybook/index.ts";
import type { Canvas } from "../expectView.ts";
import { expectLog } from "./expectLog.ts";
import { LiveSignOut } from "./LiveSignOut.tsx";

/** The hook at work: what it empties, what it waits for, and what is true when that fails. */
const meta = preview.meta({
  title: "Hooks/useSignOut",
  parameters: { provider: false, width: 1000 },
  render: (_args, context) => {
    const { scenario } = scimMeStorySettings(context);
    return <LiveSignOut key={scenario} {...{ scenario, endpoint }} />;
  },
});

/** Nothing of the person is left, here or in the other tab, and nothing more is asked. */
export const Live = meta.story({
  play: async ({ canvas }) => {
    await begin(canvas);
    await press(canvas, "Sign out");
    await expectNow(canvas, "signed-out");
    await expectKept(canvas, "The host’s session", "active", "ended");
    await expectKept(canvas, "The profile", "Barbara Jensen", "not in the cache");
    await expectKept(canvas, "The app’s own data", "3 orders", "not in the cache");
    await waitFor(() => expect(otherTab(canvas)).toHaveTextContent("You are not signed in"));
    await press(canvas, "Refetch");
    await expectLog(canvas, "GET /Me 200", "onSignOut done");
    await expect(canvas.queryByText(/demo\./)).toBeNull();
  },
});

/** The provider refuses: the person is still signed in, and is read again. */
export const Failed = meta.story({
  play: async ({ canvas }) => {
    await begin(canvas);
    await choose(canvas, "The provider", "refuses");
    await press(canvas, "Sign out");
    await expectNow(canvas, "failed");
    await expect(status(canvas)).toHaveTextContent("did not end the session. The hook");
    await expectKept(canvas, "The host’s session", "active", "active");
    await expectKept(canvas, "The profile", "Barbara Jensen", "Barbara Jensen");
    await expect(otherTab(canvas)).toHaveTextContent("Barbara Jensen");
    await expectLog(canvas, "GET /Me 200", "onSignOut fails", "GET /Me 200");
  },
});

/** Until the provider has answered, everything is empty and a second press does nothing. */
export const Pending = meta.story({
  play: async ({ canvas }) => {
    await begin(canvas);
    await choose(canvas, "The provider", "never answers");
    await press(canvas, "Sign out");
    await expectNow(canvas, "signing-out");
    await press(canvas, "Sign out");
    await press(canvas, "Refetch");
    await expectLog(canvas, "GET /Me 200", "onSignOut …");
    await expect(status(canvas)).toHaveTextContent("useScimMe is loading");
    await choose(canvas, "The provider", "ends the session");
    await expectNow(canvas, "signed-out");
    await waitFor(() => expect(otherTab(canvas)).toHaveTextContent("You are not signed in"));
  },
});

/** With `clear="profile"` the app's own data stays: it is for apps whose data is nobody's. */
export const ProfileOnly = meta.story({
  play: async ({ canvas }) => {
    await begin(canvas);
    await choose(canvas, "clear", "profile");
    await press(canvas, "Sign out");
    await expectNow(canvas, "signed-out");
    await expectKept(canvas, "The profile", "Barbara Jensen", "not in the cache");
    await expectKept(canvas, "The app’s own data", "3 orders", "3 orders");
    await waitFor(() => expect(otherTab(canvas)).toHaveTextContent("You are not signed in"));
  },
});

/** Somebody signs in again: a token that was not in use before brings the profile. */
export const SignsInAgain = meta.story({
  play: async ({ canvas }) => {
    await begin(canvas);
    await press(canvas, "Sign out");
    await expectNow(canvas, "signed-out");
    await waitFor(() => expect(otherTab(canvas)).toHaveTextContent("You are not signed in"));
    await press(canvas, "Sign in again");
    await expectNow(canvas, "idle");
    await expectKept(canvas, "The profile", "Barbara Jensen", "Barbara Jensen");
    await expectLog(canvas, "GET /Me 200", "onSignOut done", "GET /Me 200");
    // It asks again in measured steps.
    await waitFor(() => expect(otherTab(canvas)).toHaveTextContent("Barbara Jensen"));
  },
});

async function begin(canvas: Canvas): Promise<void> {
  await expectKept(canvas, "The profile", "…", "Barbara Jensen");
  await expectKept(canvas, "The app’s own data", "…", "3 orders");
  await waitFor(() => expect(otherTab(canvas)).toHaveTextContent("Barbara Jensen"));
}

function press(canvas: Canvas, name: string): Promise<void> {
  return userEvent.click(canvas.getByRole("button", { name }));
}

function choose(canvas: Canvas, name: string, value: string): Promise<void> {
  return userEvent.selectOptions(canvas.getByLabelText(name), value);
}

async function expectNow(canvas: Canvas, node: string): Promise<void> {
  await waitFor(() => expect(status(canvas)).toHaveTextContent(new RegExp(`^${node}:`)));
}

function status(canvas: Canvas): HTMLElement {
  return within(canvas.getByRole("region", { name: "State" })).getByRole("status");
}

async function expectKept(canvas: Canvas, what: string, before: string, now: string) {
  const name = `${what} ${before} ${now}`;
  await expect(await canvas.findByRole("row", { name })).toBeVisible();
}

function otherTab(canvas: Canvas): HTMLElement {
  return canvas.getByRole("region", { name: "Another tab" });
}
