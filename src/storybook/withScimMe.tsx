"use client";
import type { ComponentType, JSX } from "react";
import type { ScimMeScenarioName } from "../mocks/index.js";
import { ScimMeStory, type ScimMeStoryProps } from "./ScimMeStory.js";
import type { ScimMeGlobals, ScimMeParameters } from "./scimMeGlobals.js";

/** @summary The part of Storybook's story context that decides what is played. */
export interface ScimMeStoryContext {
  /** The story's id. */
  id: string;
  /** What the toolbar sets; see {@link ScimMeGlobals}. */
  globals: object;
  /** The story's own; see {@link ScimMeParameters}. */
  parameters: object;
  /** `docs` where other stories are on the page. */
  viewMode?: string;
}

/** @summary What is played for a story: the toolbar's scenario, else the story's own. */
export interface ScimMeStorySettings {
  /** What the mocks play. */
  scenario: ScimMeScenarioName;
  /** What each answer takes longer, in ms. */
  latencyMs: number;
  /** How many requests are answered 503 before one is let through. */
  failNext: number;
}

/**
 * Reads a story's settings from its context.
 *
 * @summary A story's scenario, from its context.
 */
export function scimMeStorySettings(context: ScimMeStoryContext): ScimMeStorySettings {
  const { scenario = "story", latency = 0, failNext = 0 } = context.globals as ScimMeGlobals;
  const { scenario: own = "success" } = context.parameters as ScimMeParameters;
  return {
    scenario: scenario === "story" ? own : scenario,
    // The address makes text of numbers, and the menus have units.
    latencyMs: Number.parseFloat(`${latency}`),
    failNext: Number.parseFloat(`${failNext}`),
  };
}

/**
 * A decorator that puts each story into an app of its own, in which the toolbar's or the story's
 * scenario is played. Start `scimMeHandlers` of `react-scim-me/msw` beside it.
 *
 * @summary Decorator that plays a scenario around each story.
 * @param provider more props for the `<ScimMeProvider>` around the stories, such as `endpoint`.
 *
 * @example
 * export default {
 *   decorators: [withScimMe({ endpoint: "https://scim.example.com/scim2/Me" })],
 *   globalTypes: scimMeGlobalTypes,
 *   initialGlobals: scimMeInitialGlobals,
 * };
 */
export function withScimMe(
  provider: ScimMeStoryProps["provider"] = {},
): (story: () => unknown, context: ScimMeStoryContext) => JSX.Element {
  return (story, context) => {
    const settings = scimMeStorySettings(context);
    // An element and no call: the hooks of inner decorators look for the app around them.
    const Story = story as ComponentType;
    return (
      // Other settings are another visit: nothing is left of the last one's cache.
      <ScimMeStory
        key={`${context.id} ${Object.values(settings)}`}
        {...settings}
        isAlone={context.viewMode !== "docs"}
        provider={provider}
      >
        <Story />
      </ScimMeStory>
    );
  };
}
