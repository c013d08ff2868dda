import { expect, userEvent, waitFor } from "storybook/test";
import preview from "../.storybook/preview.tsx";
import { requests } from "../.storybook/requests.ts";
import { changes } from "./editing.ts";
import type { Canvas } from "./expectView.ts";
import { inTurn } from "./inTurn.ts";
import { patient } from "./patient.ts";
import { UpdateScimMeResult } from "./UpdateScimMeResult.tsx";

/** What the hook returns for each way that a change can go. */
const meta = preview.meta({
  title: "Hooks/useUpdateScimMe",
  component: UpdateScimMeResult,
  argTypes: { endpoint: { control: false }, tokenProvider: { control: false } },
});

const captain = [{ op: "replace", value: { title: "Captain" } }];

/** Nothing was changed yet. */
export const Idle = meta.story({
  play: async ({ canvas }) => {
    await expectRow(canvas, "title now", "Tour Guide");
    await expectRow(canvas, "status", "idle");
    await expectRow(canvas, "wanted", "none");
    await expect(changes()).toEqual([]);
  },
});

const hanging = inTurn("success", "never");

/** On its way: consumers of the profile see what is hoped for. */
export const Pending = meta.story({
  parameters: { provider: { ...patient, tokenProvider: hanging.tokenProvider } },
  beforeEach: hanging.restart,
  play: async ({ canvas }) => {
    await change(canvas);
    await expectRow(canvas, "status", "pending");
    await expectRow(canvas, "title now", "Captain");
    await expectRow(canvas, "answered", "none");
  },
});

/** The server took it: its answer is the profile now. The same again is no change, and is not sent. */
export const Success = meta.story({
  play: async ({ canvas }) => {
    await change(canvas);
    await expectRow(canvas, "status", "success");
    await expectRow(canvas, "answered", "Captain");
    await expectRow(canvas, "title now", "Captain");
    await userEvent.click(canvas.getByRole("button", { name: "Make me captain" }));
    await expectRow(canvas, "status", "success");
    await expect(changes()).toEqual([captain]);
  },
});

/** With `patchStyle="path"`, for servers that want each attribute by its path. */
export const ByPath = meta.story({
  args: { patchStyle: "path" },
  play: async ({ canvas }) => {
    await change(canvas);
    await expectRow(canvas, "title now", "Captain");
    await expect(changes()).toEqual([[{ op: "replace", path: "title", value: "Captain" }]]);
  },
});

/** The server refuses it, and the error names the attribute; the profile is what it was. */
export const Rejected = meta.story({
  parameters: { scenario: "update-rejected" },
  play: async ({ canvas }) => {
    await change(canvas);
    await expectRow(canvas, "reason", "invalid");
    await expectRow(canvas, "attribute", "title");
    await expectRow(canvas, "title now", "Tour Guide");
    await expectRow(canvas, "answered", "none");
    await userEvent.click(canvas.getByRole("button", { name: "Reset" }));
    await expectRow(canvas, "status", "idle");
  },
});

/** Changed elsewhere meanwhile: the profile is read again, so that both versions are at hand. */
export const Conflict = meta.story({
  parameters: { scenario: "update-conflict" },
  play: async ({ canvas }) => {
    await change(canvas);
    await expectRow(canvas, "reason", "conflict");
    await expectRow(canvas, "wanted", "Captain");
    await expectRow(canvas, "title now", "Senior Tour Guide");
    await expect(changes()).toEqual([captain]);
  },
});

const losing: typeof fetch = async (url, init) => {
  const answer = await fetch(url, init);
  if (init?.method === "PATCH") throw new TypeError("Failed to fetch");
  return answer;
};

/** The answer is lost after the server took the change: it is read, and nothing is sent again. */
export const LostAnswer = meta.story({
  args: { fetch: losing },
  play: async ({ canvas }) => {
    await change(canvas);
    await expectRow(canvas, "status", "success");
    await expectRow(canvas, "title now", "Captain");
    await expect(requests().map(({ method }) => method)).toEqual(["GET", "PATCH", "GET"]);
  },
});

const dropped = inTurn("success", "offline");

/** Nothing reaches the server: the profile goes back to what is known. */
export const Offline = meta.story({
  parameters: { provider: { tokenProvider: dropped.tokenProvider } },
  beforeEach: dropped.restart,
  play: async ({ canvas }) => {
    await change(canvas);
    await expectRow(canvas, "reason", "network");
    await expectRow(canvas, "title now", "Tour Guide");
    await expect(changes()).toEqual([captain]);
  },
});

async function change(canvas: Canvas): Promise<void> {
  await expectRow(canvas, "title now", "Tour Guide");
  await userEvent.click(canvas.getByRole("button", { name: "Make me captain" }));
  await waitFor(() => expect(changes()).toHaveLength(1));
}

async function expectRow(canvas: Canvas, name: string, value: string): Promise<void> {
  const row = await canvas.findByRole("row", { name: `${name} ${value}` });
  await expect(row).toBeVisible();
}
