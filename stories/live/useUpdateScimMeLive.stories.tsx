import { expect, userEvent, waitFor, within } from "storybook/test";
import { endpoint } from "../../.storybook/endpoint.ts";
import preview from "../../.storybook/preview.tsx";
import { scimMeStorySettings } from "../../src/storybook/index.ts";
import type { Canvas } from "../expectView.ts";
import { expectLog } from "./expectLog.ts";
import { LiveUpdate } from "./LiveUpdate.tsx";

/** The hook at work: choose what the server does with a change, and see what is true afterwards. */
const meta = preview.meta({
  title: "Hooks/useUpdateScimMe/Live",
  parameters: { provider: false, width: 1000 },
  render: (_args, context) => {
    const { scenario } = scimMeStorySettings(context);
    return <LiveUpdate key={scenario} {...{ scenario, endpoint }} />;
  },
});

/** The smallest change that does it is sent; the same again is no change, and is not. */
export const Live = meta.story({
  play: async ({ canvas }) => {
    await expectCard(canvas, "Tour Guide · Example Studios");
    await press(canvas, "Become captain");
    await expectCard(canvas, "Captain · Example Studios");
    await expectStatus(canvas, "success: no error.");
    await press(canvas, "Become captain");
    await expectStatus(canvas, "success: no error.");
    await expectLog(canvas, "GET /Me 200", "PATCH /Me 200");
    await expect(canvas.queryByText(/demo\./)).toBeNull();
  },
});

/** The server refuses: the profile is what it was, and the error names the attribute. */
export const Refused = meta.story({
  play: async ({ canvas }) => {
    await expectCard(canvas, "Tour Guide · Example Studios");
    await play(canvas, "update-rejected");
    await press(canvas, "Become captain");
    await expectStatus(canvas, "error: reason invalid, attribute title.");
    await expectCard(canvas, "Tour Guide · Example Studios");
    await expectLog(canvas, "GET /Me 200", "PATCH /Me 400");
    await press(canvas, "Reset");
    await expectStatus(canvas, "idle: no error.");
  },
});

/** Somebody else was first: their version is read, and nothing is sent again. */
export const Conflict = meta.story({
  play: async ({ canvas }) => {
    await expectCard(canvas, "Tour Guide · Example Studios");
    await play(canvas, "update-conflict");
    await press(canvas, "Become captain");
    await expectStatus(canvas, "error: reason conflict.");
    await expectCard(canvas, "Senior Tour Guide · Example Studios");
    await expectLog(canvas, "GET /Me 200", "PATCH /Me 412", "GET /Me 200");
  },
});

/** A new address waits to be confirmed: the old one is what is true. */
export const EmailPending = meta.story({
  play: async ({ canvas }) => {
    await expectCard(canvas, "Tour Guide · Example Studios");
    await play(canvas, "email-pending");
    await press(canvas, "Take another email");
    await expectStatus(canvas, "success: no error.");
    await expectCard(canvas, "barbara@example.net is waiting to be confirmed.");
    await expect(canvas.getByRole("link", { name: "bjensen@example.com" })).toBeVisible();
  },
});

async function expectCard(canvas: Canvas, text: string): Promise<void> {
  const seen = canvas.getByRole("region", { name: "What people see" });
  await waitFor(() => expect(seen).toHaveTextContent(text));
}

function press(canvas: Canvas, name: string): Promise<void> {
  return userEvent.click(canvas.getByRole("button", { name }));
}

function play(canvas: Canvas, scenario: string): Promise<void> {
  return userEvent.selectOptions(canvas.getByLabelText("The server plays"), scenario);
}

async function expectStatus(canvas: Canvas, text: string): Promise<void> {
  const state = within(canvas.getByRole("region", { name: "State" }));
  await waitFor(() => expect(state.getByRole("status")).toHaveTextContent(text));
}
