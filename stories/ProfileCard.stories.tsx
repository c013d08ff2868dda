import { useQueryClient } from "@tanstack/react-query";
import type { CSSProperties, ReactNode } from "react";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import preview from "../.storybook/preview.tsx";
import { requests } from "../.storybook/requests.ts";
import { ProfileCard } from "../src/index.ts";
import { en } from "../src/locales/en.ts";
import { type Canvas, expectNobody, expectView } from "./expectView.ts";
import { inTurn } from "./inTurn.ts";
import { playground } from "./pages/playground.ts";
import { patient } from "./patient.ts";
import {
  arabic,
  brokenPhoto,
  hostile,
  inManyGroups,
  inTwos,
  longNames,
  longNumbers,
  rightToLeft,
  shortNames,
  withoutPhoto,
} from "./people.ts";
import { shown, watchShown } from "./shown.ts";

/** The signed-in person, or what there is to say and to do in their place. */
const meta = preview.meta({
  title: "Components/ProfileCard",
  component: ProfileCard,
  tags: ["visual"],
  args: { onSignIn: fn() },
  argTypes: { endpoint: { control: false }, tokenProvider: { control: false } },
});

/** Change what you like: the code follows, and compiles where it is pasted. */
export const Playground = meta.story({
  tags: ["!visual"],
  args: { editable: true, fields: ["emails", "phoneNumbers", "groups"] },
  ...playground("ProfileCard"),
  play: async ({ canvas }) => {
    const card = await canvas.findByRole("group", { name: "Barbara Jensen" });
    await expect(within(card).getAllByRole("term")).toHaveLength(3);
    await expect(within(card).getByRole("button", { name: en.editProfile })).toBeVisible();
  },
});

/** The signed-in person, from one request. */
export const Success = meta.story({
  play: async ({ canvas }) => {
    const card = await canvas.findByRole("group", { name: "Barbara Jensen" });
    const email = within(card).getByRole("link", { name: "bjensen@example.com" });
    await expect(email).toHaveAttribute("href", "mailto:bjensen@example.com");
    const mobile = within(card).getByRole("link", { name: "+1 202 555 0144" });
    await expect(mobile).toHaveAttribute("href", "tel:+12025550144");
    await expect(valueBeside(card, "Manager")).toHaveTextContent("John Smith");
    await expect(valueBeside(card, "Groups")).toHaveTextContent(
      "Tour Guides, Employees, First Aiders and 2 more",
    );
    await waitFor(() => expect(photoIn(card)).toHaveAttribute("data-loaded", "true"));
    // Nor do the initials show through one that has no background.
    await expect(photoIn(card)).not.toHaveStyle({ backgroundColor: "rgba(0, 0, 0, 0)" });
    await expect(canvas.queryByRole("button")).toBeNull();
    await expect(canvas.queryByRole("status")).toBeNull();
    await expect(requests()).toHaveLength(1);
  },
});

/** The session has ended: one thing to do, and nothing of the person. */
export const Unauthorized = meta.story({
  parameters: { scenario: "unauthorized" },
  play: async ({ canvas, args }) => {
    await expectView(canvas, en.unauthorized.title, en.unauthorized.text);
    await expectNobody(canvas);
    await userEvent.click(canvas.getByRole("button", { name: en.unauthorized.action }));
    await expect(args.onSignIn).toHaveBeenCalledWith(
      expect.objectContaining({ reason: "unauthorized", returnTo: expect.stringMatching(/^\//) }),
    );
  },
});

/** Nobody is signed in: no request is sent, and the sign-in is one press away. */
export const MissingToken = meta.story({
  parameters: { scenario: "missing-token" },
  play: async ({ canvas, args }) => {
    await expectView(canvas, en["missing-token"].title, en["missing-token"].text);
    await expectNobody(canvas);
    await userEvent.click(canvas.getByRole("button", { name: en["missing-token"].action }));
    await expect(args.onSignIn).toHaveBeenCalledWith(
      expect.objectContaining({ reason: "missing-token" }),
    );
    await expect(requests()).toEqual([]);
  },
});

/** Without `onSignIn` there is no button that would do nothing. */
export const WithoutSignIn = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "missing-token" },
  render: () => <ProfileCard />,
  play: async ({ canvas }) => {
    await expectView(canvas, en["missing-token"].title, en["missing-token"].text);
    await expect(canvas.queryByRole("button")).toBeNull();
  },
});

/** The answer is on its way, and its place is kept. */
export const Loading = meta.story({
  parameters: { scenario: "never", provider: patient },
  play: async ({ canvas }) => {
    await waitFor(() => expect(requests()).toHaveLength(1));
    await expect(canvas.getByRole("status")).toHaveTextContent(en.loading);
    await expect(canvas.getByRole("group")).toHaveAttribute("aria-busy", "true");
    await expectNobody(canvas);
    await expect(canvas.queryByRole("button")).toBeNull();
  },
});

/** After two seconds of loading, the person. */
export const Slow = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "slow" },
  beforeEach: watchShown,
  play: async ({ canvas }) => {
    const card = await canvas.findByRole("group", { name: "Barbara Jensen" });
    await expect(card).not.toHaveAttribute("aria-busy");
    await expect(shown()[0]).toBe(en.loading);
  },
});

/** The app lacks a permission, which is named and can be asked for. */
export const Forbidden = meta.story({
  parameters: { scenario: "forbidden" },
  play: async ({ canvas, args }) => {
    const text = en.forbidden.text.replace("{scope}", "internal_login");
    await expectView(canvas, en.forbidden.title, text);
    await expectNobody(canvas);
    await userEvent.click(canvas.getByRole("button", { name: en.forbidden.action }));
    await expect(args.onSignIn).toHaveBeenCalledWith(
      expect.objectContaining({ reason: "forbidden", requiredScope: "internal_login" }),
    );
  },
});

/** The service has no profiles: nothing that a person could do about it is offered. */
export const Unsupported = meta.story({
  parameters: { scenario: "unsupported" },
  play: async ({ canvas }) => {
    await expectView(canvas, en.unsupported.title, en.unsupported.text);
    await expectNobody(canvas);
    await expect(canvas.queryByRole("button")).toBeNull();
  },
});

/** The service asks to wait, and the person is told for how long. */
export const RateLimited = meta.story({
  parameters: { scenario: "rate-limited" },
  play: expectUnavailable(en["rate-limited"].replace("{time}", "30 seconds")),
});

/** The service fails, and the person is still signed in. */
export const ServerError = meta.story({
  parameters: { scenario: "server-error" },
  play: expectUnavailable(en.unavailable.text),
});

/** A gateway answers with a page of its own, of which nothing is shown. */
export const HtmlError = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "html-error" },
  play: async ({ canvas }) => {
    await expectUnavailable(en.unavailable.text)({ canvas });
    await expect(canvas.queryByText(/gateway|upstream|502|<h1>/i)).toBeNull();
  },
});

/** The answer is not a person. */
export const Malformed = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "malformed" },
  play: expectUnavailable(en.unavailable.text),
});

/** The request does not reach the service. */
export const Offline = meta.story({
  parameters: { scenario: "offline" },
  play: expectUnavailable(en.network),
});

/** The token provider throws: nothing was sent, and nobody is told to sign in. */
export const ProviderFailure = meta.story({
  tags: ["!visual"],
  parameters: { scenario: "token-provider-failed" },
  play: async ({ canvas }) => {
    await expectUnavailable(en.unavailable.text)({ canvas });
    await expect(canvas.queryByRole("button", { name: /sign in/i })).toBeNull();
  },
});

/** The app has no provider: people are told that it is not theirs to mend. */
export const NotConfigured = meta.story({
  tags: ["!visual"],
  parameters: { provider: false },
  play: async ({ canvas }) => {
    await expectView(canvas, en.unavailable.title, en.configuration);
    await expect(canvas.queryByRole("button")).toBeNull();
    await expect(requests()).toEqual([]);
  },
});

const recovering = inTurn("server-error", "success");

/** *Try again* asks once more, and brings the person once the service has recovered. The focus stays. */
export const Recovers = meta.story({
  tags: ["!visual"],
  parameters: { provider: { tokenProvider: recovering.tokenProvider } },
  beforeEach: recovering.restart,
  play: async ({ canvas }) => {
    await expectView(canvas, en.unavailable.title, en.unavailable.text);
    await userEvent.click(canvas.getByRole("button", { name: en.unavailable.action }));
    const card = await canvas.findByRole("group", { name: "Barbara Jensen" });
    await expect(card).toHaveFocus();
    await expect(canvas.queryByRole("status")).toBeNull();
    await expect(requests()).toHaveLength(2);
  },
});

const revoked = inTurn("success", "unauthorized");

/** The session is revoked while the person is shown: they are gone with the next answer. */
export const Revoked = meta.story({
  tags: ["!visual"],
  args: { actions: <CheckAgain /> },
  parameters: { provider: { tokenProvider: revoked.tokenProvider } },
  beforeEach: revoked.restart,
  play: async ({ canvas }) => {
    await canvas.findByRole("group", { name: "Barbara Jensen" });
    await userEvent.click(canvas.getByRole("button", { name: "Check again" }));
    await expectView(canvas, en.unauthorized.title, en.unauthorized.text);
    await expectNobody(canvas);
    await expect(canvas.queryByRole("button", { name: "Check again" })).toBeNull();
  },
});

/** A user name is all that a server has to send. */
export const Minimal = meta.story({
  parameters: { scenario: "minimal" },
  play: async ({ canvas }) => {
    const card = await canvas.findByRole("group", { name: "bjensen" });
    await expect(within(card).queryByRole("definition")).toBeNull();
    await expect(photoIn(card)).toBeNull();
  },
});

/** A server that sends everything: what helps is shown, the rest is there for `fields`. */
export const Full = meta.story({
  parameters: { scenario: "full" },
  play: async ({ canvas }) => {
    const card = await canvas.findByRole("group", { name: "Barbara Jensen" });
    await expect(within(card).getByRole("link", { name: "babs@example.org" })).toBeVisible();
    await expect(valueBeside(card, "Department")).toHaveTextContent("Tour Operations");
    await expect(within(card).queryByText(/TG-2291|bm90IGEg|40417|Exampleton/)).toBeNull();
    await waitFor(() => expect(photoIn(card)).toHaveAttribute("data-loaded", "true"));
  },
});

/** Names and addresses of any length wrap inside the card. */
export const LongNames = meta.story({
  args: { profile: longNames },
  play: async ({ canvas }) => {
    await expectNothingOutside(canvas.getByRole("group", { name: /^Maximiliane/ }));
  },
});

/** Pages that ask what they hold how wide it would be, beside one that does not. */
const hosts: Record<string, CSSProperties> = {
  block: {},
  row: { display: "flex" },
  column: { display: "grid", justifyItems: "start" },
  "inline block": { display: "inline-block" },
  cell: { display: "table-cell" },
  "fit-content": { inlineSize: "fit-content" },
};

/** As wide in a row, a cell or a dialog as in a block, whatever its state and however short its words. */
export const InAnyHost = meta.story({
  tags: ["!visual", "measured"],
  parameters: { width: 600 },
  render: () => (
    <div style={{ inlineSize: 600 }}>
      {Object.entries(hosts).map(([name, style]) => (
        <section key={name} aria-label={name}>
          <In style={style}>
            <ProfileCard profile={shortNames} />
          </In>
          <In style={style}>
            <ProfileCard pending />
          </In>
          <In style={style}>
            <ProfileCard tokenProvider={() => null} />
          </In>
        </section>
      ))}
      <section aria-label="beside a long text" style={{ display: "flex" }}>
        <ProfileCard profile={shortNames} />
        <p>{"A text that would take all the room. ".repeat(30)}</p>
      </section>
    </div>
  ),
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getAllByText(en["missing-token"].title)).toHaveLength(
        Object.keys(hosts).length,
      ),
    );
    const [wide] = widthsIn(canvas.getByRole("region", { name: "block" }));
    await expect(wide).toBeGreaterThan(400);
    for (const name of Object.keys(hosts)) {
      const widths = widthsIn(canvas.getByRole("region", { name }));
      await expect(widths, name).toEqual([wide, wide, wide]);
    }
    const [beside] = widthsIn(canvas.getByRole("region", { name: "beside a long text" }));
    await expect(beside).toBeGreaterThanOrEqual(180);
  },
});

/** In the narrowest of hosts nothing runs over the edge of a card, and no card over that of its host. */
export const InNarrowHosts = meta.story({
  tags: ["!visual", "measured"],
  render: () => (
    <>
      {[16, 32].map((fontSize) =>
        Object.entries(hosts).map(([name, style]) => (
          <section key={name} style={{ inlineSize: 12 * fontSize, fontSize }}>
            <In style={style}>
              <ProfileCard profile={longNumbers} />
            </In>
            <In style={style}>
              <ProfileCard pending />
            </In>
          </section>
        )),
      )}
    </>
  ),
  play: async ({ canvas }) => {
    for (const card of canvas.getAllByRole("group")) {
      await expectNothingOutside(card);
      await expectNothingOutside(card.closest("section"));
    }
  },
});

/** However small the text, a finger meets one link: their middles are 24 px apart or more. */
export const LinksApart = meta.story({
  tags: ["!visual", "measured"],
  render: () => (
    <>
      {[12, 14, 16].map((fontSize) => (
        <section key={fontSize} style={{ fontSize }}>
          <ProfileCard profile={inTwos} />
        </section>
      ))}
    </>
  ),
  play: async ({ canvas }) => {
    for (const card of canvas.getAllByRole("group")) {
      const middles = within(card)
        .getAllByRole("link")
        .map((link) => link.getBoundingClientRect())
        .map(({ top, bottom }) => (top + bottom) / 2);
      await expect(middles).toHaveLength(4);
      const between = middles.slice(1).map((middle, index) => middle - (middles[index] ?? 0));
      await expect(Math.min(...between)).toBeGreaterThanOrEqual(24);
    }
  },
});

/** What is loading has the geometry of what comes, beside its label and below it. */
export const NothingMoves = meta.story({
  tags: ["!visual", "measured"],
  render: () => (
    <>
      {[200, 400].map((inlineSize) =>
        (["default", "compact"] as const).map((size) => (
          <section key={size} style={{ inlineSize }}>
            <ProfileCard size={size} pending />
            <ProfileCard size={size} profile={shortNames} />
          </section>
        )),
      )}
    </>
  ),
  play: async ({ canvasElement }) => {
    for (const host of canvasElement.querySelectorAll("section")) {
      const [loading, ready] = host.querySelectorAll("[data-scim]");
      await expect(partsOf(loading)).toEqual(partsOf(ready));
    }
  },
});

/** Without a photo the person has their initials. */
export const NoPhoto = meta.story({
  args: { profile: withoutPhoto },
  play: async ({ canvas }) => {
    const card = canvas.getByRole("group", { name: "Barbara Jensen" });
    await expect(within(card).getByText("BJ")).toBeVisible();
    await expect(photoIn(card)).toBeNull();
    const { width } = card.querySelector("[data-part=avatar]")?.getBoundingClientRect() ?? {};
    await expect(width).toBe(3.5 * 15);
    await expect(requests()).toEqual([]);
  },
});

/** A photo that cannot be shown leaves the initials, and no broken picture. */
export const BrokenPhoto = meta.story({
  args: { profile: brokenPhoto },
  play: async ({ canvas }) => {
    const card = canvas.getByRole("group", { name: "Barbara Jensen" });
    await waitFor(() => expect(photoIn(card)).toBeNull());
    await expect(within(card).getByText("BJ")).toBeVisible();
  },
});

/** From right to left, with the words of another language; numbers keep their direction. */
export const RightToLeft = meta.story({
  args: { profile: rightToLeft },
  globals: { direction: "rtl" },
  parameters: { provider: { messages: arabic } },
  play: async ({ canvas }) => {
    const card = canvas.getByRole("group", { name: "ليلى حداد" });
    const label = within(card).getByText("البريد").getBoundingClientRect();
    const value = within(card).getByText("leila@example.org").getBoundingClientRect();
    // Beside each other, or above each other on a narrow screen.
    await expect(label.right).toBeGreaterThanOrEqual(value.right);
    await expect(within(card).queryByText(en.attributes.emails ?? "")).toBeNull();
  },
});

/** Avatar, name and one line, for a header or a list. */
export const Compact = meta.story({
  args: { size: "compact" },
  play: async ({ canvas }) => {
    const card = await canvas.findByRole("group", { name: "Barbara Jensen" });
    await expect(within(card).getByText("bjensen@example.com")).toBeVisible();
    await expect(within(card).queryByRole("definition")).toBeNull();
    await waitFor(() => expect(photoIn(card)).toHaveAttribute("data-loaded", "true"));
  },
});

/** `fields` names what to show, in order; what nobody has is left out. */
export const CustomFields = meta.story({
  args: {
    fields: [
      "userName",
      "addresses",
      "urn:example:params:scim:schemas:extension:travel:2.0:User:guideLicense",
      "urn:example:params:scim:schemas:extension:travel:2.0:User:tourLanguages",
      "urn:example:params:scim:schemas:extension:travel:2.0:User:emergencyTraining",
      "urn:example:params:scim:schemas:extension:travel:2.0:User:noSuchAttribute",
      "meta.created",
    ],
  },
  parameters: { scenario: "full" },
  play: async ({ canvas }) => {
    const card = await canvas.findByRole("group", { name: "Barbara Jensen" });
    const labels = within(card).getAllByRole("term");
    await expect(labels.map((label) => label.textContent)).toEqual([
      "User name",
      "Address",
      "Guide license",
      "Tour languages",
      "Emergency training",
      "Created",
    ]);
    await expect(valueBeside(card, "Emergency training")).toHaveTextContent(en.yes);
    await expect(valueBeside(card, "Created")).toHaveTextContent("Mar 4, 2025");
    await waitFor(() => expect(photoIn(card)).toHaveAttribute("data-loaded", "true"));
  },
});

/** Of 5,000 groups a few are drawn, and the others counted. */
export const ManyGroups = meta.story({
  tags: ["!visual"],
  args: { profile: inManyGroups },
  play: async ({ canvas }) => {
    const card = canvas.getByRole("group", { name: "Barbara Jensen" });
    await expect(valueBeside(card, "Groups")).toHaveTextContent(
      "Group 1, Group 2, Group 3 and 4,997 more",
    );
    await expect(card.querySelectorAll("*").length).toBeLessThan(100);
  },
});

/** What people write about themselves is text: it is neither run nor followed, nor turns the page. */
export const HostileText = meta.story({
  args: { profile: hostile, fields: ["profileUrl", "emails", "phoneNumbers", "groups"] },
  play: async ({ canvas }) => {
    const card = canvas.getByRole("group", { name: /^<img src=x onerror=alert\(1\)>/ });
    await expect(valueBeside(card, "Groups")).toHaveTextContent(
      "</dd></dl><script>alert(1)</script>",
    );
    await expect(card.querySelectorAll("img, script, b")).toHaveLength(0);
    await expect(within(card).queryByRole("link")).toBeNull();
    const name = within(card).getByText(/onerror/);
    await expect(getComputedStyle(name).unicodeBidi).toMatch(/^isolate|plaintext/);
  },
});

/** A view of the app's own in place of a default one, with the error and a way to try again. */
export const CustomSlot = meta.story({
  tags: ["!visual"],
  args: {
    unavailable: ({ error, retry }) => (
      <button type="button" onClick={retry}>
        Reload ({error?.reason})
      </button>
    ),
  },
  parameters: { scenario: "offline" },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Reload (network)" }));
    await waitFor(() => expect(requests()).toHaveLength(2));
    await expect(canvas.queryByText(en.unavailable.title)).toBeNull();
  },
});

/** A play for a failure that passes by itself: still signed in, with a retry and no sign-in. */
function expectUnavailable(text: string) {
  return async ({ canvas }: { canvas: Canvas }) => {
    await expectView(canvas, en.unavailable.title, text);
    await expectNobody(canvas);
    await expect(canvas.getByRole("button")).toHaveAccessibleName(en.unavailable.action);
  };
}

/** In a block of its own, because neighbouring cells are one row. */
function In({ style, children }: { style: CSSProperties | undefined; children: ReactNode }) {
  return (
    <div>
      <div style={style}>{children}</div>
    </div>
  );
}

function expectNothingOutside(box: Element | null): Promise<void> {
  const { left = 0, right = 0 } = box?.getBoundingClientRect() ?? {};
  const outside = [...(box?.querySelectorAll("*") ?? [])].filter((part) => {
    const inside = part.getBoundingClientRect();
    return inside.right > right + 0.1 || inside.left < left - 0.1;
  });
  return expect(outside).toEqual([]);
}

function widthsIn(host: HTMLElement): number[] {
  const cards = host.querySelectorAll("[data-scim]");
  return [...cards].map((card) => card.getBoundingClientRect().width);
}

/** Where the parts of a card are that are there before the person is. */
function partsOf(card: Element | undefined): unknown[] {
  const { left = 0, top = 0 } = card?.getBoundingClientRect() ?? {};
  const names = ["avatar", "identity", "field", "label", "value"];
  const parts = card?.querySelectorAll(names.map((name) => `[data-part=${name}]`).join());
  return [...(parts ?? [])].map((part) => {
    const { x, y, width, height } = part.getBoundingClientRect();
    const numbers = [x - left, y - top, width, height].map((one) => one.toFixed(1));
    return [part.getAttribute("data-part"), ...numbers];
  });
}

function CheckAgain() {
  const queryClient = useQueryClient();
  return (
    <button type="button" onClick={() => void queryClient.invalidateQueries()}>
      Check again
    </button>
  );
}

function valueBeside(card: HTMLElement, label: string): HTMLElement {
  const value = within(card).getByText(label).nextElementSibling;
  if (!(value instanceof HTMLElement)) throw new Error(`There is no value beside "${label}".`);
  return value;
}

function photoIn(card: HTMLElement): Element | null {
  return card.querySelector("[data-part=photo]");
}
