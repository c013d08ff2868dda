import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { type ScimMeState, SignOutButton, sessionCookie } from "../../../src/index.js";
import { en } from "../../../src/locales/en.js";
import { deferred, failure, never, person, recordFetch } from "../query/recordFetch.js";
import { endpoint, pass } from "../query/renderApp.js";
import { watchPage } from "../query/watchPage.js";
import { type GuardSetup, renderGuard } from "./renderGuard.js";

beforeEach(() => sessionStorage.clear());

const subject = "subject-1";
const title = en["missing-token"].title;

async function inState(state: ScimMeState): Promise<void> {
  await waitFor(() =>
    expect(document.querySelector("[data-scim=ProtectedRoute]")).toHaveAttribute(
      "data-state",
      state,
    ),
  );
}

/** A guard beside a sign-out button. */
async function open(state: ScimMeState, setup: GuardSetup, onSignOut: () => unknown) {
  const children = <SignOutButton onSignOut={onSignOut}>leave</SignOutButton>;
  const guard = renderGuard({ subject, ...setup, children });
  await inState(state);
  return guard;
}

function leave(): void {
  fireEvent.click(screen.getByText("leave"));
}

const some = () => "token";
const starts: [ScimMeState, GuardSetup, number][] = [
  ["ready", { tokenProvider: some, fetch: recordFetch().fetch }, 0],
  ["loading", { tokenProvider: some, fetch: never }, 0],
  ["forbidden", { tokenProvider: some, fetch: async () => failure(403) }, 0],
  ["unavailable", { tokenProvider: some, fetch: async () => failure(500) }, 0],
  ["missing-token", { tokenProvider: () => null }, 1],
];

test.each(starts)(
  "signing out while %s: the view stays, and nobody is redirected for it",
  async (state, setup, redirects) => {
    const guard = await open(state, setup, () => new Promise(() => {}));
    leave();
    await pass();
    await inState(state);
    expect(!!screen.queryByText("the secret")).toBe(state === "ready");
    expect(guard.onSignedOut).toHaveBeenCalledTimes(redirects);
  },
);

test.each(starts)(
  "signed out while %s: the signed-out view, without a redirect",
  async (state, setup, redirects) => {
    const guard = await open(state, setup, () => {});
    leave();
    await inState("missing-token");
    const after = watchPage();
    await act(() => guard.client.refetchQueries());
    await pass();
    expect(screen.getByText(title)).toBeVisible();
    expect(after.seen()).not.toContain("the secret");
    expect(guard.onSignedOut).toHaveBeenCalledTimes(redirects);
  },
);

test.each(starts)(
  "signed out in another tab while %s: the signed-out view, and one redirect",
  async (state, setup) => {
    const guard = await open(state, setup, () => {});
    const other = new BroadcastChannel(JSON.stringify(["react-scim-me", endpoint, subject]));
    other.postMessage("signed-out");
    other.close();
    await inState("missing-token");
    await waitFor(() => expect(guard.onSignedOut).toHaveBeenCalledTimes(1));
    const after = watchPage();
    await act(() => guard.client.refetchQueries());
    await pass();
    expect(after.seen()).not.toContain("the secret");
    expect(guard.onSignedOut).toHaveBeenCalledTimes(1);
  },
);

test("a sign-out that failed leaves the children, and redirects nobody", async () => {
  const end = deferred();
  const setup = { tokenProvider: some, fetch: recordFetch().fetch };
  const guard = await open("ready", setup, () => end.promise);
  leave();
  await act(async () => end.reject(new Error("offline")));
  await screen.findByText(en.signOutFailed);
  await pass();
  await inState("ready");
  expect(screen.getByText("the secret")).toBeVisible();
  expect(guard.onSignedOut).not.toHaveBeenCalled();
});

test.each<[string, GuardSetup, GuardSetup]>([
  ["by cookie", { tokenProvider: sessionCookie, endpoint: "/api/me" }, {}],
  ["with a new token", { tokenProvider: some }, { tokenProvider: () => "new-token" }],
])(
  "whoever signs in %s after a sign-out is redirected when that session ends, and not before",
  async (_, before, after) => {
    const answer = deferred<Response>();
    const answers = [person(), answer.promise, failure(401), failure(401)];
    const { fetch, requests } = recordFetch((_, number) => answers[number - 1] as Response);
    const guard = await open("ready", { ...before, fetch }, () => {});
    leave();
    await inState("missing-token");
    guard.rerender(guard.app(after));
    act(() => void guard.client.refetchQueries());
    await waitFor(() => expect(requests).toHaveLength(2));
    await act(async () => answer.resolve(person()));
    await inState("ready");
    expect(guard.onSignedOut).not.toHaveBeenCalled();
    await act(() => guard.client.refetchQueries());
    await inState("unauthorized");
    expect(guard.onSignedOut).toHaveBeenCalledTimes(1);
  },
);

test("a page that comes back from the back/forward cache proves the person anew", async () => {
  const second = deferred<Response>();
  const { fetch } = recordFetch((_, number) => (number === 1 ? person() : second.promise));
  const guard = await open("ready", { tokenProvider: some, fetch }, () => {});
  act(() => void window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  const after = watchPage();
  await pass();
  await inState("loading");
  expect(after.seen()).not.toContain("the secret");
  await act(async () => second.resolve(person()));
  await inState("ready");
  expect(guard.onSignedOut).not.toHaveBeenCalled();
});

test("a sign-out from within a guard ends with the focus on what is told", async () => {
  const button = <SignOutButton onSignOut={() => {}}>leave</SignOutButton>;
  const { fetch } = recordFetch();
  renderGuard({ subject, tokenProvider: some, fetch, guard: { children: button } });
  await inState("ready");
  screen.getByRole("button", { name: "leave" }).focus();
  leave();
  expect(await screen.findByText(title)).toHaveFocus();
});
