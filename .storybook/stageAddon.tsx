import { definePreviewAddon, type GlobalTypes, type PreviewAddon } from "storybook/internal/csf";
import { type ScimMeScenarioName, scimMeScenarios } from "../src/mocks/index.ts";
import { describeComponent } from "./describeComponent.ts";
import { forgetRequests, requests, unansweredRequests } from "./requests.ts";
import { Stage } from "./Stage.tsx";
import type { StageParameters } from "./StageParameters.ts";

export interface StageGlobals {
  theme?: "light" | "dark";
  direction?: "ltr" | "rtl";
  /** `story` plays what each story names; any other name is played by all of them. */
  scenario?: ScimMeScenarioName | "story";
}

type StageTypes = { parameters: StageParameters; globals: StageGlobals };
type Context = {
  id: string;
  viewMode?: string;
  parameters: StageParameters;
  globals: StageGlobals;
};

/** The addon of this Storybook's own: theme, direction, scenario, and a fresh app per story. */
export function stageAddon(): PreviewAddon<StageTypes> {
  return definePreviewAddon<StageTypes>({
    parameters: { docs: { extractComponentDescription: describeComponent } },
    globalTypes,
    initialGlobals: { theme: "light", direction: "ltr", scenario: "story" },
    decorators: [
      (Story, context) => (
        <Stage
          // A new scenario is a new visit: nothing is left of the last one's cache.
          key={`${context.id} ${scenarioOf(context)}`}
          scenario={scenarioOf(context)}
          {...pick(context)}
        >
          {Story() as React.ReactNode}
        </Stage>
      ),
    ],
    beforeEach: forgetRequests,
    afterEach: failOnRequests,
  });
}

function pick({ globals, parameters, viewMode }: Context) {
  return {
    theme: globals.theme ?? "light",
    direction: globals.direction ?? "ltr",
    provider: parameters.provider ?? {},
    width: parameters.width ?? 400,
    isAlone: viewMode !== "docs",
  } as const;
}

function scenarioOf({ globals, parameters }: Context): ScimMeScenarioName {
  const { scenario = "story" } = globals;
  return scenario === "story" ? (parameters.scenario ?? "success") : scenario;
}

function failOnRequests(context: Context): void {
  // The stories of a docs page share one recorder: there it tells nothing of any one of them.
  if (context.viewMode === "docs") return;
  const unanswered = unansweredRequests();
  if (unanswered.length > 0) throw new Error(`No mock answers ${unanswered.join(", ")}`);
  const scenario = scenarioOf(context);
  if (scimMeScenarios[scenario].requests === 0 && requests().length > 0) {
    throw new Error(`In the scenario "${scenario}" nothing may be asked, but /Me was.`);
  }
}

const globalTypes: GlobalTypes = {
  theme: {
    description: "The color scheme around the story",
    toolbar: { title: "Theme", icon: "mirror", items: ["light", "dark"], dynamicTitle: true },
  },
  direction: {
    description: "The direction of the text",
    toolbar: { title: "Direction", icon: "transfer", items: ["ltr", "rtl"], dynamicTitle: true },
  },
  scenario: {
    description: "What the server plays, for all stories at once",
    toolbar: {
      title: "Scenario",
      icon: "lightning",
      items: ["story", ...Object.keys(scimMeScenarios)],
      dynamicTitle: true,
    },
  },
};
