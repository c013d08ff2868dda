import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
} from "@tanstack/react-query";
import { type JSX, StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import {
  ProfileCard,
  ProtectedRoute,
  ScimMeProvider,
  SignOutButton,
  scimMeQueryOptions,
} from "../../../src/index.js";
import { person, recordFetch } from "../query/recordFetch.js";
import { endpoint } from "../query/renderApp.js";
import { hydrateHtml } from "../server-rendering/hydrateHtml.js";

const subject = "barbara";
const at = new Date("2026-03-01T12:00:00Z");

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

function App(props: {
  client: QueryClient;
  state?: unknown;
  fetch: typeof fetch;
  pending?: boolean;
  tokenProvider?: () => string | undefined;
}): JSX.Element {
  const { client, state, tokenProvider = () => "token", ...others } = props;
  return (
    <QueryClientProvider client={client}>
      <HydrationBoundary state={state as never}>
        <ScimMeProvider
          {...others}
          endpoint={endpoint}
          subject={subject}
          tokenProvider={tokenProvider}
        >
          <ProtectedRoute>
            <p>the secret</p>
            <ProfileCard
              fields={["emails", "created", "groups"]}
              actions={<SignOutButton onSignOut={() => {}} />}
            />
          </ProtectedRoute>
        </ScimMeProvider>
      </HydrationBoundary>
    </QueryClientProvider>
  );
}

/** What a server's loader puts into the page. */
async function prefetched(): Promise<string> {
  const groups = Array.from({ length: 5_000 }, (_, index) => ({
    value: `${index}`,
    display: `G${index}`,
  }));
  const { fetch } = recordFetch(() => person({ created: "2026-01-12T23:40:00Z", groups }));
  const client = new QueryClient();
  await client.prefetchQuery(
    scimMeQueryOptions({ endpoint, subject, tokenProvider: () => "server-side-token", fetch }),
  );
  const state = JSON.stringify(dehydrate(client));
  client.clear();
  return state;
}

/** As a server renders: without effects, without a browser's objects for the person. */
function serverHtml(state?: string, props: { pending?: boolean } = {}): string {
  const client = new QueryClient();
  const { fetch, requests } = recordFetch();
  const html = renderToString(
    <App client={client} state={state && JSON.parse(state)} fetch={fetch} {...props} />,
  );
  client.clear();
  expect(requests).toHaveLength(0);
  return html;
}

test("without hydrated data a server renders no protected byte", () => {
  const html = serverHtml();
  expect(html).toContain('data-state="loading"');
  expect(html).not.toMatch(/the secret|ProfileCard|SignOutButton|Barbara/);
});

test("with hydrated data that proves the person it renders them", async () => {
  const state = await prefetched();
  const html = serverHtml(state);
  expect(html).toMatch(/the secret/);
  expect(html).toContain("Barbara Jensen");
  expect(html).not.toContain("server-side-token");
  expect(state).not.toContain("server-side-token");
});

test("a server's rendering opens no channel to other tabs, which would keep it alive", async () => {
  const opened = vi.fn();
  vi.stubGlobal("BroadcastChannel", opened);
  onTestFinished(() => void vi.unstubAllGlobals());
  serverHtml(await prefetched());
  expect(opened).not.toHaveBeenCalled();
});

test("while pending it renders no protected byte, hydrated data or not", async () => {
  expect(serverHtml(await prefetched(), { pending: true })).not.toMatch(/the secret|Barbara/);
});

test.each([false, true])(
  "hydration of a person: no mismatch, no request (StrictMode: %s)",
  async (strict) => {
    const state = await prefetched();
    const html = serverHtml(state);
    const client = new QueryClient();
    const { fetch, requests } = recordFetch();
    const app = <App client={client} state={JSON.parse(state)} fetch={fetch} />;
    expect(await hydrateHtml(html, strict ? <StrictMode>{app}</StrictMode> : app)).toEqual([]);
    expect(document.body).toHaveTextContent("Barbara Jensen");
    expect(requests).toHaveLength(0);
    client.clear();
  },
);

test("hydration in another time zone and language is no mismatch", async () => {
  const state = await prefetched();
  const html = serverHtml(state);
  vi.stubEnv("TZ", "Pacific/Kiritimati");
  vi.spyOn(navigator, "language", "get").mockReturnValue("ar-EG");
  expect(new Date(at).getTimezoneOffset()).not.toBe(0);
  const client = new QueryClient();
  const { fetch } = recordFetch();
  const app = <App client={client} state={JSON.parse(state)} fetch={fetch} />;
  expect(await hydrateHtml(html, app)).toEqual([]);
  expect(document.body).toHaveTextContent("Jan 12, 2026");
  client.clear();
});

test("hydration without data: no mismatch, one request, then the person", async () => {
  const html = serverHtml();
  const client = new QueryClient();
  const { fetch, requests } = recordFetch();
  expect(await hydrateHtml(html, <App client={client} fetch={fetch} />)).toEqual([]);
  expect(document.body).toHaveTextContent("the secret");
  expect(requests).toHaveLength(1);
  client.clear();
});

test("hydration while pending: no mismatch, no request", async () => {
  const state = await prefetched();
  const html = serverHtml(state, { pending: true });
  const client = new QueryClient();
  const { fetch, requests } = recordFetch();
  const app = <App client={client} state={JSON.parse(state)} fetch={fetch} pending />;
  expect(await hydrateHtml(html, app)).toEqual([]);
  expect(document.body).not.toHaveTextContent("the secret");
  expect(requests).toHaveLength(0);
  client.clear();
});
