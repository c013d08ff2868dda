import { expect, userEvent, waitFor, within } from "storybook/test";
import preview from "../.storybook/preview.tsx";
import { ProfileCard, SignOutButton } from "../src/index.ts";
import { en } from "../src/locales/en.ts";
import unlayered from "../src/styles.unlayered.css?inline";
import { openForm } from "./editing.ts";
import type { Canvas } from "./expectView.ts";
import { HostPage } from "./hosts/HostPage.tsx";
import { layered } from "./hosts/layered.ts";
import { ShadowRoot } from "./hosts/ShadowRoot.tsx";
import { bootstrap, brutal, dressed, reset, smallRoot, tailwind } from "./hosts/sheets.ts";
import { doneByPage, withSheets } from "./hosts/withSheets.ts";

/** Pages whose own rules are for every element: what they do to the kit, and what helps. */
const meta = preview.meta({
  title: "Guides/Hostile hosts",
  tags: ["visual", "!manifest"],
  parameters: { width: 848, scenario: "full" },
  render: () => <HostPage />,
  play: async ({ canvas }) => {
    await settle(canvas);
    await expect(doneByPage()).toEqual([]);
  },
});

/** Waits for the card, its photo, the guard and the open form. */
async function settle(canvas: Canvas): Promise<void> {
  await openForm(canvas);
  await canvas.findByText(en["not-allowed"].title);
  await waitFor(() => expect(canvas.getAllByText("Barbara Jensen")).toHaveLength(2));
  await waitFor(() => expect(document.querySelectorAll("[data-loaded=true]")).toHaveLength(2));
}

/** Tailwind 4, whose preflight is in a layer: the kit's comes after it. */
export const Tailwind = meta.story({ beforeEach: withSheets(tailwind) });

/** Bootstrap in a layer of its own. */
export const Bootstrap = meta.story({
  tags: ["!visual"],
  beforeEach: withSheets(layered("bootstrap", bootstrap)),
});

/** Bootstrap outside of layers, and the kit's sheet outside too. */
export const BootstrapUnlayered = meta.story({ beforeEach: withSheets(bootstrap, unlayered) });

/** A reset that takes away everything, in a layer. */
export const Reset = meta.story({
  tags: ["!visual"],
  beforeEach: withSheets(layered("reset", reset)),
});

/** The same reset outside of layers. */
export const ResetUnlayered = meta.story({ beforeEach: withSheets(reset, unlayered) });

/** Rules for all and everything, outside of layers. */
export const Brutal = meta.story({ beforeEach: withSheets(brutal, unlayered) });

/** A page with its own buttons, links and inputs: they stay its own, and the kit's its own. */
export const Dressed = meta.story({ beforeEach: withSheets(dressed, unlayered) });

/** A page may dress the kit as well: with `styles.css` its rules outside of layers win. */
export const DressedByPage = meta.story({
  beforeEach: withSheets(dressed),
  play: async ({ canvas }) => {
    await settle(canvas);
    for (const button of canvas.getAllByRole("button", { name: /Sign out|Save|A button/ })) {
      await expect(button).toHaveStyle({ textTransform: "uppercase", borderRadius: "99px" });
    }
  },
});

/** A page that counts its `rem` in tens: the kit counts in the size of the text around it. */
export const SmallRoot = meta.story({ beforeEach: withSheets(smallRoot) });

/** In a shadow root no rule of the page comes in; labels, focus and the form work as elsewhere. */
export const InShadowRoot = meta.story({
  beforeEach: withSheets(brutal),
  parameters: { width: 400, scenario: "success" },
  render: () => (
    <ShadowRoot>
      <ProfileCard
        editable={["displayName", "title"]}
        fields={["emails"]}
        actions={<SignOutButton onSignOut={() => {}} />}
      />
    </ShadowRoot>
  ),
  play: async ({ canvas }) => {
    const { shadowRoot } = await canvas.findByTestId("shadow");
    if (!shadowRoot) throw new Error("There is no shadow root.");
    const inside = within(shadowRoot.firstElementChild as HTMLElement);
    const form = await openForm(inside);
    const name = form.getByLabelText("Display name");
    await expect(shadowRoot.activeElement).toBe(name);
    await userEvent.keyboard("{Escape}");
    const edit = await inside.findByRole("button", { name: "Edit profile" });
    await waitFor(() => expect(shadowRoot.activeElement).toBe(edit));
    const card = shadowRoot.querySelector("[data-scim]");
    const label = card?.getAttribute("aria-labelledby");
    await expect(shadowRoot.getElementById(String(label))).toHaveTextContent("Barbara Jensen");
    await expect(doneByPage(shadowRoot)).toEqual([]);
  },
});
