// @vitest-environment node
import { dehydrate, QueryClient } from "@tanstack/react-query";
import { expect, onTestFinished, test } from "vitest";
import { ScimMeError, scimMeQueryOptions } from "../../../src/index.js";
import { deferred, failure, person, recordFetch } from "../query/recordFetch.js";
import { endpoint } from "../query/renderApp.js";
import { guarded, Page, suspended } from "./Page.js";
import { renderOnServer } from "./renderOnServer.js";

/** A request's own client, gone with the request. */
function newClient(): QueryClient {
  const client = new QueryClient();
  onTestFinished(() => client.clear());
  return client;
}

test("without a window a guard streams its waiting state, asks nothing and shows nothing", async () => {
  expect(typeof window).toBe("undefined");
  const { fetch, requests } = recordFetch();
  const { html, errors } = await renderOnServer(
    <Page client={newClient()} fetch={fetch}>
      {guarded}
    </Page>,
  );
  expect(html).toContain('data-state="loading"');
  expect(html).not.toMatch(/the secret|ProfileCard|SignOutButton|Barbara/);
  expect(errors).toEqual([]);
  expect(requests).toHaveLength(0);
});

test("what was prefetched is there at once, from the prefetch's one request", async () => {
  const { fetch, requests } = recordFetch();
  const tokenProvider = () => "server-side-token";
  const client = newClient();
  await client.prefetchQuery(scimMeQueryOptions({ endpoint, tokenProvider, fetch }));
  const { html, errors } = await renderOnServer(
    <Page client={newClient()} state={dehydrate(client)} {...{ tokenProvider, fetch }}>
      {guarded}
      {suspended}
    </Page>,
  );
  expect(html).toContain("the secret");
  expect(html).toMatch(/hello (<!-- -->)?Barbara Jensen/);
  expect(html).not.toMatch(/waiting|server-side-token/);
  expect(errors).toEqual([]);
  expect(requests).toHaveLength(1);
});

test("useSuspenseScimMe streams its fallback first, then the person, from one request", async () => {
  const answer = deferred<Response>();
  const { fetch, requests } = recordFetch(() => answer.promise);
  const { shell, html, errors } = await renderOnServer(
    <Page client={newClient()} fetch={fetch} tokenProvider={async () => "server-side-token"}>
      {suspended}
    </Page>,
    { onShellSent: () => answer.resolve(person()) },
  );
  expect(shell).toContain("waiting");
  expect(shell).not.toContain("Barbara");
  expect(html).toContain("Barbara Jensen");
  expect(html).not.toContain("server-side-token");
  expect(errors).toEqual([]);
  expect(requests).toHaveLength(1);
});

test("two people's pages that stream at once hold one of them each", async () => {
  const { fetch } = recordFetch(({ token }) => person({ id: token, displayName: `${token} Doe` }));
  const page = (name: string) =>
    renderOnServer(
      <Page client={newClient()} fetch={fetch} subject={name} tokenProvider={async () => name}>
        {suspended}
      </Page>,
    );
  const [alice, bob] = await Promise.all([page("Alice"), page("Bob")]);
  expect(alice.html).toContain("Alice Doe");
  expect(alice.html).not.toContain("Bob");
  expect(bob.html).toContain("Bob Doe");
  expect(bob.html).not.toContain("Alice");
});

test("nobody leaves the fallback for the browser, and the framework gets the reason", async () => {
  const { fetch, requests } = recordFetch();
  const { html, errors } = await renderOnServer(
    <Page client={newClient()} fetch={fetch} tokenProvider={() => null}>
      {suspended}
    </Page>,
  );
  expect(html).toContain("waiting");
  expect(errors).toEqual([expect.objectContaining({ reason: "missing-token" })]);
  expect(errors[0]).toBeInstanceOf(ScimMeError);
  expect(requests).toHaveLength(0);
});

test("a failing server is asked once: nobody waits for a page with retries", async () => {
  const { fetch, requests } = recordFetch(() => failure(503));
  const { html, errors } = await renderOnServer(
    <Page client={newClient()} fetch={fetch}>
      {suspended}
    </Page>,
  );
  expect(html).toContain("waiting");
  expect(errors).toEqual([expect.objectContaining({ reason: "unavailable" })]);
  expect(requests).toHaveLength(1);
});

test("a redirect that the token provider throws reaches the framework as it is", async () => {
  const redirect = Object.assign(new Error("REDIRECT"), { digest: "REDIRECT;/sign-in" });
  const tokenProvider = () => {
    throw redirect;
  };
  const { errors } = await renderOnServer(
    <Page client={newClient()} tokenProvider={tokenProvider}>
      {suspended}
    </Page>,
  );
  expect(errors).toEqual([redirect]);
});
