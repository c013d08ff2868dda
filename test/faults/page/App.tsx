import {
  HydrationBoundary,
  type QueryClient,
  QueryClientProvider,
  QueryErrorResetBoundary,
} from "@tanstack/react-query";
import { Component, type JSX, type ReactNode, Suspense } from "react";
import {
  ProfileCard,
  ProtectedRoute,
  ScimMeProvider,
  type ScimMeProviderProps,
  SignOutButton,
  useSuspenseScimMe,
} from "../../../src/index.js";

export interface AppProps extends ScimMeProviderProps {
  client: QueryClient;
  dehydrated?: unknown;
  suspense?: boolean | undefined;
  editable?: boolean | undefined;
  onSignOut: () => unknown;
  onSignedOut: (reason: string) => void;
}

class Boundary extends Component<{ onReset: () => void; children: ReactNode }> {
  override state: { error: { reason?: string } | null } = { error: null };
  static getDerivedStateFromError(error: Error): object {
    return { error };
  }
  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const reset = () => {
      this.props.onReset();
      this.setState({ error: null });
    };
    return (
      <div data-scim="ProfileCard" data-state={`boundary: ${error.reason}`}>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </div>
    );
  }
}

function Person(): JSX.Element {
  const { data } = useSuspenseScimMe();
  return <ProfileCard profile={data} />;
}

/** The smallest app that has all of the library on one page. */
export function App(props: AppProps): JSX.Element {
  const { client, dehydrated, suspense, editable, onSignOut, onSignedOut, ...provider } = props;
  return (
    <QueryClientProvider client={client}>
      <HydrationBoundary state={dehydrated as never}>
        <ScimMeProvider {...provider} onSignIn={() => {}}>
          {suspense ? (
            <QueryErrorResetBoundary>
              {({ reset }) => (
                <Boundary onReset={reset}>
                  <Suspense fallback={<div data-scim="ProfileCard" data-state="suspended" />}>
                    <Person />
                  </Suspense>
                </Boundary>
              )}
            </QueryErrorResetBoundary>
          ) : (
            <>
              <ProtectedRoute onSignedOut={({ reason }) => onSignedOut(reason)}>
                <p>the protected page</p>
              </ProtectedRoute>
              <ProfileCard
                editable={editable && ["displayName"]}
                actions={<SignOutButton onSignOut={onSignOut} />}
              />
            </>
          )}
        </ScimMeProvider>
      </HydrationBoundary>
    </QueryClientProvider>
  );
}
