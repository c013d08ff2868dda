import { type ScimMeScenarioName, scimMeScenarios } from "../mocks/index.js";

/** @summary What the toolbar sets, for all stories at once. */
export interface ScimMeGlobals {
  /** `story` leaves each story to its own scenario. @default "story" */
  scenario?: ScimMeScenarioName | "story";
  /** What each answer takes longer, in ms: `500` or `"500ms"`. @default "0ms" */
  latency?: number | string;
  /** How many requests fail first: `2` or `"2-times"`. @default "0-times" */
  failNext?: number | string;
}

/** @summary What a story says of itself, in its `parameters`. */
export interface ScimMeParameters {
  /** What the mocks play for it. @default "success" */
  scenario?: ScimMeScenarioName;
}

/** @summary An item of Storybook's `globalTypes`, in the shape that its versions share. */
export interface ScimMeGlobalType {
  /** What the menu sets. */
  description: string;
  /** The menu itself. */
  toolbar: {
    title: string;
    /** A name of one of Storybook's icons. */
    icon: "lightning" | "timer" | "alert";
    items: { value: string; title: string }[];
    dynamicTitle: boolean;
  };
}

// The menus' values have a unit, because Storybook makes numbers of what looks like one in an address,
// and a menu whose item is text would then not know its own.
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
      ["0ms", "No latency"],
      ["500ms", "0.5 s"],
      ["2000ms", "2 s"],
      ["8000ms", "8 s"],
    ]),
  },
  failNext: {
    description: "How many requests are answered 503 first",
    toolbar: menu("Failures", "alert", [
      ["0-times", "No failures"],
      ["1-times", "The next fails"],
      ["2-times", "The next 2 fail"],
      ["5-times", "The next 5 fail"],
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
  latency: "0ms",
  failNext: "0-times",
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
