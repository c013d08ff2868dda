import type { GlobalTypes } from "storybook/internal/csf";
import type { ScimMeMessages } from "../src/index.ts";
import {
  type ScimMeGlobals,
  scimMeGlobalTypes,
  scimMeInitialGlobals,
} from "../src/storybook/index.ts";

/** What the toolbar sets; all of it is in the page's address, to be shared. */
export interface StageGlobals extends ScimMeGlobals {
  theme?: "light" | "dark" | "forced-colors";
  direction?: "ltr" | "rtl" | "auto";
  /** A BCP 47 tag of a catalogue. */
  locale?: string;
  /** In percent of the page's own; the menu's have a unit, as those of the scenario do. */
  textSize?: number | string;
}

const catalogues = import.meta.glob<Record<string, ScimMeMessages>>("../src/locales/*.ts", {
  eager: true,
});

/** Every catalogue by its tag; the types beside them make none. */
const locales = new Map(
  Object.values(catalogues)
    .flatMap((module) => Object.values(module))
    .filter((value) => typeof value?.tag === "string")
    .map((messages) => [messages.tag, messages] as const),
);

/** The words of a locale; undefined for the built-in ones. */
export function messagesOf(locale = "en"): ScimMeMessages | undefined {
  return locale === "en" ? undefined : locales.get(locale);
}

const rightToLeft = /^(?:ar|he)\b/;

/** The direction that is set, else that of the language. */
export function directionOf({ direction = "auto", locale = "en" }: StageGlobals): "ltr" | "rtl" {
  return direction === "auto" ? (rightToLeft.test(locale) ? "rtl" : "ltr") : direction;
}

export const stageInitialGlobals: Required<StageGlobals> = {
  ...scimMeInitialGlobals,
  theme: "light",
  direction: "auto",
  locale: "en",
  textSize: "100-percent",
};

export const stageGlobalTypes: GlobalTypes = {
  ...scimMeGlobalTypes,
  theme: {
    description: "The color scheme around the story",
    toolbar: {
      title: "Theme",
      icon: "mirror",
      items: [
        { value: "light", title: "Light" },
        { value: "dark", title: "Dark" },
        { value: "forced-colors", title: "Forced colors, as drawn here" },
      ],
      dynamicTitle: true,
    },
  },
  direction: {
    description: "The direction of the text",
    toolbar: {
      title: "Direction",
      icon: "transfer",
      items: [
        { value: "auto", title: "Direction by language" },
        { value: "ltr", title: "Left to right" },
        { value: "rtl", title: "Right to left" },
      ],
      dynamicTitle: true,
    },
  },
  locale: {
    description: "The words of the components",
    toolbar: {
      title: "Language",
      icon: "globe",
      items: [...locales].map(([value]) => ({ value, title: languageName(value) })),
      dynamicTitle: true,
    },
  },
  textSize: {
    description: "The size of the text around the story",
    toolbar: {
      title: "Text size",
      icon: "zoom",
      items: [100, 150, 200].map((size) => ({ value: `${size}-percent`, title: `${size} %` })),
      dynamicTitle: true,
    },
  },
};

function languageName(tag: string): string {
  // The made-up language of translators' tests has no name in the browser.
  if (tag === "en-XA") return "Pseudo-locale (en-XA)";
  return `${new Intl.DisplayNames("en", { type: "language" }).of(tag)} (${tag})`;
}
