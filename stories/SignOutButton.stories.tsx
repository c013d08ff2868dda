import { expect, fn, userEvent, waitFor } from "storybook/test";
import preview from "../.storybook/preview.tsx";
import { requests } from "../.storybook/requests.ts";
import {
  ProfileCard,
  ProtectedRoute,
  SignOutButton,
  type SignOutButtonProps,
} from "../src/index.ts";
import { ar } from "../src/locales/ar.ts";
import { en } from "../src/locales/en.ts";
import { type Canvas, expectNobody, expectView } from "./expectView.ts";
import { playground } from "./pages/playground.ts";
import { patient } from "./patient.ts";

/** Ends the session: first here, in every tab, then at the provider. */
const meta = preview.meta({
  title: "Components/SignOutButton",
  component: SignOutButton,
  tags: ["visual"],
  args: { onSignOut: fn(async () => {}), onError: fn() },
  beforeEach: () => sessionStorage.clear(),
});

/** Change what you like: the code follows, and compiles where it is pasted. */
export const Playground = meta.story({
  tags: ["!visual"],
  args: { children: "Sign out" },
  ...playground("SignOutButton"),
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Sign out" }));
    await waitFor(() => expect(args.onSignOut).toHaveBeenCalledTimes(1));
    await expect(canvas.queryByRole("alert")).toBeNull();
  },
});

/** One press, and nothing of the person is left. */
export const Success = meta.story({
  tags: ["!visual"],
  render: besideCard,
  play: async ({ canvas, args }) => {
    await canvas.findByRole("group", { name: "Barbara Jensen" });
    await userEvent.click(canvas.getByRole("button", { name: en.signOut }));
    await expectView(canvas, en["missing-token"].title, en["missing-token"].text);
    await expectNobody(canvas);
    await expect(args.onSignOut).toHaveBeenCalledTimes(1);
    await expect(args.onError).not.toHaveBeenCalled();
    await expect(canvas.queryByRole("alert")).toBeNull();
    await expect(requests()).toHaveLength(1);
  },
});

/** Waiting to be pressed. */
export const Idle = meta.story({
  play: async ({ canvas, args }) => {
    const button = canvas.getByRole("button", { name: en.signOut });
    await expect(button).not.toHaveAttribute("aria-busy");
    await expect(canvas.queryByRole("alert")).toBeNull();
    await expect(args.onSignOut).not.toHaveBeenCalled();
    await expect(requests()).toEqual([]);
  },
});

/** Its 15 s are over in the middle of another story, whose `onError` is to hear nothing of it. */
const takingItsTime = () => ({
  onSignOut: fn(() => new Promise<void>(() => {})),
  onError: fn(),
});

/** The provider takes its time: the button says so, keeps its width and its focus, and waits. */
export const Pending = meta.story({
  args: takingItsTime(),
  play: async ({ canvas, args }) => {
    const button = canvas.getByRole("button", { name: en.signOut });
    const width = button.offsetWidth;
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAccessibleName(en.signingOut));
    await expect(button).toHaveAttribute("aria-busy", "true");
    await expect(button).toHaveFocus();
    await expect(button.offsetWidth).toBe(width);
    await userEvent.click(button);
    await expect(args.onSignOut).toHaveBeenCalledTimes(1);
  },
});

/** The provider could not end the session: the person is told, and still signed in. */
export const Failed = meta.story({
  args: { onSignOut: fn(async () => Promise.reject(new Error("The provider did not answer."))) },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole("button", { name: en.signOut }));
    await expect(await canvas.findByRole("alert")).toHaveTextContent(en.signOutFailed);
    await expect(args.onError).toHaveBeenCalledTimes(1);
    await expect(canvas.getByRole("button", { name: en.signOut })).not.toHaveAttribute("aria-busy");
    await expect(canvas.queryByText(/did not answer/)).toBeNull();
  },
});

/** From right to left, on its way: the sign of it stands before the word. */
export const RightToLeft = meta.story({
  args: takingItsTime(),
  globals: { locale: "ar" },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: ar.signOut }));
    const button = await canvas.findByRole("button", { name: ar.signingOut });
    await expect(getComputedStyle(button).direction).toBe("rtl");
  },
});

/** The app's own `onClick` runs first and may stop it. */
export const Veto = meta.story({
  tags: ["!visual"],
  args: { onClick: fn((event: { preventDefault(): void }) => event.preventDefault()) },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole("button", { name: en.signOut }));
    await expect(args.onClick).toHaveBeenCalledTimes(1);
    await expect(args.onSignOut).not.toHaveBeenCalled();
  },
});

/** The app's own button, which behaves the same. */
export const CustomRender = meta.story({
  tags: ["!visual"],
  args: {
    children: "Leave",
    render: ({ children, ...props }) => (
      <button {...props} style={{ borderRadius: 0 }}>
        {children}
      </button>
    ),
  },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Leave" }));
    await waitFor(() => expect(args.onSignOut).toHaveBeenCalledTimes(1));
    await expect(canvas.getAllByRole("button")).toHaveLength(1);
  },
});

/** Inside a guard it stays until it is decided, so that it can say when signing out failed. */
export const InsideGuard = meta.story({
  args: { onSignOut: fn(async () => Promise.reject(new Error("The provider did not answer."))) },
  render: (args) => (
    <ProtectedRoute>
      <ProfileCard actions={<SignOutButton {...args} />} />
    </ProtectedRoute>
  ),
  play: async ({ canvas }) => {
    const button = await canvas.findByRole("button", { name: en.signOut });
    await userEvent.click(button);
    await expect(await canvas.findByRole("alert")).toHaveTextContent(en.signOutFailed);
    await expect(button).toBeInTheDocument();
    await canvas.findByRole("group", { name: "Barbara Jensen" });
    await expect(requests()).toHaveLength(2);
  },
});

const onSignedOut = fn();

/** Inside a guard it is gone with the page, and the guard redirects nobody: that is its own doing. */
export const LeavesGuard = meta.story({
  tags: ["!visual"],
  render: (args) => (
    <ProtectedRoute onSignedOut={onSignedOut}>
      <SignOutButton {...args} />
    </ProtectedRoute>
  ),
  play: async ({ canvas, args }) => {
    await userEvent.click(await canvas.findByRole("button", { name: en.signOut }));
    await expectView(canvas, en["missing-token"].title, en["missing-token"].text);
    await expect(canvas.queryByRole("button")).toBeNull();
    await expect(args.onSignOut).toHaveBeenCalledTimes(1);
    await expect(onSignedOut).not.toHaveBeenCalled();
  },
});

/** The session had ended already: signing out still tells the provider, and ends signed out. */
export const Unauthorized = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "unauthorized" },
  render: besideCard,
  play: async ({ canvas, args }) => {
    await expectView(canvas, en.unauthorized.title, en.unauthorized.text);
    await userEvent.click(canvas.getByRole("button", { name: en.signOut }));
    await expectView(canvas, en["missing-token"].title, en["missing-token"].text);
    await expect(args.onSignOut).toHaveBeenCalledTimes(1);
    await expect(requests()).toHaveLength(1);
  },
});

/** Nobody is signed in: pressing it asks the service for nothing. */
export const MissingToken = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "missing-token" },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole("button", { name: en.signOut }));
    await waitFor(() => expect(args.onSignOut).toHaveBeenCalledTimes(1));
    await expect(canvas.queryByRole("alert")).toBeNull();
    await expect(requests()).toEqual([]);
  },
});

/** Pressed before it is known who is signed in: the request is let go. */
export const Loading = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "never", provider: patient },
  render: besideCard,
  play: signsOutFrom(en.loading),
});

/** Pressed while a slow answer is on its way: it is shown to nobody. */
export const Slow = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "slow" },
  render: besideCard,
  play: signsOutFrom(en.loading),
});

/** A person whose profile the app may not read can sign out. */
export const Forbidden = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "forbidden" },
  render: besideCard,
  play: signsOutFrom(en.forbidden.title),
});

/** A service without profiles keeps nobody signed in. */
export const Unsupported = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "unsupported" },
  render: besideCard,
  play: signsOutFrom(en.unsupported.title),
});

/** Signing out does not wait for the service that asks to wait. */
export const RateLimited = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "rate-limited" },
  render: besideCard,
  play: signsOutFrom(en.unavailable.title),
});

/** While the service fails, signing out works. */
export const ServerError = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "server-error" },
  render: besideCard,
  play: signsOutFrom(en.unavailable.title),
});

/** While a gateway answers in the service's place, signing out works. */
export const HtmlError = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "html-error" },
  render: besideCard,
  play: signsOutFrom(en.unavailable.title),
});

/** An answer that is no person does not stand in the way. */
export const Malformed = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "malformed" },
  render: besideCard,
  play: signsOutFrom(en.unavailable.title),
});

/** Without a network the session here ends; the rest is for the app's `onSignOut`. */
export const Offline = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "offline" },
  render: besideCard,
  play: signsOutFrom(en.unavailable.title),
});

/** A token provider that fails is not asked to sign out. */
export const ProviderFailure = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "token-provider-failed" },
  render: besideCard,
  play: signsOutFrom(en.unavailable.title, 0),
});

function besideCard(args: SignOutButtonProps) {
  return (
    <>
      <ProfileCard />
      <SignOutButton {...args} />
    </>
  );
}

/** A play that signs out while the card says something else, and asks the service nothing more. */
function signsOutFrom(words: string, asked = 1) {
  return async ({ canvas, args }: { canvas: Canvas; args: SignOutButtonProps }) => {
    await waitFor(() => expect(canvas.getByRole("status")).toHaveTextContent(words));
    await waitFor(() => expect(requests()).toHaveLength(asked));
    await userEvent.click(canvas.getByRole("button", { name: en.signOut }));
    await expectView(canvas, en["missing-token"].title, en["missing-token"].text);
    await expectNobody(canvas);
    await expect(args.onSignOut).toHaveBeenCalledTimes(1);
    await expect(args.onError).not.toHaveBeenCalled();
    await expect(requests()).toHaveLength(asked);
  };
}
