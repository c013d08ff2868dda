import { expect } from "storybook/test";
import preview from "../.storybook/preview.tsx";
import theming from "../docs/theming.md?raw";
import { ProfileCard } from "../src/index.ts";
import { en } from "../src/locales/en.ts";
import { buildMe } from "../src/testing/index.ts";
import { contrastOf } from "./contrastOf.ts";
import type { Canvas } from "./expectView.ts";

/** What is drawn can be told from what it is drawn on, in the theme that the toolbar sets. */
const meta = preview.meta({ title: "Components/Contrast", component: ProfileCard });

// One person for each of the style sheet's hues.
const people = ["0", "1", "2", "3", "4", "5", "6", "7"].map((id) =>
  buildMe({ id, displayName: `Person ${id}`, photos: null }),
);

/** Whichever color a person's initials have, they can be read. */
export const InitialsOfEveryHue = meta.story({
  tags: ["visual"],
  render: () => (
    <>
      {people.map((me) => (
        <ProfileCard key={me.id} profile={me} size="compact" />
      ))}
    </>
  ),
  play: async ({ canvasElement }) => {
    const avatars = [...canvasElement.querySelectorAll("[data-part=avatar]")];
    const hues = new Set(avatars.map((avatar) => avatar.getAttribute("data-hue")));
    await expect(hues.size).toBe(people.length);
    for (const avatar of avatars) {
      await expect(contrastOf(avatar)).toBeGreaterThanOrEqual(4.5);
    }
  },
});

// By the names that the style sheet gives them; borders of controls and outlines need 3 : 1.
const colors = [
  ["text", "surface", 4.5],
  ["muted", "surface", 4.5],
  ["muted", "subtle", 4.5],
  ["danger", "surface", 4.5],
  ["on-accent", "accent", 4.5],
  ["accent", "surface", 3],
  ["control", "surface", 3],
  ["warning", "amber", 3],
] as const;

/** What is drawn in a color can be told from what it is drawn on, whatever the theme. */
async function expectContrast({ canvas }: { canvas: Canvas }) {
  const probe = document.createElement("span");
  (await canvas.findByRole("group")).append(probe);
  for (const [front, back, least] of colors) {
    probe.style.cssText = `color: var(--_${front}); background-color: var(--_${back})`;
    await expect(contrastOf(probe), `${front} on ${back}`).toBeGreaterThanOrEqual(least);
  }
  probe.remove();
}

/** The colors as they come. */
export const AsItComes = meta.story({ play: expectContrast });

const [, css = ""] = theming.match(/```css\n(.*?)```/s) ?? [];

/** The colors that the guide to theming sets. */
export const InATheme = meta.story({
  tags: ["visual"],
  parameters: { scenario: "unauthorized" },
  render: () => (
    <div className="account">
      <style>{css}</style>
      <ProfileCard onSignIn={() => {}} />
    </div>
  ),
  play: async ({ canvas }) => {
    const button = await canvas.findByRole("button", { name: en.unauthorized.action });
    await expect(getComputedStyle(button).backgroundColor).toBe("rgb(11, 122, 91)");
    await expectContrast({ canvas });
  },
});
