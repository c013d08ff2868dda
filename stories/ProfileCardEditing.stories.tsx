import { userEvent } from "storybook/test";
import preview from "../.storybook/preview.tsx";
import { ProfileCard } from "../src/index.ts";

/** A person changes their own profile, and reads what the server really did. */
const meta = preview.meta({
  title: "Components/ProfileCard/Editing",
  component: ProfileCard,
  tags: ["visual"],
  args: { editable: true },
});

/** The form opens in place of the fields; its code is loaded only now. */
export const Editing = meta.story({
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Edit profile" }));
    await canvas.findByRole("form", { name: "Edit profile" });
  },
});
