import { dehydrate, QueryClient } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { vi } from "vitest";
import {
  ProfileCard,
  scimMeQueryKey,
  scimMeQueryOptions,
  sessionCookie,
} from "../../../src/index.js";
import { createScimMeHandlers } from "../../../src/server/index.js";
import { recordFetch } from "../query/recordFetch.js";
import { endpoint, renderApp } from "../query/renderApp.js";
import { Page } from "../server-rendering/Page.js";
import { textOf } from "./textOf.ts";
import { repeat, settle, type Visit } from "./Visit.ts";

const subject = "sam";

/** The card, with the token in the page. */
export const kitClient: Visit = async ({ token, answer, consumers, reactStrictMode = false }) => {
  const { fetch, requests } = recordFetch(answer);
  const { container } = renderApp(
    {
      tokenProvider: () => token,
      fetch,
      onSignIn: () => {},
      children: repeat(consumers, (key) => <ProfileCard key={key} />),
    },
    { client: new QueryClient(), reactStrictMode },
  );
  await settle();
  return { requests: requests.length, byBrowser: requests.length, sees: textOf(container) };
};

/** Our server page: what it read is hydrated, and the browser asks `/api/me` for what it lacks. */
export const kitServer: Visit = async ({ token, answer }) => {
  const { fetch, requests } = recordFetch(answer);
  const tokenProvider = () => token;
  const server = new QueryClient();
  vi.stubGlobal("window", undefined);
  await server.prefetchQuery({
    ...scimMeQueryOptions({ endpoint, tokenProvider, fetch }),
    queryKey: scimMeQueryKey({ endpoint: "/api/me", subject }),
  });
  vi.unstubAllGlobals();
  const route = createScimMeHandlers({ endpoint, tokenProvider, fetch });
  const browser = recordFetch(({ url }) => route.GET(new Request(new URL(url, location.href))));
  const page = (client: QueryClient) => (
    <Page
      client={client}
      state={JSON.parse(JSON.stringify(dehydrate(server)))}
      endpoint="/api/me"
      subject={subject}
      tokenProvider={token ? sessionCookie : () => null}
      fetch={browser.fetch}
      onSignIn={() => {}}
    >
      <ProfileCard />
    </Page>
  );
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(page(new QueryClient()));
  render(page(new QueryClient()), { container, hydrate: true });
  await settle();
  return {
    requests: requests.length,
    byBrowser: browser.requests.length,
    sees: textOf(container),
  };
};
