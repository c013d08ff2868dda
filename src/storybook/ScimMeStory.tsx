"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type JSX, type ReactNode, Suspense, useId, useMemo, useState } from "react";
import { ScimMeProvider, type ScimMeProviderProps } from "../index.js";
import type { ScimMeScenarioName } from "../mocks/index.js";
import { visitTokenProvider } from "../mocks/scenarioToken.js";
import { failingFetch } from "./failingFetch.js";

/** @summary The props of {@link ScimMeStory}. */
export interface ScimMeStoryProps {
  /** What the mocks play. @default "success" */
  scenario?: ScimMeScenarioName | undefined;
  /** What each answer takes longer, in ms. @default 0 */
  latencyMs?: number | undefined;
  /** How many requests are answered 503 before one is let through. @default 0 */
  failNext?: number | undefined;
  /** More props for the provider around the story, or `false` for none. */
  provider?: Partial<Omit<ScimMeProviderProps, "children">> | false | undefined;
  /** The cache of the story. @default a fresh one without retries */
  queryClient?: QueryClient | undefined;
  /** Whether it has the page to itself, as it has not among the others of a docs page. @default true */
  isAlone?: boolean | undefined;
  /** The story. */
  children?: ReactNode;
}

// For `scimMeReady`: a picture is not taken of it.
const busy = <div data-scim="ScimMeStory" aria-busy="true" />;

function freshQueryClient(): QueryClient {
  const once = { retry: false, gcTime: Number.POSITIVE_INFINITY };
  return new QueryClient({ defaultOptions: { queries: once, mutations: once } });
}

/**
 * An app for one story: a cache of its own, and a token that names its scenario and itself, so that
 * stories can share one page and one service worker: each has its own scenario, and what it changes
 * is changed in it alone. Another scenario needs another key.
 *
 * @summary App around one story, with a cache and a scenario of its own.
 * @example
 * <ScimMeStory key={scenario} scenario={scenario} provider={{ endpoint }}>
 *   <ProfileCard />
 * </ScimMeStory>
 */
export function ScimMeStory(props: ScimMeStoryProps): JSX.Element {
  const { scenario = "success", latencyMs = 0, failNext = 0, provider = {} } = props;
  const { isAlone = true, children } = props;
  const [queryClient] = useState(() => props.queryClient ?? freshQueryClient());
  const tokenProvider = useMemo(() => visitTokenProvider(scenario), [scenario]);
  // Among others each is somebody else: what signs out in one would sign out in all.
  const id = useId();
  const subject = isAlone ? undefined : id;
  const fetch = useMemo(
    () => (latencyMs || failNext ? failingFetch({ latencyMs, failNext }) : undefined),
    [latencyMs, failNext],
  );
  // Without a boundary below it, an app that suspends is made anew, and asks anew, without end.
  const story = <Suspense fallback={busy}>{children}</Suspense>;
  return (
    <QueryClientProvider client={queryClient}>
      {provider === false ? (
        story
      ) : (
        <ScimMeProvider {...{ tokenProvider, fetch, subject }} {...provider}>
          {story}
        </ScimMeProvider>
      )}
    </QueryClientProvider>
  );
}
