import { HttpResponse, http } from "msw";
import { SessionProvider, signIn, signOut } from "next-auth/react";
import { vi } from "vitest";
import * as recipe from "../sessions/auth-js.tsx";
import { gate } from "./gate.ts";
import { server } from "./scimServer.ts";
import { testSession } from "./testSession.tsx";

// The SDK keeps the console that it finds when it is imported, and tells it about each outage.
vi.hoisted(() => void vi.spyOn(console, "error").mockImplementation(() => {}));

// They leave the page; everything else of the SDK runs.
vi.mock(import("next-auth/react"), async (original) => ({
  ...(await original()),
  signIn: vi.fn(),
  signOut: vi.fn(),
}));

testSession(
  recipe,
  ({ token, renewal }) => {
    vi.clearAllMocks();
    const { opened, open } = gate();
    const session = (accessToken: string) => ({
      user: { id: "barbara", name: "Barbara Jensen" },
      expires: "2999-01-01T00:00:00Z",
      accessToken,
    });
    let renewals = 0;
    server.use(
      http.get("/api/auth/session", async () => {
        await opened;
        return HttpResponse.json(token && session(token));
      }),
      http.get("/api/auth/csrf", () => HttpResponse.json({ csrfToken: "csrf" })),
      http.post("/api/auth/session", () => {
        renewals++;
        if (renewal === "outage") return HttpResponse.error();
        return HttpResponse.json(renewal === "ended" ? null : session(renewal));
      }),
    );
    return {
      Provider: SessionProvider,
      load: open,
      renewals: () => renewals,
      signIns: () => vi.mocked(signIn).mock.calls.map(([, options]) => options?.redirectTo),
      signOuts: () => vi.mocked(signOut).mock.calls.length,
    };
  },
  { hidesOutages: true },
);
