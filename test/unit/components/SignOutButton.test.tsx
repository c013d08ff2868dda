import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { type ComponentProps, createRef, type JSX } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { ProfileCard, ProtectedRoute, SignOutButton } from "../../../src/index.js";
import { en } from "../../../src/locales/en.js";
import { Reader } from "../query/Reader.js";
import { deferred, failure, never, offline, person, recordFetch } from "../query/recordFetch.js";
import { pass, renderApp } from "../query/renderApp.js";
import { watchPage } from "../query/watchPage.js";

afterEach(() => sessionStorage.clear());

function button(): HTMLElement {
  const found = document.querySelector<HTMLElement>("[data-scim=SignOutButton]");
  if (!found) throw new Error("There is no button.");
  return found;
}

/** A page with a consumer and a button. */
async function renderButton(props: Partial<ComponentProps<typeof SignOutButton>> = {}) {
  const { fetch, requests } = recordFetch();
  const own = <SignOutButton key="b" onSignOut={() => {}} {...props} />;
  const children = [<Reader key="a" />, own];
  const app = renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("ready Barbara Jensen");
  return { ...app, requests };
}

test("it is a button of type button with a name, idle", async () => {
  await renderButton();
  const found = screen.getByRole("button", { name: en.signOut });
  expect(found).toBe(button());
  expect(found).toHaveAttribute("type", "button");
  expect(found).toHaveAttribute("data-state", "idle");
  expect(found).not.toHaveAttribute("aria-busy");
});

test("ref, className, style, children and other DOM props go to the button", async () => {
  const ref = createRef<HTMLButtonElement>();
  const props = { ref, className: "mine", style: { margin: 1 }, title: "Leave", children: "Bye" };
  await renderButton(props);
  expect(screen.getByRole("button", { name: "Bye" })).toBe(ref.current);
  expect(ref.current).toHaveClass("mine");
  expect(ref.current).toHaveAttribute("title", "Leave");
  expect(button().getAttributeNames().join()).not.toMatch(/onsignout|onerror|clear/i);
});

test("onClick runs first, and may veto", async () => {
  const order: string[] = [];
  const onSignOut = vi.fn(() => order.push("onSignOut"));
  const onClick = vi.fn((event: { preventDefault: () => void }) => {
    order.push("onClick");
    if (order.length === 1) event.preventDefault();
  });
  await renderButton({ onSignOut, onClick });
  fireEvent.click(button());
  await pass();
  expect(onSignOut).not.toHaveBeenCalled();
  expect(button()).toHaveAttribute("data-state", "idle");
  expect(screen.getByTestId("me")).toHaveTextContent("ready Barbara Jensen");
  fireEvent.click(button());
  await waitFor(() => expect(onSignOut).toHaveBeenCalledTimes(1));
  expect(order).toEqual(["onClick", "onClick", "onSignOut"]);
});

test("pressed, it is busy, keeps the focus, and ignores a second press", async () => {
  const end = deferred();
  const onSignOut = vi.fn(() => end.promise);
  const onClick = vi.fn();
  await renderButton({ onSignOut, onClick });
  button().focus();
  fireEvent.click(button());
  await pass();
  expect(button()).toHaveAttribute("aria-busy", "true");
  expect(button()).toHaveAttribute("data-state", "pending");
  expect(button()).toHaveAccessibleName(en.signingOut);
  expect(button()).toHaveFocus();
  fireEvent.click(button());
  fireEvent.click(button());
  await pass();
  expect(onSignOut).toHaveBeenCalledTimes(1);
  expect(onClick).toHaveBeenCalledTimes(1);
  await act(async () => end.resolve());
  expect(button()).toHaveAttribute("data-state", "idle");
  expect(button()).not.toHaveAttribute("aria-busy");
});

test("two presses in one turn are one sign-out", async () => {
  const onSignOut = vi.fn(never);
  await renderButton({ onSignOut: () => onSignOut().catch(() => {}) });
  act(() => {
    button().click();
    button().click();
  });
  await pass();
  expect(onSignOut).toHaveBeenCalledTimes(1);
});

test("within a form it does not submit", async () => {
  const onSubmit = vi.fn((event: Event) => event.preventDefault());
  const { fetch } = recordFetch();
  const children = (
    <form>
      <SignOutButton onSignOut={() => {}} />
    </form>
  );
  renderApp({ tokenProvider: () => "token", fetch, children });
  document.querySelector("form")?.addEventListener("submit", onSubmit);
  await act(async () => button().click());
  expect(onSubmit).not.toHaveBeenCalled();
});

test("failure is shown beside the button and announced, and onError is called", async () => {
  const cause = new Error("end_session answered 500");
  const onError = vi.fn();
  await renderButton({ onSignOut: () => Promise.reject(cause), onError });
  fireEvent.click(button());
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(en.signOutFailed);
  expect(alert).not.toHaveTextContent("500");
  expect(button().parentElement).toContainElement(alert);
  expect(button()).toHaveAttribute("data-state", "failed");
  expect(onError).toHaveBeenCalledExactlyOnceWith(cause);
  await screen.findByText("ready Barbara Jensen");
});

test("another attempt takes the error away and may succeed", async () => {
  const onSignOut = vi.fn().mockRejectedValueOnce(new Error("no")).mockResolvedValue(undefined);
  await renderButton({ onSignOut });
  fireEvent.click(button());
  await screen.findByRole("alert");
  fireEvent.click(button());
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  await screen.findByText("missing-token");
});

test("render gives the host's own button everything it needs", async () => {
  const onSignOut = vi.fn(() => Promise.reject(new Error("no")));
  const onClick = vi.fn();
  const ref = createRef<HTMLButtonElement>();
  await renderButton({
    onSignOut,
    onClick,
    ref,
    className: "mine",
    render: (props) => (
      <button {...props} className={`host ${props.className}`}>
        {props.children}
      </button>
    ),
  });
  const own = screen.getByRole("button", { name: en.signOut });
  expect(own).toHaveClass("host", "mine");
  expect(ref.current).toBe(own);
  fireEvent.click(own);
  expect(onClick).toHaveBeenCalledTimes(1);
  await screen.findByRole("alert");
  expect(onSignOut).toHaveBeenCalledTimes(1);
  expect(own).toHaveAttribute("data-state", "failed");
});

test("inside a guard it stays through a failed sign-out, keeps its error, and so do its neighbours", async () => {
  const { fetch } = recordFetch();
  const onSignedOut = vi.fn();
  const end = deferred();
  function Page(): JSX.Element {
    return (
      <>
        <input aria-label="draft" />
        <SignOutButton onSignOut={() => end.promise} />
      </>
    );
  }
  const children = (
    <ProtectedRoute onSignedOut={onSignedOut}>
      <Page />
    </ProtectedRoute>
  );
  renderApp({ tokenProvider: () => "token", fetch, children });
  const draft = await screen.findByLabelText("draft");
  fireEvent.change(draft, { target: { value: "unsaved" } });
  const before = button();
  fireEvent.click(before);
  await pass();
  expect(button()).toBe(before);
  await act(async () => end.reject(new Error("no")));
  await screen.findByRole("alert");
  await pass();
  expect(button()).toBe(before);
  expect(screen.getByLabelText("draft")).toBe(draft);
  expect(draft).toHaveValue("unsaved");
  expect(screen.getByRole("alert")).toBeVisible();
  expect(onSignedOut).not.toHaveBeenCalled();
});

test("inside the card's actions it stays through a failed sign-out and keeps its error", async () => {
  const { fetch } = recordFetch();
  const end = deferred();
  const children = <ProfileCard actions={<SignOutButton onSignOut={() => end.promise} />} />;
  renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("Barbara Jensen");
  const before = button();
  fireEvent.click(before);
  await pass();
  expect(screen.queryByText("Barbara Jensen")).toBeNull();
  expect(button()).toBe(before);
  await act(async () => end.reject(new Error("no")));
  await screen.findByText("Barbara Jensen");
  expect(button()).toBe(before);
  expect(screen.getByRole("alert")).toBeVisible();
});

test("a sign-out and a reading that both fail for want of a network leave the error in the card", async () => {
  const { fetch } = recordFetch((_, number) => (number === 1 || number > 2 ? person() : offline()));
  const onSignOut = () => Promise.reject(new TypeError("Failed to fetch"));
  const children = <ProfileCard actions={<SignOutButton onSignOut={onSignOut} />} />;
  renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("Barbara Jensen");
  const before = button();
  fireEvent.click(before);
  await screen.findByText(en.unavailable.title);
  expect(screen.getByRole("alert")).toHaveTextContent(en.signOutFailed);
  fireEvent.click(screen.getByRole("button", { name: en.unavailable.action }));
  await screen.findByText("Barbara Jensen");
  expect(button()).toBe(before);
});

test.each([
  [offline, true],
  [() => failure(401), false],
] as const)("a guard after a failed sign-out: %o keeps its children: %s", async (answer, stays) => {
  const { fetch, requests } = recordFetch((_, number) => (number === 1 ? person() : answer()));
  const onSignOut = () => Promise.reject(new TypeError("Failed to fetch"));
  const onSignedOut = vi.fn();
  const children = (
    <ProtectedRoute onSignedOut={onSignedOut}>
      <SignOutButton onSignOut={onSignOut} />
    </ProtectedRoute>
  );
  renderApp({ tokenProvider: () => "token", fetch, children });
  await waitFor(() => fireEvent.click(button()));
  await waitFor(() => expect(requests).toHaveLength(2));
  await pass();
  expect(screen.queryAllByRole("alert")).toHaveLength(stays ? 1 : 0);
  expect(onSignedOut).toHaveBeenCalledTimes(stays ? 0 : 1);
});

test("success takes the card's person and actions away for good", async () => {
  const { fetch, requests } = recordFetch();
  const children = <ProfileCard actions={<SignOutButton onSignOut={() => {}} />} />;
  renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("Barbara Jensen");
  fireEvent.click(button());
  await screen.findByText(en["missing-token"].title);
  const page = watchPage();
  await pass();
  expect(page.seen()).not.toContain("Barbara");
  expect(page.seen()).not.toContain("SignOutButton");
  expect(requests).toHaveLength(1);
});

test("a guard whose allow refuses stays so during a sign-out", async () => {
  const { fetch } = recordFetch();
  const page = watchPage();
  const end = deferred();
  const children = [
    <ProtectedRoute key="a" allow={() => false} forbidden="not for you">
      the secret
    </ProtectedRoute>,
    <SignOutButton key="b" onSignOut={() => end.promise} />,
  ];
  renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("not for you");
  fireEvent.click(button());
  await pass();
  expect(button()).toHaveAttribute("data-state", "pending");
  await act(async () => end.resolve());
  await pass();
  expect(page.seen()).not.toContain("the secret");
});

test("signing out of a session that has ended already is possible", async () => {
  const { fetch } = recordFetch(() => failure(401));
  const onSignOut = vi.fn();
  const children = [<Reader key="a" />, <SignOutButton key="b" onSignOut={onSignOut} />];
  renderApp({ tokenProvider: () => "token", fetch, children });
  await screen.findByText("unauthorized");
  fireEvent.click(button());
  await screen.findByText("missing-token");
  expect(onSignOut).toHaveBeenCalledTimes(1);
});

test("two buttons on a page: one sign-out, both busy, the error beside the one pressed", async () => {
  const end = deferred();
  const onSignOut = vi.fn(() => end.promise);
  const { fetch } = recordFetch();
  const children = [
    <SignOutButton key="a" onSignOut={onSignOut} />,
    <SignOutButton key="b" onSignOut={onSignOut} />,
  ];
  renderApp({ tokenProvider: () => "token", fetch, children });
  const [first, second] = screen.getAllByRole("button");
  if (first) fireEvent.click(first);
  await pass();
  if (second) fireEvent.click(second);
  expect(second).toHaveAttribute("aria-busy", "true");
  expect(onSignOut).toHaveBeenCalledTimes(1);
  await act(async () => end.reject(new Error("no")));
  expect(screen.getAllByRole("alert")).toHaveLength(1);
  expect(first).toHaveAttribute("data-state", "failed");
  expect(second).toHaveAttribute("data-state", "idle");
});
