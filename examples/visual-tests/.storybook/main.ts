import type { StorybookConfig } from "@storybook/react-vite";

export default {
  framework: "@storybook/react-vite",
  stories: ["../src/**/*.stories.tsx"],
  addons: ["@storybook/addon-vitest"],
  // `npm run worker` puts the worker of MSW there.
  staticDirs: ["../public"],
  core: { disableTelemetry: true },
} satisfies StorybookConfig;
