import { type ClerkProp, ClerkProvider } from "@clerk/react";
import { ClerkAPIResponseError } from "@clerk/react/errors";
import { vi } from "vitest";
import * as recipe from "../sessions/clerk-react.tsx";
import { answerRenewal } from "./answerRenewal.ts";
import { gate } from "./gate.ts";
import { type Situation, testSession } from "./testSession.tsx";

type Listener = (resources: unknown) => void;

/** Clerk's script as its provider uses it: it loads, tells who is signed in, and gives tokens. */
function fakeClerk({ token, renewal }: Situation) {
  const listeners = new Set<Listener>();
  const ended = () => new ClerkAPIResponseError("Signed out", { data: [], status: 401 });
  const renew = vi.fn(() => answerRenewal(renewal, ended));
  const { opened, open } = gate();
  const session = {
    id: "session",
    status: "active",
    lastActiveToken: { jwt: { claims: {} } },
    getToken: async ({ skipCache = false }) => (skipCache ? renew() : token),
  };
  const clerk = {
    loaded: false,
    session: token ? session : null,
    user: token ? { id: "user_barbara" } : null,
    __internal_lastEmittedResources: undefined as unknown,
    emit: () => {
      const { session, user } = clerk;
      clerk.__internal_lastEmittedResources = { client: {}, organization: null, session, user };
      for (const listener of listeners) listener(clerk.__internal_lastEmittedResources);
    },
    load: async () => {
      await opened;
      clerk.loaded = true;
      clerk.emit();
    },
    addListener: (listener: Listener) => {
      listeners.add(listener);
      listener(clerk.__internal_lastEmittedResources);
      return () => listeners.delete(listener);
    },
    redirectToSignIn: vi.fn(async (_options: { signInForceRedirectUrl: string }) => {}),
    signOut: vi.fn(async () => {
      clerk.session = clerk.user = null;
      clerk.emit();
    }),
  };
  return { clerk, renew, open };
}

testSession(recipe, (situation) => {
  const { clerk, renew, open } = fakeClerk(situation);
  return {
    Provider: ({ children }) => (
      <ClerkProvider
        publishableKey="pk_test_Y2xlcmsuZXhhbXBsZS5jb20k"
        Clerk={clerk as unknown as ClerkProp}
      >
        {children}
      </ClerkProvider>
    ),
    load: open,
    renewals: () => renew.mock.calls.length,
    signIns: () =>
      clerk.redirectToSignIn.mock.calls.map(
        ([{ signInForceRedirectUrl }]) => signInForceRedirectUrl,
      ),
    signOuts: () => clerk.signOut.mock.calls.length,
  };
});
