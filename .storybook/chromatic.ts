import type { StageGlobals } from "./stageGlobals.ts";

/** What Chromatic sets for a picture: values of the toolbar, and the width of the page in px. */
export interface ChromaticMode extends StageGlobals {
  viewport?: number;
}

/**
 * Chromatic's parameters: each story is drawn once in each mode. It is a cloud service, which
 * nothing here asks; the pictures of test/visual show the same.
 */
export const chromatic = {
  modes: {
    light: { theme: "light" },
    dark: { theme: "dark" },
    "right to left": { locale: "ar" },
    "long words": { locale: "en-XA" },
    "320 px": { viewport: 320 },
    "text at 200 %": { textSize: "200-percent" },
  },
  prefersReducedMotion: "reduce",
} satisfies {
  modes: Record<string, ChromaticMode>;
  prefersReducedMotion: "reduce";
};
