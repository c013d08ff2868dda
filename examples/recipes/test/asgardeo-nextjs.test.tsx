import { act, screen, waitFor } from "@testing-library/react";
import { http } from "msw";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { SearchParamsContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import type { ComponentType, ReactNode } from "react";
import { expect, test, vi } from "vitest";
import type Manager from "../node_modules/@asgardeo/nextjs/dist/types/utils/SessionManager";
import { GET } from "../sessions/asgardeo-nextjs.route.ts";
import { Session, SignOut } from "../sessions/asgardeo-nextjs.tsx";
import { pass, renderSession, state } from "./renderSession.tsx";
import { serveMe, server } from "./scimServer.ts";

const baseUrl = "https://api.asgardeo.io/t/acme";

const { cookies } = vi.hoisted(() => {
  process.env.NEXT_PUBLIC_ASGARDEO_BASE_URL = "https://api.asgardeo.io/t/acme";
  process.env.ASGARDEO_SECRET = "a-secret-of-more-than-thirty-two-characters";
  return { cookies: new Map<string, { value: string }>() };
});
vi.mock("next/headers", () => ({ cookies: async () => cookies }));

// The SDK's server component ends in this one, which it does not export.
const files = "../node_modules/@asgardeo/nextjs/dist/esm";
const { default: ClientProvider }: { default: ComponentType<Record<string, unknown>> } =
  await import(/* @vite-ignore */ `${files}/client/contexts/Asgardeo/AsgardeoProvider.js`);
const { default: SessionManager }: { default: typeof Manager } = await import(
  /* @vite-ignore */ `${files}/utils/SessionManager.js`
);

interface Situation {
  /** The token in the session's cookie; null where there is no cookie. */
  token: string | null;
  /** Whom the page was rendered for, which may be no longer true. */
  isSignedIn?: boolean;
  /** What the provider accepts. */
  accepts?: string[];
  signOut?: () => Promise<unknown>;
}

/** A page of an app, and the app's own server with the recipe's route. */
async function begin({ token, isSignedIn = token !== null, accepts = [], signOut }: Situation) {
  cookies.clear();
  if (token) cookies.set(SessionManager.getSessionCookieName(), { value: token });
  // In place of the signature, for which a page's environment has the wrong kind of bytes.
  vi.spyOn(SessionManager, "verifySessionToken").mockImplementation(async (value) => ({
    accessToken: value,
    sessionId: "session",
    scopes: ["openid"],
    sub: "barbara",
    exp: 0,
    iat: 0,
  }));
  const atServer = serveMe(accepts, `${baseUrl}/scim2/Me`);
  const inPage: Request[] = [];
  server.use(
    http.get("/api/me", ({ request }) => {
      inPage.push(request);
      return GET(request);
    }),
  );
  const signIn = vi.fn(async () => ({}));
  const router = { push: vi.fn() };
  const person = { userName: "bjensen@example.com" };
  function Provider({ children }: { children: ReactNode }) {
    return (
      <AppRouterContext.Provider value={router as never}>
        <SearchParamsContext.Provider value={new URLSearchParams()}>
          <ClientProvider
            baseUrl={baseUrl}
            isSignedIn={isSignedIn}
            user={isSignedIn ? person : {}}
            signIn={signIn}
            signOut={signOut}
          >
            {children}
          </ClientProvider>
        </SearchParamsContext.Provider>
      </AppRouterContext.Provider>
    );
  }
  renderSession(Provider, Session, SignOut);
  return { atServer, inPage, signIn };
}

test("a signed-in person is one request, and the token never reaches the page", async () => {
  const { atServer, inPage } = await begin({ token: "token-1", accepts: ["token-1"] });
  await waitFor(() => expect(state()).toBe("ready"));
  await pass();
  expect(atServer).toEqual(["token-1"]);
  expect(inPage.map(({ headers }) => headers.get("Authorization"))).toEqual([null]);
});

test("a refused token is the end of the session", async () => {
  const { atServer } = await begin({ token: "token-2" });
  await waitFor(() => expect(state()).toBe("unauthorized"));
  expect(atServer).toEqual(["token-2"]);
});

test("a session that ended after the page was rendered is a sign-out, and no outage", async () => {
  const { atServer } = await begin({ token: null, isSignedIn: true });
  await waitFor(() => expect(state()).toBe("unauthorized"));
  expect(atServer).toEqual([]);
});

test("nobody is missing-token without a request, and the button signs in", async () => {
  const { inPage, signIn } = await begin({ token: null });
  await waitFor(() => expect(state()).toBe("missing-token"));
  await act(async () => screen.getByRole("button", { name: "Sign in" }).click());
  expect(signIn).toHaveBeenCalledTimes(1);
  expect(inPage).toEqual([]);
});

test("the sign-out button ends the SDK's session, once", async () => {
  const signOut = vi.fn(async () => ({ data: { afterSignOutUrl: "/" }, success: true }));
  await begin({ token: "token-3", accepts: ["token-3"], signOut });
  await waitFor(() => expect(state()).toBe("ready"));
  act(() => screen.getByRole("button", { name: "Sign out" }).click());
  await waitFor(() => expect(state()).toBe("missing-token"));
  expect(signOut).toHaveBeenCalledTimes(1);
});

test("a sign-out that the SDK only logs is a failure all the same", async () => {
  const signOut = async () => ({ error: "The session could not be ended.", success: false });
  vi.spyOn(console, "error").mockImplementation(() => {});
  await begin({ token: "token-4", accepts: ["token-4"], signOut });
  await waitFor(() => expect(state()).toBe("ready"));
  act(() => screen.getByRole("button", { name: "Sign out" }).click());
  await screen.findByRole("alert");
  expect(state()).toBe("ready");
});
