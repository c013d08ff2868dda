import { definePreviewAddon, type PreviewAddon } from "storybook/internal/csf";
import { scimMeScenarios } from "../src/mocks/index.ts";
import { scimMeStorySettings } from "../src/storybook/index.ts";
import { describeComponent } from "./describeComponent.ts";
import { forgetRequests, requests, unansweredRequests } from "./requests.ts";
import { Stage } from "./Stage.tsx";
import type { StageParameters } from "./StageParameters.ts";
import {
  directionOf,
  messagesOf,
  type StageGlobals,
  stageGlobalTypes,
  stageInitialGlobals,
} from "./stageGlobals.ts";
import { forgetUpdates } from "./startMocks.ts";

type StageTypes = { parameters: StageParameters; globals: StageGlobals };
type Context = {
  id: string;
  viewMode?: string;
  parameters: StageParameters;
  globals: StageGlobals;
};

/** The addon of this Storybook's own: its toolbar, and a fresh app for each story. */
export function stageAddon(): PreviewAddon<StageTypes> {
  return definePreviewAddon<StageTypes>({
    parameters: { docs: { extractComponentDescription: describeComponent } },
    globalTypes: stageGlobalTypes,
    initialGlobals: stageInitialGlobals,
    decorators: [
      (Story, context) => (
        <Stage
          // Other settings are another visit: nothing is left of the last one's cache.
          key={`${context.id} ${Object.values(scimMeStorySettings(context))}`}
          {...pick(context)}
        >
          {Story() as React.ReactNode}
        </Stage>
      ),
    ],
    beforeEach: async () => {
      forgetRequests();
      await forgetUpdates();
    },
    afterEach: failOnRequests,
  });
}

function pick(context: Context) {
  const { globals, parameters, viewMode } = context;
  return {
    settings: scimMeStorySettings(context),
    theme: globals.theme ?? "light",
    direction: directionOf(globals),
    textSize: Number.parseFloat(`${globals.textSize ?? 100}`),
    messages: messagesOf(globals.locale),
    provider: parameters.provider ?? {},
    width: parameters.width ?? 400,
    isAlone: viewMode !== "docs",
  } as const;
}

function failOnRequests(context: Context): void {
  // The stories of a docs page share one recorder: there it tells nothing of any one of them.
  if (context.viewMode === "docs") return;
  const unanswered = unansweredRequests();
  if (unanswered.length > 0) throw new Error(`No mock answers ${unanswered.join(", ")}`);
  const { scenario } = scimMeStorySettings(context);
  if (scimMeScenarios[scenario].requests === 0 && requests().length > 0) {
    throw new Error(`In the scenario "${scenario}" nothing may be asked, but /Me was.`);
  }
}
