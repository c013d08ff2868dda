import { type ReactNode, useLayoutEffect } from "react";
import type { ScimMeMessages } from "../src/index.ts";
import { ScimMeStory, type ScimMeStorySettings } from "../src/storybook/index.ts";
import { endpoint } from "./endpoint.ts";
import type { StageParameters } from "./StageParameters.ts";
import type { StageGlobals } from "./stageGlobals.ts";

interface StageProps {
  settings: ScimMeStorySettings;
  provider: NonNullable<StageParameters["provider"]>;
  theme: NonNullable<StageGlobals["theme"]>;
  direction: "ltr" | "rtl";
  /** In percent of the page's own. */
  textSize: number;
  messages: ScimMeMessages | undefined;
  width: number;
  /** Whether the story has the page to itself, as it has not among the others of a docs page. */
  isAlone: boolean;
  children: ReactNode;
}

/** The app that a story stands in: its own cache, its own person, its own surroundings. */
export function Stage(props: StageProps) {
  const { settings, provider, theme, direction, textSize, messages, width, isAlone } = props;
  const colorScheme = theme === "dark" ? "dark" : "light";

  useLayoutEffect(() => {
    if (isAlone) document.documentElement.style.colorScheme = colorScheme;
  }, [isAlone, colorScheme]);

  const app = provider && {
    endpoint,
    ...(messages && { messages }),
    ...provider,
  };
  return (
    <div
      data-stage={isAlone ? "alone" : "among others"}
      data-theme={theme}
      dir={direction}
      lang={messages?.tag}
      style={{ colorScheme, ...(textSize !== 100 && { fontSize: `${0.15 * textSize}px` }) }}
    >
      <div style={{ maxInlineSize: width }}>
        <ScimMeStory {...settings} isAlone={isAlone} provider={app}>
          {props.children}
        </ScimMeStory>
      </div>
    </div>
  );
}
