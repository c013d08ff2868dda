import { DocsContext } from "@storybook/addon-docs/blocks";
import { type ReactNode, useContext, useEffect, useState } from "react";
import { endpoint } from "../../.storybook/endpoint.ts";
import type { StageGlobals } from "../../.storybook/stageGlobals.ts";
import { startMocks } from "../../.storybook/startMocks.ts";
import type { ScimMeProviderProps } from "../../src/index.ts";
import type { ScimMeScenarioName } from "../../src/mocks/index.ts";
import { ScimMeStory } from "../../src/storybook/index.ts";

interface LiveAppProps {
  scenario?: ScimMeScenarioName;
  provider?: Partial<ScimMeProviderProps>;
  children: ReactNode;
}

/** An app in the middle of a page of documentation, with a person and a cache of its own. */
export function LiveApp({ scenario, provider, children }: LiveAppProps) {
  const [isReady, setReady] = useState(false);
  const theme = useTheme();
  useEffect(() => void startMocks().then(() => setReady(true)), []);
  return (
    <div
      data-stage="among others"
      data-theme={theme}
      // Where the toolbar says nothing else, the scheme is that of the place.
      style={theme === "dark" ? { colorScheme: theme } : undefined}
    >
      {isReady && (
        <ScimMeStory scenario={scenario} isAlone={false} provider={{ endpoint, ...provider }}>
          {children}
        </ScimMeStory>
      )}
    </div>
  );
}

/** What the toolbar says, which a page of documentation knows through its stories. */
function useTheme(): StageGlobals["theme"] {
  const docs = useContext(DocsContext);
  const [story] = docs.componentStories();
  const [chosen, choose] = useState<StageGlobals>();
  useEffect(() => {
    const update = ({ globals }: { globals: StageGlobals }) => choose(globals);
    docs.channel.on("globalsUpdated", update);
    return () => docs.channel.off("globalsUpdated", update);
  }, [docs]);
  return (chosen ?? (story && (docs.getStoryContext(story).globals as StageGlobals)))?.theme;
}
