"use client";
import { type JSX, type ReactNode, useMemo } from "react";
import { ScimMeContext, type ScimMeDefaults } from "./ScimMeContext.js";

/** @summary The props of {@link ScimMeProvider}. */
export interface ScimMeProviderProps extends ScimMeDefaults {
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
  const { endpoint, tokenProvider, subject, pending, messages, persister, onSignIn } = defaults;
  const { timeoutMs, attributes, excludedAttributes, scopeHint, fetch } = defaults;
  // A render of the provider alone does not render every consumer.
  const value = useMemo(
    () => ({
      endpoint,
      tokenProvider,
      subject,
      pending,
      messages,
      persister,
      onSignIn,
      timeoutMs,
      attributes,
      excludedAttributes,
      scopeHint,
      fetch,
    }),
    [
      endpoint,
      tokenProvider,
      subject,
      pending,
      messages,
      persister,
      onSignIn,
      timeoutMs,
      attributes,
      excludedAttributes,
      scopeHint,
      fetch,
    ],
  );
  return <ScimMeContext.Provider value={value}>{children}</ScimMeContext.Provider>;
}
