import { AsgardeoSPAClient } from "@asgardeo/browser";
import { AsgardeoProvider } from "@asgardeo/react";
import { HttpResponse, http } from "msw";
import { onTestFinished, vi } from "vitest";
import * as recipe from "../sessions/asgardeo-react.tsx";
import { gate } from "./gate.ts";
import { server } from "./scimServer.ts";
import { testSession } from "./testSession.tsx";

const claims = btoa(JSON.stringify({ sub: "barbara", username: "bjensen@example.com" }));

// The SDK keeps each of its clients for as long as the page lives.
let instanceId = 0;

/** What the SDK keeps of a session. */
function store(token: string): void {
  const session = {
    access_token: token,
    id_token: `e30.${claims}.signature`,
    expires_in: "300",
    created_at: Date.now(),
  };
  sessionStorage.setItem(`session_data-instance_${instanceId}-app`, JSON.stringify(session));
}

// The real provider and client; only what leaves the page is cut short.
testSession(
  recipe,
  ({ token, renewal }) => {
    const { opened, open } = gate();
    instanceId++;
    if (token) store(token);
    const client = AsgardeoSPAClient.prototype;
    const { isInitialized } = client;
    vi.spyOn(client, "isInitialized").mockImplementation(async function (this: typeof client) {
      await opened;
      return isInitialized.call(this);
    });
    const renew = vi.spyOn(client, "signInSilently").mockImplementation(async () => {
      if (renewal === "outage") throw new TypeError("Failed to fetch");
      if (renewal === "ended") return false;
      store(renewal);
      return true;
    });
    const signIn = vi.spyOn(client, "signIn").mockResolvedValue({});
    const signOut = vi.spyOn(client, "signOut").mockResolvedValue(true);
    // The SDK reads profile, schemas and organizations for its own components.
    server.use(http.get("https://api.asgardeo.io/*", () => HttpResponse.json({})));
    onTestFinished(() => {
      vi.restoreAllMocks();
      sessionStorage.clear();
    });
    return {
      Provider: ({ children }) => (
        <AsgardeoProvider
          baseUrl="https://api.asgardeo.io/t/acme"
          clientId="app"
          instanceId={instanceId}
          preferences={{ theme: { inheritFromBranding: false }, resolveFromMeta: false }}
        >
          {children}
        </AsgardeoProvider>
      ),
      load: open,
      renewals: () => renew.mock.calls.length,
      signIns: () => signIn.mock.calls.map(([options]) => options ?? null),
      signOuts: () => signOut.mock.calls.length,
    };
  },
  { returnTo: null },
);
