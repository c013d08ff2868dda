import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { SignOutButton, sessionCookie } from "../../../src/index.js";
import { exampleSchemas } from "../../../src/mocks/exampleSchemas.js";
import { deferred, failure } from "../query/recordFetch.js";
import { endpoint, pass } from "../query/renderApp.js";
import type { Override, Seen } from "../update/scimServer.js";
import { closed, enter, openForm, renderCard } from "./renderForm.js";

const schemasEndpoint = endpoint.replace(/Me$/, "Schemas");
const isSchemas = ({ url }: Seen) => /schemas$/i.test(url);

/** A server that answers so when it is asked for its schemas. */
function answering(answer: () => Response | Promise<Response>): Override {
  return (seen) => (isSchemas(seen) ? answer() : undefined);
}

async function reopen(): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  await closed();
  await openForm();
}

test("the schemas are asked for when the form is opened, once, beside /Me, with the token", async () => {
  const { server } = renderCard({ override: answering(() => Response.json(exampleSchemas)) });
  await screen.findByRole("button", { name: "Edit profile" });
  expect(server.seen.filter(isSchemas)).toEqual([]);
  await openForm();
  await reopen();
  expect(server.seen.filter(isSchemas)).toMatchObject([
    { method: "GET", url: schemasEndpoint, token: "token" },
  ]);
  expect(screen.getByLabelText("Badge color")).toBeVisible();
});

test("the endpoint's own query is not theirs", async () => {
  const { server } = renderCard({ app: { endpoint: `${endpoint}?domain=PRIMARY#x` } });
  await openForm();
  expect(server.seen.filter(isSchemas).map(({ url }) => url)).toEqual([schemasEndpoint]);
});

test("the attributes that were asked of /Me are not asked of the schemas", async () => {
  const { server } = renderCard({ card: { attributes: ["displayName", "title"] } });
  await openForm();
  expect(server.seen.filter(isSchemas).map(({ url }) => url)).toEqual([schemasEndpoint]);
});

test("an app's own /api/me has no schemas beside it, and none are asked for", async () => {
  const { server } = renderCard({
    app: { endpoint: "/api/me", tokenProvider: sessionCookie },
  });
  await openForm();
  expect(server.seen.map(({ url }) => new URL(url).pathname)).toEqual(["/api/me"]);
});

test("a provider without a token sends nothing to the schemas", async () => {
  let token: string | null = "token";
  const { server } = renderCard({ app: { tokenProvider: () => token } });
  await screen.findByRole("button", { name: "Edit profile" });
  token = null;
  await openForm();
  expect(server.seen.filter(isSchemas)).toEqual([]);
});

test("a 401 for the schemas renews no token and ends no session", async () => {
  const tokenProvider = vi.fn(() => "token");
  const { server } = renderCard({
    app: { tokenProvider },
    override: answering(() => failure(401)),
  });
  await openForm();
  expect(screen.getByLabelText("Job title")).toBeVisible();
  expect(server.seen.filter(isSchemas)).toHaveLength(1);
  expect(
    tokenProvider.mock.calls.map(([request]: [{ reason: string }?]) => request?.reason),
  ).toEqual(["initial", "initial"]);
});

test.each([
  ["404", () => failure(404)],
  ["a page", () => new Response("<html>", { headers: { "Content-Type": "text/html" } })],
  ["a redirect", () => failure(302, { Location: "https://evil.example/" })],
  ["no network", () => Promise.reject(new TypeError("Failed to fetch"))],
])(
  "with %s in place of schemas RFC 7643 decides, and they are asked for again",
  async (_, answer) => {
    const onError = vi.fn();
    const { server, client } = renderCard({ override: answering(answer) });
    client.getQueryCache().config.onError = onError;
    await openForm();
    expect(screen.getByLabelText("Department")).toBeVisible();
    await reopen();
    expect(server.seen.filter(isSchemas)).toHaveLength(2);
    // A host may show a message for each error in its cache.
    expect(onError).not.toHaveBeenCalled();
  },
);

test.each([
  ["a server", "schemas"],
  ["a token provider", "provider"],
])("%s that does not answer keeps nobody from editing for longer than 3 s", async (_, who) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const stuck = vi.fn(() => new Promise<never>(() => {}));
    let isStuck = false;
    renderCard({
      app: { tokenProvider: () => (isStuck ? stuck() : "token") },
      override: answering(() => (who === "schemas" ? stuck() : failure(404))),
    });
    await act(() => vi.advanceTimersByTimeAsync(50));
    isStuck = who === "provider";
    fireEvent.click(screen.getByRole("button", { name: "Edit profile" }));
    await act(() => vi.advanceTimersByTimeAsync(10));
    expect(stuck).toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(2900));
    expect(screen.queryByRole("form")).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(screen.getByRole("form")).toBeVisible();
    enter("Job title", "Captain");
  } finally {
    vi.useRealTimers();
  }
});

function pressEdit(): void {
  fireEvent.click(screen.getByRole("button", { name: "Edit profile" }));
}

/** A card with a sign-out that lasts, whose provider is slow once the person is known. */
async function renderLeaving() {
  const late = deferred<string>();
  const tokenProvider = vi.fn<() => string | Promise<string>>(() => late.promise);
  tokenProvider.mockReturnValueOnce("token");
  const leave = <SignOutButton clear="profile" onSignOut={() => new Promise(() => {})} />;
  const app = renderCard({ app: { tokenProvider }, card: { actions: leave } });
  await screen.findByRole("button", { name: "Edit profile" });
  return { ...app, late, tokenProvider };
}

test.each([
  ["here", () => void fireEvent.click(screen.getByRole("button", { name: /Sign out/ }))],
  [
    "in another tab",
    () => {
      const other = new BroadcastChannel(JSON.stringify(["react-scim-me", endpoint, null]));
      other.postMessage("signed-out");
      other.close();
    },
  ],
])(
  "a token for the schemas that comes after a sign-out %s is not sent, nor a new session",
  async (_, signOut) => {
    const { server, late, tokenProvider, container } = await renderLeaving();
    pressEdit();
    await waitFor(() => expect(tokenProvider).toHaveBeenCalledTimes(2));
    signOut();
    await waitFor(() => expect(container).not.toHaveTextContent("Barbara"));
    await act(async () => late.resolve("renewed"));
    await pass();
    // A focus of the window would ask for them with that token.
    fireEvent(window, new Event("visibilitychange"));
    await pass();
    expect(server.seen.map(({ token }) => token)).toEqual(["token"]);
  },
);

test("a form whose person signs out before its code has come asks for no token", async () => {
  const { tokenProvider } = await renderLeaving();
  pressEdit();
  fireEvent.click(screen.getByRole("button", { name: /Sign out/ }));
  await pass(100);
  expect(tokenProvider).toHaveBeenCalledTimes(1);
});

test("a form that is opened while the host's session loads asks for no token", async () => {
  const tokenProvider = vi.fn(() => "token");
  const { update } = renderCard({ app: { tokenProvider } });
  await screen.findByRole("button", { name: "Edit profile" });
  update({ pending: true });
  await openForm();
  expect(tokenProvider).toHaveBeenCalledTimes(1);
});
