import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { expect, fn, userEvent, waitFor } from "storybook/test";
import preview from "../.storybook/preview.tsx";
import { requests } from "../.storybook/requests.ts";
import { ProtectedRoute, type ProtectedRouteProps, type ScimMe } from "../src/index.ts";
import { ar } from "../src/locales/ar.ts";
import { en } from "../src/locales/en.ts";
import { createTestQueryClient } from "../src/testing/index.ts";
import { type Canvas, expectView } from "./expectView.ts";
import { inTurn } from "./inTurn.ts";
import { playground } from "./pages/playground.ts";
import { patient } from "./patient.ts";
import { shown, watchShown } from "./shown.ts";

/**
 * Its children, for a proven person and nobody else. A guard in a browser is not authorization: the
 * server decides what a person may read and do.
 */
const meta = preview.meta({
  title: "Components/ProtectedRoute",
  component: ProtectedRoute,
  tags: ["visual"],
  args: { children: <h2>Orders</h2>, onSignIn: fn() },
  argTypes: {
    children: { control: false },
    endpoint: { control: false },
    tokenProvider: { control: false },
  },
  // Redirects are counted across reloads, and stories are to start from none.
  beforeEach: () => sessionStorage.clear(),
});

/** Change what you like: the code follows, and compiles where it is pasted. */
export const Playground = meta.story({
  tags: ["!visual"],
  args: { children: "Your orders" },
  ...playground("ProtectedRoute"),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText("Your orders")).toBeVisible();
    await expect(canvas.queryByRole("status")).toBeNull();
  },
});

/** Somebody is signed in: the page. */
export const Success = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("heading", { name: "Orders" })).toBeVisible();
    await expect(canvas.queryByRole("status")).toBeNull();
    await expect(requests()).toHaveLength(1);
  },
});

/** Somebody of whom the service tells a user name alone: who they are is proven all the same. */
export const Minimal = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "minimal" },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("heading", { name: "Orders" })).toBeVisible();
    await expect(canvas.queryByRole("status")).toBeNull();
  },
});

/** Somebody of whom the service tells everything: none of it gets into the page by itself. */
export const Full = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "full" },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("heading", { name: "Orders" })).toBeVisible();
    await expect(canvas.queryByText(/Barbara|Jensen/)).toBeNull();
  },
});

/** The session has ended: a way back in, and nothing of the page. */
export const Unauthorized = meta.story({
  parameters: { scenario: "unauthorized" },
  play: async ({ canvas, args }) => {
    await expectRefusal(canvas, en.unauthorized.title, en.unauthorized.text);
    await userEvent.click(canvas.getByRole("button", { name: en.unauthorized.action }));
    await expect(args.onSignIn).toHaveBeenCalledWith(
      expect.objectContaining({ reason: "unauthorized", returnTo: expect.stringMatching(/^\//) }),
    );
  },
});

/** Nobody is signed in: no request is sent, and nothing of the page is there. */
export const MissingToken = meta.story({
  parameters: { scenario: "missing-token" },
  play: async ({ canvas }) => {
    await expectRefusal(canvas, en["missing-token"].title, en["missing-token"].text);
    await expect(canvas.getByRole("button")).toHaveAccessibleName(en["missing-token"].action);
    await expect(requests()).toEqual([]);
  },
});

const nobody = fn(() => undefined);

/** With `onSignedOut` a router takes the person to sign in: once, with the way back. */
export const Redirects = meta.story({
  tags: ["!visual"],
  args: { onSignedOut: fn() },
  parameters: { scenario: "missing-token", provider: { tokenProvider: nobody } },
  play: async ({ canvas, args }) => {
    await waitFor(() => expect(args.onSignedOut).toHaveBeenCalled());
    await expect(args.onSignedOut).toHaveBeenCalledWith(
      expect.objectContaining({ reason: "missing-token", returnTo: expect.stringMatching(/^\//) }),
    );
    // Coming back to the tab asks the provider again, and is no reason to send anybody away again.
    await expect(nobody).toHaveBeenCalledTimes(1);
    window.dispatchEvent(new Event("visibilitychange"));
    await waitFor(() => expect(nobody).toHaveBeenCalledTimes(2));
    await expectRefusal(canvas, en["missing-token"].title, en["missing-token"].text);
    await expect(args.onSignedOut).toHaveBeenCalledTimes(1);
  },
});

/** A sign-in that keeps coming back without a token ends in an explanation instead of a loop. */
export const RedirectLoop = meta.story({
  args: { onSignedOut: fn() },
  parameters: { scenario: "missing-token" },
  render: (args) => <Reloads {...args} />,
  play: async ({ canvas, args }) => {
    for (let times = 1; times <= 3; times++) {
      await waitFor(() => expect(args.onSignedOut).toHaveBeenCalledTimes(times));
      await userEvent.click(canvas.getByRole("button", { name: "Come back from signing in" }));
    }
    const { title, text, action } = en["redirect-loop"];
    await expectRefusal(canvas, title, text);
    await expect(canvas.getByRole("button", { name: action })).toBeVisible();
    await expect(args.onSignedOut).toHaveBeenCalledTimes(3);
  },
});

/** It is not known yet who is there: nobody is sent away, and nothing of the page is there. */
export const Loading = meta.story({
  args: { onSignedOut: fn() },
  parameters: { scenario: "never", provider: patient },
  play: async ({ canvas, args }) => {
    await waitFor(() => expect(requests()).toHaveLength(1));
    await expectLoading(canvas);
    await expect(canvas.queryByRole("button")).toBeNull();
    await expect(args.onSignedOut).not.toHaveBeenCalled();
  },
});

/** The host's own session is still loading: that is not being signed out. */
export const Pending = meta.story({
  tags: ["!visual"],
  args: { onSignedOut: fn() },
  parameters: { scenario: "missing-token", provider: { pending: true } },
  play: async ({ canvas, args }) => {
    await expectLoading(canvas);
    await expect(args.onSignedOut).not.toHaveBeenCalled();
    await expect(requests()).toEqual([]);
  },
});

/** After two seconds of loading, the page. */
export const Slow = meta.story({
  tags: ["!visual"],
  args: { onSignedOut: fn() },
  parameters: { scenario: "slow" },
  beforeEach: watchShown,
  play: async ({ canvas, args }) => {
    await canvas.findByRole("heading", { name: "Orders" });
    await expect(shown()).toEqual([en.loading, "Orders"]);
    await expect(args.onSignedOut).not.toHaveBeenCalled();
  },
});

/** The app lacks a permission: signing in again without it would change nothing. */
export const Forbidden = meta.story({
  args: { onSignedOut: fn() },
  parameters: { scenario: "forbidden" },
  play: async ({ canvas, args }) => {
    const text = en.forbidden.text.replace("{scope}", "internal_login");
    await expectRefusal(canvas, en.forbidden.title, text);
    await expect(args.onSignedOut).not.toHaveBeenCalled();
  },
});

/** From right to left; a scope keeps its direction. */
export const RightToLeft = meta.story({
  globals: { locale: "ar" },
  parameters: { scenario: "forbidden" },
  play: async ({ canvas }) => {
    const title = await canvas.findByText(ar.forbidden.title);
    await expect(getComputedStyle(title).direction).toBe("rtl");
    await expect(canvas.getByText("internal_login")).toHaveAttribute("dir", "ltr");
    await expect(canvas.queryByRole("heading", { name: "Orders" })).toBeNull();
  },
});

/** `allow` refuses this person: they are told so, and not asked to sign in. */
export const AllowRefused = meta.story({
  args: {
    onSignedOut: fn(),
    allow: fn((me: ScimMe) => me.groups.some(({ display }) => display === "Administrators")),
  },
  play: async ({ canvas, args }) => {
    await expectRefusal(canvas, en["not-allowed"].title, en["not-allowed"].text);
    await expect(canvas.queryByRole("button")).toBeNull();
    await expect(args.onSignedOut).not.toHaveBeenCalled();
  },
});

/** The service has no profiles, so it cannot prove anybody. */
export const Unsupported = meta.story({
  tags: ["!visual"],
  args: { onSignedOut: fn() },
  parameters: { scenario: "unsupported" },
  play: async ({ canvas, args }) => {
    await expectRefusal(canvas, en.unsupported.title, en.unsupported.text);
    await expect(canvas.queryByRole("button")).toBeNull();
    await expect(args.onSignedOut).not.toHaveBeenCalled();
  },
});

/** The service asks to wait: nobody is sent away, and a retry is offered. */
export const RateLimited = meta.story({
  tags: ["!visual"],
  args: { onSignedOut: fn() },
  parameters: { scenario: "rate-limited" },
  play: expectRetry(en["rate-limited"].replace("{time}", "30 seconds")),
});

/** The service fails: nobody is sent away, and a retry is offered. */
export const ServerError = meta.story({
  args: { onSignedOut: fn() },
  parameters: { scenario: "server-error" },
  play: expectRetry(en.unavailable.text),
});

/** A gateway answers with a page of its own: nobody is sent away. */
export const HtmlError = meta.story({
  tags: ["!visual"],
  args: { onSignedOut: fn() },
  parameters: { scenario: "html-error" },
  play: expectRetry(en.unavailable.text),
});

/** An answer that is not a person proves nobody. */
export const Malformed = meta.story({
  tags: ["!visual"],
  args: { onSignedOut: fn() },
  parameters: { scenario: "malformed" },
  play: expectRetry(en.unavailable.text),
});

/** The request does not reach the service: nobody is sent away. */
export const Offline = meta.story({
  tags: ["!visual"],
  args: { onSignedOut: fn() },
  parameters: { scenario: "offline" },
  play: expectRetry(en.network),
});

/** The token provider throws: that is not being signed out. */
export const ProviderFailure = meta.story({
  tags: ["!visual"],
  args: { onSignedOut: fn() },
  parameters: { scenario: "token-provider-failed" },
  play: expectRetry(en.unavailable.text),
});

const recovering = inTurn("server-error", "success");

/** *Try again* opens the page once the service has recovered. */
export const Recovers = meta.story({
  tags: ["!visual"],
  parameters: { provider: { tokenProvider: recovering.tokenProvider } },
  beforeEach: recovering.restart,
  play: async ({ canvas }) => {
    await expectRefusal(canvas, en.unavailable.title, en.unavailable.text);
    await userEvent.click(canvas.getByRole("button", { name: en.unavailable.action }));
    const heading = await canvas.findByRole("heading", { name: "Orders" });
    await expect(heading.closest("[data-scim=ProtectedRoute]")).toHaveFocus();
    await expect(canvas.queryByRole("status")).toBeNull();
  },
});

/** Views of the app's own in place of the default ones. */
export const CustomSlots = meta.story({
  tags: ["!visual"],
  args: {
    loading: <p>One moment…</p>,
    signedOut: ({ error }) => <p>Please sign in first ({error?.reason}).</p>,
  },
  parameters: { scenario: "unauthorized" },
  beforeEach: watchShown,
  play: async ({ canvas }) => {
    await canvas.findByText("Please sign in first (unauthorized).");
    await expect(shown()).toEqual(["One moment…", "Please sign in first (unauthorized)."]);
    await expect(canvas.queryByText(en.unauthorized.title)).toBeNull();
    await expect(canvas.queryByRole("heading")).toBeNull();
  },
});

/** The page as each return from a sign-in loads it: with an empty cache. */
function Reloads(props: ProtectedRouteProps) {
  const [page, setPage] = useState({ number: 1, queryClient: createTestQueryClient() });
  return (
    <>
      <QueryClientProvider key={page.number} client={page.queryClient}>
        <ProtectedRoute {...props} />
      </QueryClientProvider>
      <button
        type="button"
        onClick={() => setPage({ number: page.number + 1, queryClient: createTestQueryClient() })}
      >
        Come back from signing in
      </button>
    </>
  );
}

async function expectRefusal(canvas: Canvas, title: string, text: string) {
  await expectView(canvas, title, text);
  await expect(canvas.queryByRole("heading", { name: "Orders" })).toBeNull();
}

async function expectLoading(canvas: Canvas) {
  await expect(canvas.getByRole("status")).toHaveTextContent(en.loading);
  await expect(canvas.queryByRole("heading", { name: "Orders" })).toBeNull();
}

/** A play for a failure that passes by itself: a retry, and nobody is sent away. */
function expectRetry(text: string) {
  return async ({ canvas, args }: { canvas: Canvas; args: { onSignedOut?: unknown } }) => {
    await expectRefusal(canvas, en.unavailable.title, text);
    await expect(canvas.getByRole("button")).toHaveAccessibleName(en.unavailable.action);
    await expect(args.onSignedOut).not.toHaveBeenCalled();
  };
}
