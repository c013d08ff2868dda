import { type ClerkProp, ClerkProvider } from "@clerk/react";
import { ClerkAPIResponseError } from "@clerk/react/errors";
import { vi } from "vitest";
import * as recipe from "../sessions/clerk-react.tsx";
import { type Situation, testSession } from "./testSession.tsx";

type Listener = (resources: unknown) => void;

/** Clerk's script as its provider uses it: it loads, tells who is signed in, and gives tokens. */
function fakeClerk({ token, renewal }: Situation) {
  const listeners = new Set<Listener>();
  const renew = vi.fn(() => {
    if (renewal === "outage") throw new TypeError("Failed to fetch");
    if (renewal === "ended")
      throw new ClerkAPIResponseError("Signed out", { data: [], status: 401 });
    return renewal;
  });
  const session = {
    id: "session",
    status: "active",
    lastActiveToken: { jwt: { claims: {} } },
    getToken: async ({ skipCache = false }) => (skipCache ? renew() : token),
  };
  const user = { id: "user_barbara" };
  const clerk = {
    loaded: false,
    session: token ? session : null,
    user: token ? user : null,
    __internal_lastEmittedResources: undefined as unknown,
    load: () =>
      new Promise<void>((resolve) => {
        clerk.finish = () => {
          clerk.loaded = true;
          const { session, user } = clerk;
          clerk.__internal_lastEmittedResources = { client: {}, session, user, organization: null };
          resolve();
        };
      }),
    finish: () => {},
    addListener: (listener: Listener) => {
      listeners.add(listener);
      listener(clerk.__internal_lastEmittedResources);
      return () => listeners.delete(listener);
    },
    redirectToSignIn: vi.fn(async (_options: { signInForceRedirectUrl: string }) => {}),
    signOut: vi.fn(async () => {
      clerk.session = clerk.user = null;
      const resources = { client: {}, session: null, user: null, organization: null };
      clerk.__internal_lastEmittedResources = resources;
      for (const listener of listeners) listener(resources);
    }),
  };
  return { clerk, renew };
}

testSession(recipe, (situation) => {
  const { clerk, renew } = fakeClerk(situation);
  return {
    Provider: ({ children }) => (
      <ClerkProvider
        publishableKey="pk_test_Y2xlcmsuZXhhbXBsZS5jb20k"
        Clerk={clerk as unknown as ClerkProp}
      >
        {children}
      </ClerkProvider>
    ),
    load: () => clerk.finish(),
    renewals: () => renew.mock.calls.length,
    signIns: () =>
      clerk.redirectToSignIn.mock.calls.map(
        ([{ signInForceRedirectUrl }]) => signInForceRedirectUrl,
      ),
    signOuts: () => clerk.signOut.mock.calls.length,
  };
});
