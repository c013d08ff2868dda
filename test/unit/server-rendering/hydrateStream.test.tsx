import { type DehydrateOptions, dehydrate, QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { scimMeQueryOptions } from "../../../src/index.js";
import { failure, person, recordFetch } from "../query/recordFetch.js";
import { endpoint } from "../query/renderApp.js";
import { watchPage } from "../query/watchPage.js";
import { hydrateHtml } from "./hydrateHtml.js";
import { guarded, Page, suspended } from "./Page.js";
import { renderOnServer } from "./renderOnServer.js";

/** What the recipe hands over. */
const handOver: DehydrateOptions = {
  shouldDehydrateQuery: ({ state }) => state.status !== "error",
};

let output: string[] = [];

beforeEach(() => {
  output = [];
  // Server and browser are one process here, which React takes for a mistake.
  const artefact = /Detected multiple renderers/;
  vi.spyOn(console, "error").mockImplementation((text) => {
    if (!artefact.test(text)) output.push(text);
  });
});

afterEach(() => expect(output).toEqual([]));

test("prefetched, streamed and hydrated is one request in all, and no mismatch", async () => {
  const { fetch, requests } = recordFetch();
  const server = new QueryClient();
  await server.prefetchQuery(scimMeQueryOptions({ endpoint, tokenProvider: () => "token", fetch }));
  const state = JSON.stringify(dehydrate(server));
  const page = () => (
    <Page client={new QueryClient()} state={JSON.parse(state)} fetch={fetch}>
      {guarded}
      {suspended}
    </Page>
  );
  const { html } = await renderOnServer(page());
  expect(await hydrateHtml(html, page())).toEqual([]);
  expect(document.body).toHaveTextContent("the secret");
  expect(document.body).toHaveTextContent("hello Barbara Jensen");
  expect(requests).toHaveLength(1);
});

test("a prefetch that is still under way can be handed over: one request in all", async () => {
  const { fetch, requests } = recordFetch();
  const server = new QueryClient();
  const tokenProvider = () => "token";
  void server.prefetchQuery(scimMeQueryOptions({ endpoint, tokenProvider, fetch }));
  const state = dehydrate(server, handOver);
  const page = () => (
    <Page client={new QueryClient()} state={state} fetch={fetch}>
      {suspended}
    </Page>
  );
  const { html } = await renderOnServer(page(), { whole: true });
  expect(html).toContain("Barbara Jensen");
  expect(await hydrateHtml(html, page())).toEqual([]);
  expect(document.body).toHaveTextContent("hello Barbara Jensen");
  expect(requests).toHaveLength(1);
});

test("a prefetch that has failed by then is not handed over: the browser asks", async () => {
  const { fetch } = recordFetch((_, number) => (number === 1 ? failure(401) : person()));
  const server = new QueryClient();
  const tokenProvider = () => "token";
  await server.prefetchQuery(scimMeQueryOptions({ endpoint, tokenProvider, fetch }));
  const state = JSON.parse(JSON.stringify(dehydrate(server, handOver)));
  const page = () => (
    <Page client={new QueryClient()} state={state} fetch={fetch}>
      {guarded}
    </Page>
  );
  const { html } = await renderOnServer(page());
  expect(await hydrateHtml(html, page())).toEqual([]);
  expect(document.body).toHaveTextContent("the secret");
});

test("what only suspended on the server is asked for once more by the browser", async () => {
  const { fetch, requests } = recordFetch();
  const page = () => (
    <Page client={new QueryClient()} fetch={fetch}>
      {suspended}
    </Page>
  );
  const { html } = await renderOnServer(page(), { whole: true });
  expect(html).toContain("Barbara Jensen");
  const { seen } = watchPage();
  expect(await hydrateHtml(html, page())).toEqual([]);
  expect(seen()).not.toContain("waiting");
  expect(document.body).toHaveTextContent("hello Barbara Jensen");
  expect(requests).toHaveLength(2);
});

test("what failed on the server is tried again by the browser", async () => {
  const { fetch, requests } = recordFetch((_, number) => (number === 1 ? failure(403) : person()));
  const page = () => (
    <Page client={new QueryClient()} fetch={fetch}>
      {suspended}
    </Page>
  );
  const { html } = await renderOnServer(page(), { whole: true });
  expect(html).toContain("waiting");
  await hydrateHtml(html, page());
  expect(document.body).toHaveTextContent("hello Barbara Jensen");
  expect(requests).toHaveLength(2);
});
