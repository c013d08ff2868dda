import { join } from "node:path";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import type { TestProjectInlineConfiguration, ViteUserConfig } from "vitest/config";
import { contextOptions, launchOptions } from "./browser/launchChromium.ts";
import { ariaSnapshot, resolveSnapshotPath, takesAriaSnapshots } from "./visual/ariaSnapshots.ts";
import { comparesPictures, pictures } from "./visual/pictures.ts";

const seconds = 1_000;

/** `STORY_TAGS=visual` leaves the stories that have pictures. */
const tags = { include: process.env.STORY_TAGS?.split(",") ?? ["test"] };

/** One start serves all files: most of the time went into starting. Any order will do. */
const together = {
  isolate: false,
  unstubGlobals: true,
  unstubEnvs: true,
  testTimeout: 60 * seconds,
} as const;

/** Server and browser render in one process there, and React leaves the contexts of one in the other. */
const mixed = "test/unit/server-rendering/hydrateStream.test.tsx";

/**
 * What fails a test whatever it asserts. Named here, and not imported by the setup of a project: where
 * files share a process, what they import runs once, and would see to the first of them alone.
 */
const watches = {
  console: "test/setup/failOnConsole.ts",
  timers: "test/setup/failOnLeftTimers.ts",
} as const;

/** The same project for what needs a process of its own. */
function alone({ test, ...rest }: TestProjectInlineConfiguration): TestProjectInlineConfiguration {
  const own = { name: `${test?.name}-alone`, include: [mixed], exclude: [], isolate: true };
  return { ...rest, test: { ...test, ...own } };
}

/** What starts servers and browsers, and builds: a minute on a machine that does other things too. */
const patiently = { testTimeout: 180 * seconds, hookTimeout: 120 * seconds } as const;

/** What needs no page. */
const unitInNode: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: "unit-node",
    environment: "node",
    include: ["test/{fuzz,identity,servers,unit}/**/*.test.ts"],
    setupFiles: [watches.console],
    pool: "threads",
    ...together,
  },
};

/** What happens in a page, without a browser. */
const unit: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: "unit",
    environment: "jsdom",
    include: ["test/{fuzz,servers,unit}/**/*.test.tsx"],
    exclude: [mixed],
    setupFiles: [watches.console, watches.timers, "test/setup/unit.ts"],
    ...together,
  },
};

const oldest = join(import.meta.dirname, "oldest-peers", "node_modules");

/** What React and TanStack Query can change, once more on the oldest of both. */
const unitOnOldestPeers: TestProjectInlineConfiguration = {
  extends: true,
  resolve: {
    alias: [
      {
        find: /^(react|react-dom|@tanstack\/react-query)(?=\/|$)/,
        replacement: join(oldest, "$1"),
      },
      // Its other build, because what is required and not imported has no aliases.
      {
        find: /^@testing-library\/react$/,
        replacement: "@testing-library/react/dist/@testing-library/react.esm.js",
      },
    ],
  },
  test: {
    name: "unit-oldest-peers",
    environment: "jsdom",
    include: [
      "test/unit/{components,form,guard,query,server-rendering,update}/**/*.test.tsx",
      "test/oldest-peers/*.test.tsx",
    ],
    exclude: [mixed],
    globalSetup: ["test/oldest-peers/install.ts"],
    setupFiles: [
      ...[watches.console, watches.timers],
      ...["test/setup/unit.ts", "test/oldest-peers/quiet.ts"],
    ],
    ...together,
    // Left to Node, they would find the React beside them.
    server: { deps: { inline: [/@testing-library\/react/, /@tanstack\/react-query/] } },
  },
};

/** The packed tarball, as an app gets it. */
const packed: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: "package",
    environment: "node",
    include: ["test/package/**/*.test.ts"],
    globalSetup: ["test/package/pack.ts"],
    ...patiently,
  },
};

/** Snippets for other people's sign-in libraries and routers, with the real ones. */
const recipes: TestProjectInlineConfiguration = {
  extends: true,
  // Some libraries publish source maps without the sources.
  logLevel: "error",
  test: {
    name: "recipes",
    environment: "jsdom",
    include: ["examples/recipes/test/*.test.tsx", "test/recipes/*.test.ts"],
    exclude: ["test/recipes/visual-tests.test.ts"],
    globalSetup: ["test/recipes/install.ts"],
    setupFiles: [watches.console, "examples/recipes/test/setup.ts"],
    // One start serves them all: most of the time went into loading the libraries.
    isolate: false,
    ...patiently,
    // Written for bundlers: Node would not find their parts.
    server: { deps: { inline: [/@asgardeo/] } },
  },
};

/** Other people's visual tests, by the recipe. */
const visualTests: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: "visual-tests",
    environment: "node",
    include: ["test/recipes/visual-tests.test.ts"],
    ...patiently,
  },
};

/** The static Storybook, as it is published. */
const storybook: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: "storybook",
    environment: "node",
    include: ["test/storybook/**/*.test.ts"],
    globalSetup: ["test/storybook/buildStorybook.ts"],
    ...patiently,
  },
};

/** Real servers, a real app, a real browser: one file after the other. */
const endToEnd: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: "e2e",
    environment: "node",
    include: ["test/{e2e,faults}/**/*.test.ts"],
    testTimeout: 120 * seconds,
    hookTimeout: 300 * seconds,
    fileParallelism: false,
  },
};

/** Other people's builds and frameworks, each around the packed tarball: one after the other. */
const hosts: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: "hosts",
    environment: "node",
    include: ["test/hosts/**/*.test.ts"],
    testTimeout: 900 * seconds,
    hookTimeout: 120 * seconds,
    fileParallelism: false,
  },
};

/** Every story in Chromium: its play, axe, what is read out, a picture where it is tagged `visual`. */
const themes = {
  light: { theme: "light", tags, context: contextOptions },
  dark: { theme: "dark", tags, context: contextOptions },
  /** What a person in high contrast sees: the system's colors in place of ours. */
  "forced-colors": {
    theme: "light",
    tags: { include: ["forced-colors"] },
    context: { ...contextOptions, forcedColors: "active" },
  },
} as const;

async function stories(name: keyof typeof themes): Promise<TestProjectInlineConfiguration> {
  const { theme, tags, context } = themes[name];
  const project = `stories-${name}`;
  return {
    extends: true,
    plugins: [
      await storybookTest({
        configDir: ".storybook",
        initialGlobals: { theme },
        tags: { include: [...tags.include] },
      }),
      // Three servers that keep one cache take each other's away.
      {
        name: "own-cache",
        enforce: "post",
        config: ({ cacheDir }) => ({ cacheDir: `${cacheDir}-${name}` }),
      },
    ],
    test: {
      name: project,
      // One page for all files, as in Storybook itself: most of the time went into loading it.
      isolate: false,
      setupFiles: [".storybook/vitest.setup.ts"],
      testTimeout: 30 * seconds,
      provide: { comparesPictures, takesAriaSnapshots: takesAriaSnapshots(project) },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: await launchOptions(), contextOptions: context }),
        instances: [{ browser: "chromium" }],
        commands: { ariaSnapshot },
        expect: { toMatchScreenshot: pictures(project) },
      },
    },
  };
}

export const test: NonNullable<ViteUserConfig["test"]> = {
  attachmentsDir: "artifacts/attachments",
  resolveSnapshotPath,
  // A second is not long on a machine that does other things too.
  expect: { poll: { timeout: 15 * seconds } },
  projects: [
    unitInNode,
    unit,
    alone(unit),
    unitOnOldestPeers,
    alone(unitOnOldestPeers),
    packed,
    recipes,
    visualTests,
    storybook,
    endToEnd,
    hosts,
    await stories("light"),
    await stories("dark"),
    await stories("forced-colors"),
  ],
};
