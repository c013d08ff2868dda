import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import { type JSX, useState } from "react";
import { expect, test } from "vitest";
import { ProfileCard, ScimMeProvider, SignOutButton } from "../../../src/index.js";
import { createTestQueryClient } from "../../../src/testing/index.js";
import { Reader } from "./Reader.js";
import { person, recordFetch } from "./recordFetch.js";
import { endpoint, pass } from "./renderApp.js";

/** A page that stays, with a `QueryClient` that its host replaces. */
function renderHost(hasSubject: boolean) {
  const { fetch } = recordFetch(({ token }) => person({ id: token, displayName: token }));
  let signIn = (_token: string | undefined) => {};
  function Host(): JSX.Element {
    const [{ token, client }, set] = useState<{
      token: string | undefined;
      client: QueryClient;
    }>({ token: "client-of-alice", client: createTestQueryClient() });
    signIn = (next) => set({ token: next, client: createTestQueryClient() });
    return (
      <QueryClientProvider client={client}>
        <ScimMeProvider
          {...{ endpoint, fetch }}
          subject={hasSubject ? token : undefined}
          tokenProvider={() => token}
        >
          <Reader />
          <ProfileCard />
          <SignOutButton onSignOut={() => signIn(undefined)} />
        </ScimMeProvider>
      </QueryClientProvider>
    );
  }
  render(<Host />);
  const me = () => screen.getByTestId("me").textContent;
  return { me, signIn: (token: string) => act(async () => signIn(token)) };
}

const signOut = () => act(async () => screen.getByText("Sign out").click());

test.each([true, false])(
  "who signs in after a sign-out that replaced the QueryClient is let in (subject: %s)",
  async (hasSubject) => {
    const { me, signIn } = renderHost(hasSubject);
    await screen.findByText("ready client-of-alice");
    await signOut();
    await expect.poll(me).toBe("missing-token ");
    await signIn("client-of-bob");
    await screen.findByText("ready client-of-bob");
    expect(screen.getByRole("group", { name: "client-of-bob" })).toBeVisible();
  },
);

test.each([true, false])(
  "a sign-out leaves nobody on a page whose QueryClient was replaced before (subject: %s)",
  async (hasSubject) => {
    const { me, signIn } = renderHost(hasSubject);
    await screen.findByText("ready client-of-alice");
    await signIn("client-of-bob");
    await pass();
    await signOut();
    await pass();
    await expect.poll(me).toBe("missing-token ");
    expect(document.body).not.toHaveTextContent(/client-of/);
  },
);
