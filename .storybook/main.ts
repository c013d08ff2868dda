import { defineMain } from "@storybook/react-vite/node";
import { mergeConfig } from "vite";
import { llmsTxt } from "./llmsTxt.ts";
import { mockServiceWorker } from "./mockServiceWorker.ts";

export default defineMain({
  framework: "@storybook/react-vite",
  stories: ["../stories/**/*.mdx", "../stories/**/*.stories.tsx"],
  addons: [
    "@storybook/addon-docs",
    "@storybook/addon-a11y",
    "@storybook/addon-vitest",
    // What coding agents read: the component manifest, and a server of it beside `npm start`.
    "@storybook/addon-mcp",
    import.meta.resolve("./forAgents.ts"),
  ],
  core: {
    disableTelemetry: true,
    disableWhatsNewNotifications: true,
    // It would tell when and with what the Storybook was built.
    disableProjectJson: true,
  },
  // The stage draws its own background: Storybook's would change what is behind it only.
  features: { sidebarOnboardingChecklist: false, backgrounds: false },
  viteFinal: (config) =>
    mergeConfig(config, {
      plugins: [mockServiceWorker(), llmsTxt()],
      // For older ones `light-dark()` would need color schemes that style sheets alone can set.
      build: { cssTarget: ["chrome123", "firefox120", "safari17.5"] },
      // One that is found late reloads the page under the first run's tests.
      optimizeDeps: {
        include: [
          "@storybook/addon-a11y",
          "@storybook/addon-docs",
          "@tanstack/react-query",
          "msw",
          "msw-storybook-addon",
          "msw/browser",
          "react",
          "react-dom",
          "react-dom/client",
          "react/jsx-dev-runtime",
          "react/jsx-runtime",
          "storybook/internal/csf",
          "storybook/test",
        ],
      },
    }),
});
