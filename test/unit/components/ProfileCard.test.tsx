import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { createRef, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { expect, test, vi } from "vitest";
import {
  ProfileCard,
  type ProfileCardProps,
  ProtectedRoute,
  type ScimMeState,
  type StateSlot,
} from "../../../src/index.js";
import { en } from "../../../src/locales/en.js";
import { buildMe } from "../../../src/testing/index.js";
import {
  type Answer,
  deferred,
  failure,
  never,
  offline,
  person,
  recordFetch,
} from "../query/recordFetch.js";
import { endpoint, pass, renderApp } from "../query/renderApp.js";
import { watchPage } from "../query/watchPage.js";

type SlotName =
  | "loading"
  | "missingToken"
  | "unauthorized"
  | "forbidden"
  | "unsupported"
  | "unavailable";

/** Each state with what causes it, the title it shows, and the prop that replaces it. */
const states: [ScimMeState, Answer, string, SlotName][] = [
  ["loading", never, en.loading, "loading"],
  ["missing-token", () => person(), en["missing-token"].title, "missingToken"],
  ["unauthorized", () => failure(401), en.unauthorized.title, "unauthorized"],
  ["forbidden", () => failure(403), en.forbidden.title, "forbidden"],
  ["unsupported", () => failure(404), en.unsupported.title, "unsupported"],
  ["unavailable", () => failure(503), en.unavailable.title, "unavailable"],
];

function card(): HTMLElement {
  const found = document.querySelector<HTMLElement>("[data-scim=ProfileCard]");
  if (!found) throw new Error("There is no card.");
  return found;
}

/** A card in an app whose server answers so; there is a token in every state but missing-token. */
function renderCard(state: ScimMeState, answer: Answer, props: ProfileCardProps = {}) {
  const { fetch, requests } = recordFetch(answer);
  const tokenProvider = () => (state === "missing-token" ? undefined : "token");
  const app = renderApp({ tokenProvider, fetch, children: <ProfileCard {...props} /> });
  return { ...app, requests };
}

async function inState(state: ScimMeState): Promise<void> {
  await waitFor(() => expect(card()).toHaveAttribute("data-state", state));
}

test.each(states)("%s has its own view, and no person in it", async (state, answer, title) => {
  renderCard(state, answer);
  await inState(state);
  expect(screen.getByText(title)).toBeInTheDocument();
  expect(card()).not.toHaveTextContent("Barbara");
  expect(card().querySelector("dl")).toBeNull();
});

test("ready shows the person, named by them for assistive technology", async () => {
  renderCard("ready", () => person());
  await inState("ready");
  expect(screen.getByRole("group", { name: "Barbara Jensen" })).toBe(card());
  expect(screen.getByRole("link", { name: "bjensen@example.com" })).toHaveAttribute(
    "href",
    "mailto:bjensen@example.com",
  );
  expect(card()).not.toHaveAttribute("aria-busy");
});

test("a host's own aria-label names the card, with a person in it too", async () => {
  renderCard("ready", () => person(), { "aria-label": "Account" });
  expect(screen.getByRole("group", { name: "Account" })).toBe(card());
  await inState("ready");
  expect(screen.getByRole("group", { name: "Account" })).toBe(card());
});

test.each(states)("%s is replaceable by a node", async (state, answer, title, slot) => {
  renderCard(state, answer, { [slot]: <b>own words</b> });
  await inState(state);
  expect(screen.getByText("own words")).toBeVisible();
  expect(screen.queryByText(title)).toBeNull();
});

test.each(states)(
  "%s is replaceable by a function of the error and retry",
  async (state, answer, _, slot) => {
    const own: StateSlot = ({ error, retry }) => (
      <button type="button" onClick={retry}>
        {error?.reason ?? "no error"}
      </button>
    );
    const { requests } = renderCard(state, answer, { [slot]: own });
    await inState(state);
    const button = screen.getByRole("button");
    expect(button).toHaveTextContent(state === "loading" ? "no error" : state);
    const before = requests.length;
    fireEvent.click(button);
    await pass();
    const asks = state !== "missing-token" && state !== "loading";
    expect(requests.length).toBe(asks ? before + 1 : before);
  },
);

test("a slot that is null shows nothing in place of the default view", async () => {
  renderCard("forbidden", () => failure(403), { forbidden: null });
  await inState("forbidden");
  expect(card()).toBeEmptyDOMElement();
});

test.each(["missing-token", "unauthorized", "forbidden"] as const)(
  "onSignIn of the card puts a button into %s, with returnTo, reason and requiredScope",
  async (state) => {
    history.replaceState(null, "", "/orders?page=2#last");
    const onSignIn = vi.fn();
    const [, answer] = states.find(([name]) => name === state) ?? states[0] ?? [];
    renderCard(state, answer ?? never, {
      onSignIn,
      endpoint: `${endpoint}?v=1`,
      scopeHint: "profile.read",
    });
    await inState(state);
    fireEvent.click(screen.getByRole("button", { name: en[state].action }));
    expect(onSignIn).toHaveBeenCalledTimes(1);
    expect(onSignIn).toHaveBeenCalledWith({
      returnTo: "/orders?page=2#last",
      reason: state,
      requiredScope: state === "forbidden" ? "profile.read" : undefined,
    });
    history.replaceState(null, "", "/");
  },
);

test("onSignIn of the provider serves a card without its own, whose own wins", async () => {
  const ofProvider = vi.fn();
  const ofCard = vi.fn();
  const { fetch } = recordFetch();
  const props = { tokenProvider: () => null, fetch, onSignIn: ofProvider };
  const app = renderApp({ ...props, children: <ProfileCard /> });
  await inState("missing-token");
  fireEvent.click(screen.getByRole("button", { name: en["missing-token"].action }));
  expect(ofProvider).toHaveBeenCalledTimes(1);
  app.update({ children: <ProfileCard onSignIn={ofCard} /> });
  fireEvent.click(screen.getByRole("button", { name: en["missing-token"].action }));
  expect(ofCard).toHaveBeenCalledTimes(1);
  expect(ofProvider).toHaveBeenCalledTimes(1);
});

test("without onSignIn there is no sign-in button, and unsupported never has one", async () => {
  const { unmount } = renderCard("missing-token", never);
  await inState("missing-token");
  expect(screen.queryByRole("button")).toBeNull();
  unmount();
  renderCard("unsupported", () => failure(501), { onSignIn: vi.fn() });
  await inState("unsupported");
  expect(screen.queryByRole("button")).toBeNull();
});

test("unavailable offers a retry that works", async () => {
  const { requests } = renderCard("unavailable", (_, number) =>
    number === 1 ? failure(503) : person(),
  );
  await inState("unavailable");
  fireEvent.click(screen.getByRole("button", { name: en.unavailable.action }));
  await inState("ready");
  expect(requests).toHaveLength(2);
});

test("no retry is offered for configuration", async () => {
  renderCard("unavailable", () => failure(302));
  await inState("unavailable");
  expect(screen.getByText(en.configuration)).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});

test("the missing scope is named", async () => {
  renderCard("forbidden", () => failure(403));
  await inState("forbidden");
  expect(card()).toHaveTextContent("internal_login");
});

test("what the server says never reaches a person", async () => {
  const body = "<html><body>correlationID=42 nginx</body></html>";
  renderCard("unavailable", () => new Response(body, { status: 502 }));
  await inState("unavailable");
  expect(card()).not.toHaveTextContent(/nginx|correlation|html/);
});

test("a settled state stays, with aria-busy, while it is asked again", async () => {
  const second = deferred<Response>();
  const { client } = renderCard("unavailable", (_, number) =>
    number === 1 ? offline() : second.promise,
  );
  await inState("unavailable");
  const page = watchPage();
  act(() => void client.refetchQueries());
  await waitFor(() => expect(card()).toHaveAttribute("aria-busy", "true"));
  expect(card()).toHaveAttribute("data-state", "unavailable");
  await act(async () => second.resolve(person()));
  await inState("ready");
  expect(card()).not.toHaveAttribute("aria-busy");
  expect(page.seen()).not.toContain('data-state="loading"');
});

test("a person stays, with aria-busy, through a refetch in the background", async () => {
  const second = deferred<Response>();
  const { client } = renderCard("ready", (_, number) => (number === 1 ? person() : second.promise));
  await inState("ready");
  act(() => void client.refetchQueries());
  await waitFor(() => expect(card()).toHaveAttribute("aria-busy", "true"));
  expect(card()).toHaveTextContent("Barbara Jensen");
  await act(async () => second.resolve(failure(503)));
  await waitFor(() => expect(card()).not.toHaveAttribute("aria-busy"));
  expect(card()).toHaveAttribute("data-state", "ready");
});

test("a retry under way is not pressed twice, and keeps the focus", async () => {
  const { requests } = renderCard("unavailable", (_, number) =>
    number === 1 ? failure(503) : never(),
  );
  await inState("unavailable");
  const button = screen.getByRole("button", { name: en.unavailable.action });
  button.focus();
  fireEvent.click(button);
  await waitFor(() => expect(card()).toHaveAttribute("aria-busy", "true"));
  fireEvent.click(button);
  await pass();
  expect(requests).toHaveLength(2);
  expect(button).toHaveFocus();
});

test("the last person is not kept when the subject changes", async () => {
  const { fetch } = recordFetch((_, number) => (number === 1 ? person() : never()));
  const tokenProvider = () => "token";
  const app = renderApp({ tokenProvider, subject: "a", fetch, children: <ProfileCard /> });
  await inState("ready");
  app.update({ subject: "b" });
  expect(card()).toHaveAttribute("data-state", "loading");
  expect(card()).not.toHaveTextContent("Barbara");
});

test("with profile nothing is asked, and no QueryClientProvider is needed", () => {
  const tokenProvider = vi.fn();
  const fetch = vi.fn();
  render(
    <ProfileCard
      profile={buildMe()}
      endpoint={endpoint}
      tokenProvider={tokenProvider}
      fetch={fetch}
    />,
  );
  expect(card()).toHaveAttribute("data-state", "ready");
  expect(card()).toHaveTextContent("Barbara Jensen");
  expect(tokenProvider).not.toHaveBeenCalled();
  expect(fetch).not.toHaveBeenCalled();
});

test("ref, className, style and other DOM props go to the root, in every state", async () => {
  const ref = createRef<HTMLDivElement>();
  const onMouseEnter = vi.fn();
  const props = {
    ref,
    id: "who",
    className: "mine",
    style: { color: "red" },
    title: "You",
    "data-testid": "card",
    onMouseEnter,
  };
  const { fetch } = recordFetch();
  renderApp({ tokenProvider: () => "token", fetch, children: <ProfileCard {...props} /> });
  for (const state of ["loading", "ready"] as const) {
    await inState(state);
    const root = screen.getByTestId("card");
    expect(root).toBe(ref.current);
    expect(root).toBe(card());
    expect(root).toHaveClass("mine");
    expect(root).toHaveStyle({ color: "rgb(255, 0, 0)" });
    expect(root).toHaveAttribute("title", "You");
    expect(root).toHaveAttribute("id", "who");
  }
  fireEvent.mouseEnter(card());
  expect(onMouseEnter).toHaveBeenCalledTimes(1);
  expect(card().outerHTML).not.toMatch(/tokenProvider|endpoint=|scopehint/i);
});

test("fields names the attributes to show, in order, and one that nobody has is not drawn", () => {
  const fields = [
    "title",
    "emails",
    "nickName",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber",
  ];
  render(<ProfileCard profile={buildMe()} fields={fields} />);
  const labels = within(card()).getAllByRole("term");
  expect(labels.map((label) => label.textContent)).toEqual([
    "Job title",
    "Email",
    "Employee number",
  ]);
  expect(card()).toHaveTextContent("40417");
});

test("an unknown attribute gets a readable label", () => {
  const profile = buildMe({ extensions: { "urn:example:User": { preferredMFAOption: "email" } } });
  render(<ProfileCard profile={profile} fields={["urn:example:User:preferredMFAOption"]} />);
  expect(screen.getByRole("term")).toHaveTextContent("Preferred MFA option");
});

test("security internals are not shown unless they are named", () => {
  const extensions = {
    "urn:scim:wso2:schema": { failedLoginAttempts: "7", accountLocked: "false" },
  };
  const profile = buildMe({ extensions });
  const { rerender } = render(<ProfileCard profile={profile} />);
  expect(card()).not.toHaveTextContent(/failed|locked|7/i);
  rerender(<ProfileCard profile={profile} fields={["urn:scim:wso2:schema:failedLoginAttempts"]} />);
  expect(card()).toHaveTextContent("Failed login attempts7");
});

test("compact is avatar, name and one line", () => {
  render(<ProfileCard profile={buildMe()} size="compact" />);
  expect(card()).toHaveAttribute("data-size", "compact");
  expect(card().querySelector("dl")).toBeNull();
  expect(card()).toHaveTextContent("bjensen@example.com");
});

test("actions stand in the card of a person only", async () => {
  const { fetch } = recordFetch((_, number) => (number === 1 ? person() : failure(401)));
  const children = <ProfileCard actions={<button type="button">act</button>} />;
  const { client } = renderApp({ tokenProvider: () => "token", fetch, children });
  expect(screen.queryByText("act")).toBeNull();
  await screen.findByText("act");
  await act(() => client.refetchQueries());
  await inState("unauthorized");
  expect(screen.queryByText("act")).toBeNull();
});

test("messages of the provider replace the English ones", async () => {
  const { fetch } = recordFetch();
  const messages = {
    "missing-token": { title: "Niemand angemeldet", text: "-", action: "Anmelden" },
  };
  const props = { tokenProvider: () => null, fetch, messages, onSignIn: vi.fn() };
  renderApp({ ...props, children: <ProfileCard /> });
  expect(await screen.findByText("Niemand angemeldet")).toBeVisible();
  expect(screen.getByRole("button", { name: "Anmelden" })).toBeVisible();
});

const recovering: Answer = (_, number) => (number === 1 ? failure(503) : person());

test.each([
  ["card", <ProfileCard key="card" />, "Barbara Jensen"],
  ["guard", <ProtectedRoute key="guard">the secret</ProtectedRoute>, "the secret"],
])("the focus stays in a %s whose Try again brings the person", async (_, children, shown) => {
  const { fetch } = recordFetch(recovering);
  renderApp({ tokenProvider: () => "token", fetch, children });
  const button = await screen.findByRole("button", { name: en.unavailable.action });
  const root = button.closest("[data-scim]");
  button.focus();
  fireEvent.click(button);
  await screen.findByText(shown);
  expect(root).toHaveFocus();
});

test("in another window, where a portal leads, the focus stays too", async () => {
  const { fetch } = recordFetch(recovering);
  const frame = document.body.appendChild(document.createElement("iframe"));
  const opener = document.body.appendChild(document.createElement("button"));
  const { body } = frame.contentDocument as Document;
  const children = createPortal(<ProfileCard editable={["nickName"]} />, body);
  const { unmount } = renderApp({ tokenProvider: () => "token", fetch, children });
  const page = within(body);
  opener.focus();
  const retry = await page.findByRole("button", { name: en.unavailable.action });
  retry.focus();
  fireEvent.click(retry);
  await page.findByText("Barbara Jensen");
  expect(page.getByRole("group")).toHaveFocus();
  const edit = page.getByRole("button", { name: en.editProfile });
  edit.focus();
  fireEvent.click(edit);
  expect(await page.findByRole("textbox")).toHaveFocus();
  unmount();
  frame.remove();
  opener.remove();
});

/** What is focused in each, and gone when nobody is signed in any more. */
const hosts: [string, ReactNode][] = [
  ["card", <ProfileCard key="card" actions={<a href="#act">act</a>} />],
  ["guard", <ProtectedRoute key="guard">{<a href="#act">act</a>}</ProtectedRoute>],
];

test.each(
  hosts.flatMap(([host, children]) =>
    (
      [
        [401, "unauthorized"],
        [403, "forbidden"],
        [404, "unsupported"],
      ] as const
    ).map(([status, view]) => [host, status, view, children] as const),
  ),
)(
  "in a %s whose Try again ends in %s, with no button, what is told has the focus",
  async (...row) => {
    const [, status, view, children] = row;
    const { fetch } = recordFetch((_, number) => failure(number === 1 ? 503 : status));
    renderApp({ tokenProvider: () => "token", fetch, children });
    const button = await screen.findByRole("button", { name: en.unavailable.action });
    button.focus();
    fireEvent.click(button);
    expect(await screen.findByText(en[view].title)).toHaveFocus();
  },
);

test.each(hosts)(
  "in a %s that loses its person what is told has the focus",
  async (_, children) => {
    const { fetch } = recordFetch((_, number) => (number === 1 ? person() : failure(401)));
    const { client } = renderApp({ tokenProvider: () => "token", fetch, children });
    (await screen.findByRole("link", { name: "act" })).focus();
    await act(() => client.refetchQueries());
    expect(await screen.findByText(en.unauthorized.title)).toHaveFocus();
  },
);

test("the focus stays where a host's own view has put it", async () => {
  const { fetch } = recordFetch((_, number) => (number === 1 ? person() : failure(401)));
  const children = (
    <ProfileCard
      actions={<a href="#act">act</a>}
      // biome-ignore lint/a11y/noAutofocus: it is what a host may do.
      unauthorized={<input autoFocus />}
    />
  );
  const { client } = renderApp({ tokenProvider: () => "token", fetch, children });
  (await screen.findByRole("link", { name: "act" })).focus();
  await act(() => client.refetchQueries());
  expect(await screen.findByRole("textbox")).toHaveFocus();
});

test("the focus elsewhere on the page stays there", async () => {
  const { fetch } = recordFetch(recovering);
  const children = [<input key="elsewhere" />, <ProfileCard key="card" />];
  renderApp({ tokenProvider: () => "token", fetch, children });
  fireEvent.click(await screen.findByRole("button", { name: en.unavailable.action }));
  screen.getByRole("textbox").focus();
  await screen.findByText("Barbara Jensen");
  expect(screen.getByRole("textbox")).toHaveFocus();
  expect(card()).not.toHaveAttribute("tabindex");
});
