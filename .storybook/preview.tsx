import addonA11y from "@storybook/addon-a11y";
import addonDocs from "@storybook/addon-docs";
import { definePreview } from "@storybook/react-vite";
import addonMsw from "msw-storybook-addon";
import { configure } from "storybook/test";
import { chromatic } from "./chromatic.ts";
import { describeTypes } from "./describeTypes.ts";
import { stageAddon } from "./stageAddon.tsx";
import { startMocks } from "./startMocks.ts";
import "../src/styles.css";
import "./preview.css";

// What a play waits for comes later than in a second, on a machine that does other things too.
configure({ asyncUtilTimeout: 10_000 });

export default definePreview({
  addons: [addonDocs(), addonA11y(), addonMsw(startMocks), stageAddon()],
  argTypesEnhancers: [describeTypes],
  parameters: {
    layout: "fullscreen",
    a11y: { test: "error", options: { resultTypes: ["violations", "incomplete"] } },
    chromatic,
    controls: { expanded: true },
    docs: { toc: { headingSelector: "h2", title: "On this page" } },
    options: {
      // Written here, because Storybook reads it without running this file.
      storySort: {
        order: [
          "Introduction",
          "Hooks",
          ["useScimMe", "useUpdateScimMe", "useSignOut"],
          "Components",
          ["ProfileCard", "ProtectedRoute", "SignOutButton", "All states"],
          "Guides",
          ["Connect your provider", "States", "Truth table", "Errors", "Recipes", "Mocks"],
        ],
      },
    },
  },
});
