import { HydrationBoundary, type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type JSX, type ReactNode, Suspense } from "react";
import {
  ProfileCard,
  ProtectedRoute,
  ScimMeProvider,
  type ScimMeProviderProps,
  SignOutButton,
  useSuspenseScimMe,
} from "../../../src/index.js";
import { endpoint } from "../query/renderApp.js";

/** A page of an app, for the server and for the browser; `state` is what the one hands the other. */
export function Page(
  props: Partial<ScimMeProviderProps> & { client: QueryClient; state?: unknown },
): JSX.Element {
  const { client, state, children, ...provider } = props;
  return (
    <QueryClientProvider client={client}>
      <HydrationBoundary state={state as never}>
        <ScimMeProvider endpoint={endpoint} tokenProvider={() => "token"} {...provider}>
          <main>{children}</main>
        </ScimMeProvider>
      </HydrationBoundary>
    </QueryClientProvider>
  );
}

/** What a guard hides. */
export const guarded: ReactNode = (
  <ProtectedRoute>
    <p>the secret</p>
    <ProfileCard actions={<SignOutButton onSignOut={() => {}} />} />
  </ProtectedRoute>
);

function Name(): JSX.Element {
  return <p>hello {useSuspenseScimMe().data.displayName}</p>;
}

/** What suspends until the person is known. */
export const suspended: ReactNode = (
  <Suspense fallback={<p>waiting</p>}>
    <Name />
  </Suspense>
);
