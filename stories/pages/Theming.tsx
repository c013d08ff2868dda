import { Source } from "@storybook/addon-docs/blocks";
import type { ReactNode } from "react";
import brand from "./brand.module.css?raw";
import { StoryLink } from "./StoryLink.tsx";
import { Themes } from "./Themes.tsx";
import { Tokens } from "./Tokens.tsx";

const tailwind = `@layer theme, base, react-scim-me, components, utilities;
@import "tailwindcss";
@import "react-scim-me/styles.css";`;

/** How a component takes the look of its page, shown with one of it. */
export function Theming({ children }: { children: ReactNode }) {
  return (
    <>
      <p>
        Font, text size and color scheme come from the page. The rest are a few custom properties,
        for a component, a part of the page or all of it. <code>react-scim-me/styles.css</code> can
        be left out: what remains are plain elements that work.
      </p>
      <Themes>{children}</Themes>
      <Tokens />
      <h3>CSS Modules, and every other kind of style sheet</h3>
      <p>
        Set them on a class of your own. This is the third look above; <code>light-dark()</code>{" "}
        gives both schemes at once.
      </p>
      <Source language="css" code={brand} />
      <h3>Tailwind 4</h3>
      <p>
        Say where the kit’s layer belongs: after the reset, before your utilities.{" "}
        <StoryLink id="guides-hostile-hosts--tailwind">This is how that looks</StoryLink>, and{" "}
        <StoryLink id="guides-hostile-hosts--bootstrap">other style sheets</StoryLink> are beside
        it.
      </p>
      <Source language="css" code={tailwind} />
      <h3>A part of it</h3>
      <p>
        Roots carry <code>data-scim</code> and <code>data-state</code>, elements within{" "}
        <code>data-part</code>. Every rule of the kit is in the layer <code>react-scim-me</code>, so
        that yours outside of layers win. <code>docs/theming.md</code> lists all parts.
      </p>
    </>
  );
}
