import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode, useState } from "react";

/** The kit as it is packed. */
export type KitModule = typeof import("../../../src/index.ts");

/** Attributes of elements that another kit may have, and ours too. */
export type Attributes = Record<string, string>;

interface PageProps {
  parts: Attributes[];
  /** Without it the page is what React and TanStack Query make of it. */
  kit?: KitModule | undefined;
  endpoint: string;
}

/** A page of somebody's; with the kit it stands behind a guard, beside the rest of the kit. */
export function Page({ parts, kit, endpoint }: PageProps) {
  const [client] = useState(() => new QueryClient());
  const [tokenProvider] = useState(() => () => "a.token");
  if (!kit) {
    return (
      <StrictMode>
        <QueryClientProvider client={client}>
          <div>
            <Own parts={parts} />
          </div>
        </QueryClientProvider>
      </StrictMode>
    );
  }
  const { ProfileCard, ProtectedRoute, ScimMeProvider, SignOutButton } = kit;
  const signOut = <SignOutButton onSignOut={() => Promise.reject(new Error("Not now."))} />;
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <ScimMeProvider {...{ endpoint, tokenProvider }}>
          <ProtectedRoute>
            <Own parts={parts} />
          </ProtectedRoute>
          <ProtectedRoute allow={() => false} />
          <ProfileCard editable actions={signOut} />
        </ScimMeProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}

function Own({ parts }: { parts: Attributes[] }): ReactNode {
  return (
    <section data-own="">
      <h2>Orders</h2>
      <p>
        Text, <a href="/#top">a link to the top</a>, <code>code</code>
      </p>
      <button type="button">A button</button>
      <label>
        A label <input /> <input type="radio" /> <textarea />
      </label>
      <dl>
        <dt>A term</dt>
        <dd>What it means</dd>
      </dl>
      {parts.map((attributes) => (
        <div key={JSON.stringify(attributes)} {...attributes}>
          <span {...attributes}>A part</span> <a href="/#top">of another kit</a>
        </div>
      ))}
    </section>
  );
}
