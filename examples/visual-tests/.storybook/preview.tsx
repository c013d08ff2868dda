import type { Preview } from "@storybook/react-vite";
import { setupWorker } from "msw/browser";
import { scimMeHandlers } from "react-scim-me/msw";
import {
  scimMeGlobalTypes,
  scimMeInitialGlobals,
  scimMeReady,
  withScimMe,
} from "react-scim-me/storybook";
import "react-scim-me/styles.css";
import "../src/theme.css";
import { modes } from "./modes";

const endpoint = "https://scim.example.com/scim2/Me";
const worker = setupWorker(...scimMeHandlers({ endpoint }));

// For tests that look at the page from outside.
Object.assign(globalThis, { scimMeReady });

export default {
  decorators: [withScimMe({ endpoint })],
  globalTypes: scimMeGlobalTypes,
  initialGlobals: scimMeInitialGlobals,
  parameters: { chromatic: { modes } },
  beforeAll: async () => {
    await worker.start({ quiet: true, onUnhandledRequest: "bypass" });
  },
} satisfies Preview;
