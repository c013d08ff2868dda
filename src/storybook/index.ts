export { ScimMeStory, type ScimMeStoryProps } from "./ScimMeStory.js";
export {
  type ScimMeGlobals,
  type ScimMeGlobalType,
  type ScimMeParameters,
  scimMeGlobalTypes,
  scimMeInitialGlobals,
} from "./scimMeGlobals.js";
export { scimMeReady } from "./scimMeReady.js";
export {
  type ScimMeStoryContext,
  type ScimMeStorySettings,
  scimMeStorySettings,
  withScimMe,
} from "./withScimMe.js";
