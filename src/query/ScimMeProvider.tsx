"use client";
import { QueryClientContext } from "@tanstack/react-query";
import { type JSX, type ReactNode, useContext, useEffect, useMemo } from "react";
import { meSession } from "./MeSession.js";
import { ScimMeContext, type ScimMeDefaults } from "./ScimMeContext.js";
import { REQUEST_NAMES } from "./splitRequest.js";
import { joinTabs } from "./tabs.js";
import { wholeRequest } from "./useMeRequest.js";

/** The names of all `ScimMeDefaults`: a change of one left out here would not reach the consumers. */
const NAMES = [...REQUEST_NAMES, "messages", "persister", "onSignIn"] as const;

/** @summary The props of {@link ScimMeProvider}. */
export interface ScimMeProviderProps extends ScimMeDefaults {
  /** What they are for. */
  children?: ReactNode;
}

/**
 * Gives hooks and components below it their endpoint and token provider. It needs a
 * `QueryClientProvider` above it.
 *
 * @summary Endpoint, token provider and messages for everything below it.
 * @example
 * <ScimMeProvider endpoint={endpoint} tokenProvider={() => session?.accessToken} pending={isLoading}>
 *   <App />
 * </ScimMeProvider>
 */
export function ScimMeProvider({ children, ...defaults }: ScimMeProviderProps): JSX.Element {
  const values = NAMES.map((name) => defaults[name]);
  // A render of the provider alone does not render every consumer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are all that it has.
  const value = useMemo(() => wholeRequest(defaults), values);
  const client = useContext(QueryClientContext);
  const { endpoint, subject = null } = defaults;
  // A page that shows nobody for the moment may still have them in its cache.
  useEffect(() => {
    if (!client || !endpoint) return;
    const session = meSession(client);
    return joinTabs(session, session.source(endpoint, subject));
  }, [client, endpoint, subject]);
  return <ScimMeContext.Provider value={value}>{children}</ScimMeContext.Provider>;
}
