import { expect, userEvent, waitFor, within } from "storybook/test";
import { endpoint } from "../.storybook/endpoint.ts";
import preview from "../.storybook/preview.tsx";
import { scimMeStorySettings } from "../src/storybook/index.ts";
import { LiveHook } from "./live/LiveHook.tsx";

/** The hook at work: choose a scenario in the toolbar, and see what it does with it. */
const meta = preview.meta({
  title: "Hooks/useScimMe/Live",
  parameters: { provider: false, width: 1000 },
  render: (_args, context) => {
    const { scenario } = scimMeStorySettings(context);
    return <LiveHook key={scenario} {...{ scenario, endpoint }} />;
  },
});

type Canvas = ReturnType<typeof within>;

const status = (canvas: Canvas) => canvas.getByRole("status");
const press = (canvas: Canvas, name: string) =>
  userEvent.click(canvas.getByRole("button", { name }));
const answers = (canvas: Canvas) =>
  within(canvas.getByRole("region", { name: "Network log" }))
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("cell")[4]?.textContent);

/** However many consumers there are, there is one request; what expires is renewed once. */
export const Live = meta.story({
  play: async ({ canvas }) => {
    await waitFor(() => expect(status(canvas)).toHaveTextContent("ready: status success"));
    await press(canvas, "Mount three more consumers");
    await expect(canvas.getAllByText("ready", { selector: ".live-consumer" })).toHaveLength(3);
    await expect(answers(canvas)).toEqual(["200"]);
    await press(canvas, "Expire the token");
    await press(canvas, "Refetch");
    await waitFor(() => expect(answers(canvas)).toEqual(["200", "401", "200"]));
    await waitFor(() => expect(status(canvas)).toHaveTextContent(/ready.*Barbara Jensen/));
    await expect(canvas.queryByText(/demo\./)).toBeNull();
  },
});

/** The connection drops: the person stays, and the error says why. */
export const GoesOffline = meta.story({
  play: async ({ canvas }) => {
    await waitFor(() => expect(status(canvas)).toHaveTextContent("ready: status success"));
    await press(canvas, "Go offline");
    await press(canvas, "Refetch");
    await waitFor(() => expect(status(canvas)).toHaveTextContent(/reason network, Barbara/));
    await expect(status(canvas)).toHaveTextContent(/^ready/);
    await press(canvas, "Go online");
    await press(canvas, "Invalidate");
    await waitFor(() => expect(status(canvas)).toHaveTextContent(/success.*Barbara Jensen\.$/));
  },
});

/** After a sign-out nothing is asked any more, whatever is pressed. */
export const SignsOut = meta.story({
  play: async ({ canvas }) => {
    await waitFor(() => expect(status(canvas)).toHaveTextContent("ready: status success"));
    await press(canvas, "Sign out");
    await waitFor(() => expect(status(canvas)).toHaveTextContent(/^missing-token/));
    await press(canvas, "Refetch");
    await waitFor(() => expect(status(canvas)).toHaveTextContent(/fetchStatus idle/));
    await expect(answers(canvas)).toEqual(["200"]);
    await expect(canvas.queryByText(/Barbara/)).toBeNull();
  },
});
