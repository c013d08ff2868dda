import type { ScimMeGlobals } from "react-scim-me/storybook";

/** For Chromatic: each story is drawn once in each of them. */
export const modes = {
  "its own state": { scenario: "story" },
  "session ended": { scenario: "unauthorized" },
  "service down": { scenario: "server-error" },
} satisfies Record<string, ScimMeGlobals>;
