import { type ScimMeScenarioName, scimMeScenarios } from "../mocks/index.js";

/** @summary What the toolbar sets, for all stories at once. */
export interface ScimMeGlobals {
  /** `story` leaves each story to its own scenario. @default "story" */
  scenario?: ScimMeScenarioName | "story";
  /** What each answer takes longer, in ms. @default 0 */
  latency?: number | string;
  /** How many requests fail first. @default 0 */
  failNext?: number | string;
}

/** @summary What a story says of itself, in its `parameters`. */
export interface ScimMeParameters {
  /** @default "success" */
  scenario?: ScimMeScenarioName;
}

/** @summary An item of Storybook's `globalTypes`, in the shape that its versions share. */
export interface ScimMeGlobalType {
  description: string;
  toolbar: {
    title: string;
    /** A name of one of Storybook's icons. */
    icon: "lightning" | "timer" | "alert";
    items: { value: string; title: string }[];
    dynamicTitle: boolean;
  };
}

/**
 * The toolbar's menus: spread them into `globalTypes` of your preview.
 *
 * @summary Menus of the scenario toolbar.
 */
export const scimMeGlobalTypes: Record<keyof ScimMeGlobals, ScimMeGlobalType> = {
  scenario: {
    description: "What the SCIM server plays, for all stories at once",
    toolbar: menu("Scenario", "lightning", [
      ["story", "Each story’s own"],
      ...Object.keys(scimMeScenarios).map((name) => [name, name] as const),
    ]),
  },
  latency: {
    description: "What each answer takes longer",
    toolbar: menu("Latency", "timer", [
      ["0", "No latency"],
      ["500", "0.5 s"],
      ["2000", "2 s"],
      ["8000", "8 s"],
    ]),
  },
  failNext: {
    description: "How many requests are answered 503 first",
    toolbar: menu("Failures", "alert", [
      ["0", "No failures"],
      ["1", "The next fails"],
      ["2", "The next 2 fail"],
      ["5", "The next 5 fail"],
    ]),
  },
};

/**
 * The toolbar's first settings: spread them into `initialGlobals` of your preview.
 *
 * @summary First settings of the scenario toolbar.
 */
export const scimMeInitialGlobals: Required<ScimMeGlobals> = {
  scenario: "story",
  latency: "0",
  failNext: "0",
};

function menu(
  title: string,
  icon: ScimMeGlobalType["toolbar"]["icon"],
  items: readonly (readonly [value: string, title: string])[],
): ScimMeGlobalType["toolbar"] {
  return {
    title,
    icon,
    items: items.map(([value, name]) => ({ value, title: name })),
    dynamicTitle: true,
  };
}
