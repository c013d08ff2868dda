import { expect, userEvent, type within } from "storybook/test";
import { endpoint } from "../.storybook/endpoint.ts";
import preview from "../.storybook/preview.tsx";
import { requests } from "../.storybook/requests.ts";
import { type ScimMeScenarioName, scenarioToken } from "../src/mocks/index.ts";
import { ConnectProvider } from "./connect/ConnectProvider.tsx";

type Canvas = ReturnType<typeof within>;

/** Asks your own provider, in place of the mocks, and says what it found. */
const meta = preview.meta({
  title: "Guides/Connect your provider",
  component: ConnectProvider,
  parameters: { provider: false, width: 960 },
});

/** Nothing is asked before you say so. */
export const Blank = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText("Access token")).toHaveAttribute("type", "password");
    await expect(canvas.queryByRole("list", { name: "Findings" })).toBeNull();
    await expect(requests()).toEqual([]);
  },
});

/** The person, what the kit reads beside what the server sent, and every check. */
export const Connected = meta.story({
  play: async ({ canvas }) => {
    await ask(canvas, "success");
    await expect(await canvas.findByText("The profile can be read.")).toBeVisible();
    await expect(canvas.getAllByText("Barbara Jensen")[0]).toBeVisible();
    await expect(canvas.getByRole("region", { name: "The body as received" })).toBeVisible();
    await expect(requests()).toHaveLength(1);
  },
});

/** A provider that refuses: what failed, and what to do about it. */
export const Refused = meta.story({
  play: async ({ canvas }) => {
    await ask(canvas, "forbidden");
    const status = await canvas.findByText("The profile cannot be read: look at scope.");
    await expect(status).toHaveAttribute("role", "status");
    await expect(canvas.getByText(/Add internal_login to the scopes/)).toBeVisible();
    await expect(canvas.queryByRole("region", { name: /body/ })).toBeNull();
    await expect(requests()).toHaveLength(1);
  },
});

/** Forget leaves neither the person nor the token. */
export const Forgotten = meta.story({
  play: async ({ canvas }) => {
    await ask(canvas, "success");
    await canvas.findByText("The profile can be read.");
    await userEvent.click(canvas.getByRole("button", { name: "Forget" }));
    await expect(canvas.queryByText(/Barbara/)).toBeNull();
    await expect(canvas.queryByRole("list", { name: "Findings" })).toBeNull();
    await expect(canvas.getByLabelText("Access token")).toHaveValue("");
  },
});

async function ask(canvas: Canvas, scenario: ScimMeScenarioName) {
  await userEvent.type(canvas.getByLabelText("URL of the Me resource"), endpoint);
  await userEvent.type(canvas.getByLabelText("Access token"), String(scenarioToken(scenario)));
  await userEvent.click(canvas.getByRole("button", { name: "Ask the provider" }));
}
