import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useLayoutEffect, useState } from "react";
import { ScimMeProvider } from "../src/index.ts";
import { type ScimMeScenarioName, scenarioTokenProvider } from "../src/mocks/index.ts";
import { createTestQueryClient } from "../src/testing/index.ts";
import { endpoint } from "./endpoint.ts";
import type { StageParameters } from "./StageParameters.ts";

interface StageProps {
  scenario: ScimMeScenarioName;
  provider: NonNullable<StageParameters["provider"]>;
  theme: "light" | "dark";
  direction: "ltr" | "rtl";
  width: number;
  /** Whether the story has the page to itself, as it has not among the others of a docs page. */
  isAlone: boolean;
  children: ReactNode;
}

/** The app that a story stands in: its own cache, its own person, its own surroundings. */
export function Stage(props: StageProps) {
  const { scenario, provider, theme, direction, width, isAlone, children } = props;
  const [queryClient] = useState(createTestQueryClient);
  const [tokenProvider] = useState(() => scenarioTokenProvider(scenario));

  useLayoutEffect(() => {
    if (isAlone) document.documentElement.style.colorScheme = theme;
  }, [isAlone, theme]);

  return (
    <div
      data-stage={isAlone ? "alone" : "among others"}
      dir={direction}
      style={{ colorScheme: theme }}
    >
      <div style={{ maxInlineSize: width }}>
        <QueryClientProvider client={queryClient}>
          {provider === false ? (
            children
          ) : (
            <ScimMeProvider endpoint={endpoint} tokenProvider={tokenProvider} {...provider}>
              {children}
            </ScimMeProvider>
          )}
        </QueryClientProvider>
      </div>
    </div>
  );
}
