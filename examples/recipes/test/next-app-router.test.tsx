import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { JSX } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import Page from "../routers/next-app-router/page.tsx";
import { readSession } from "../routers/next-app-router/session.ts";
import { pass } from "./renderSession.tsx";
import { serveMe, server } from "./scimServer.ts";

vi.mock("../routers/next-app-router/session.ts", () => ({ readSession: vi.fn() }));

const router = { replace: vi.fn() };
let inPage: Request[] = [];

beforeEach(() => {
  inPage = [];
  router.replace.mockClear();
  window.history.replaceState(null, "", "/account?tab=2");
  vi.mocked(readSession).mockResolvedValue({ subject: "barbara", accessToken: "server-token" });
});

/** The page, rendered on the server and hydrated; gives the HTML and React's complaints. */
async function visit(answer: () => Response) {
  server.use(
    http.get("/api/me", ({ request }) => {
      inPage.push(request);
      return answer();
    }),
  );
  const page = await Page();
  const app = (): JSX.Element => (
    <AppRouterContext.Provider value={router as never}>
      <QueryClientProvider client={new QueryClient()}>{page}</QueryClientProvider>
    </AppRouterContext.Provider>
  );
  const html = renderToString(app());
  const container = document.createElement("div");
  container.innerHTML = html;
  document.body.append(container);
  const complaints: unknown[] = [];
  const root = await act(async () =>
    hydrateRoot(container, app(), { onRecoverableError: (error) => complaints.push(error) }),
  );
  onTestFinished(() => {
    act(() => root.unmount());
    container.remove();
  });
  await pass();
  return { html, complaints };
}

const refused = () => HttpResponse.json({ status: 401 }, { status: 401 });

test("the server's request is the only one, and its token is in no page", async () => {
  const atServer = serveMe(["server-token"]);
  const { html, complaints } = await visit(refused);
  expect(html).toContain("Barbara Jensen");
  expect(html).not.toContain("server-token");
  expect(screen.getByText("Barbara Jensen")).toBeVisible();
  expect(complaints).toEqual([]);
  expect(atServer).toEqual(["server-token"]);
  expect(inPage).toEqual([]);
});

test("nobody is redirected on the server", async () => {
  vi.mocked(readSession).mockResolvedValue(null);
  await expect(Page()).rejects.toMatchObject({ digest: /\/sign-in\?returnTo=\/account/ });
});

test("whose session ended in the meantime is redirected in the browser", async () => {
  serveMe([]);
  const { html } = await visit(refused);
  expect(html).not.toContain("Barbara");
  await waitFor(() => expect(router.replace).toHaveBeenCalledTimes(1));
  expect(router.replace).toHaveBeenCalledWith("/sign-in?returnTo=%2Faccount%3Ftab%3D2");
  expect(inPage).toHaveLength(1);
});
