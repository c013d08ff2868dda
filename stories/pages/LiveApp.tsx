import { type ReactNode, useEffect, useId, useState } from "react";
import { endpoint } from "../../.storybook/endpoint.ts";
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
  // Of no other app on the page: signing out here leaves them alone.
  const subject = useId();
  useEffect(() => void startMocks().then(() => setReady(true)), []);
  return (
    <div data-stage="among others">
      {isReady && (
        <ScimMeStory scenario={scenario} provider={{ endpoint, subject, ...provider }}>
          {children}
        </ScimMeStory>
      )}
    </div>
  );
}
