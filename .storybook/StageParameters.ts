import type { ScimMeProviderProps } from "../src/index.ts";
import type { ScimMeScenarioName } from "../src/mocks/index.ts";

/** What a story says of the stage it wants. */
export interface StageParameters {
  /** What the mocks play: a name of `scimMeScenarios`. @default "success" */
  scenario?: ScimMeScenarioName;
  /** More props for the provider around the story, or `false` for none. */
  provider?: Partial<Omit<ScimMeProviderProps, "children">> | false;
  /** The width the story gets, in px. @default 400 */
  width?: number;
}
