import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { ProfileCard, ProtectedRoute, ScimMeProvider, SignOutButton } from "../../../src/index.js";
import type { CompleteMessages } from "../../../src/locales/CompleteMessages.js";
import type { StateMessages } from "../../../src/locales/ScimMeMessages.js";
import { si } from "../../../src/locales/si.js";
import { buildMe } from "../../../src/testing/index.js";
import { type Answer, failure, never, offline, person, recordFetch } from "../query/recordFetch.js";
import { renderApp } from "../query/renderApp.js";
import { catalogues } from "./catalogues.js";

afterEach(() => {
  sessionStorage.clear();
  vi.restoreAllMocks();
});

/** An app in a language, whose server answers so; without a token nobody is signed in. */
function show(messages: CompleteMessages, children: ReactNode, answer?: Answer, token = "token") {
  const { fetch } = recordFetch(answer);
  const tokenProvider = () => token;
  return renderApp({ messages, tokenProvider, fetch, children, onSignIn: () => {} });
}

/** How a number and a date are written. */
type Write = (
  this: unknown,
  locales?: string | readonly string[],
  options?: Intl.DateTimeFormatOptions,
) => string;

/** A text as a page shows it: every kind of white space is one space. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** What a card is to say, with what makes it say so. */
function views(messages: CompleteMessages): [Partial<StateMessages>, Answer, token?: string][] {
  const { unavailable, forbidden, network, configuration } = messages;
  return [
    [messages["missing-token"], never, ""],
    [messages.unauthorized, () => failure(401)],
    [messages.unsupported, () => failure(404)],
    [unavailable, () => failure(503)],
    [{ ...unavailable, text: network }, offline],
    [{ title: unavailable.title, text: configuration }, () => failure(302)],
    [{ ...forbidden, text: forbidden.textWithoutScope }, () => failure(403)],
  ];
}

test.each(catalogues)("a card in $tag says what happened, and what to do", async ({ messages }) => {
  for (const [{ title = "", text = "", action }, answer, token] of views(messages)) {
    const card = <ProfileCard endpoint="https://scim.example.org/Me" />;
    const { unmount } = show(messages, card, answer, token);
    expect(await screen.findByText(plain(title))).toBeVisible();
    expect(screen.getByText(plain(text))).toBeVisible();
    if (action) expect(screen.getByRole("button", { name: action })).toBeVisible();
    else expect(screen.queryByRole("button")).toBeNull();
    unmount();
  }
});

test.each(catalogues)("a card in $tag names the missing scope", async ({ messages }) => {
  show(messages, <ProfileCard />, () => failure(403));
  const scope = await screen.findByText("internal_login");
  const sentence = messages.forbidden.text.replace("{scope}", "internal_login");
  expect(scope.parentElement).toHaveTextContent(plain(sentence));
});

/** A wait in seconds, with the unit and the number that it is told in. */
const waits = [
  [30, "second", 30],
  [120, "minute", 2],
  [3 * 3600, "hour", 3],
] as const;

test.each(catalogues)("a wait is told in $tag, with its numbers", async ({ tag, messages }) => {
  for (const [seconds, unit, count] of waits) {
    const answer = () => failure(429, { "Retry-After": `${seconds}` });
    const { unmount } = show(messages, <ProfileCard />, answer);
    await screen.findByText(plain(messages.unavailable.title));
    const format = new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "long" });
    const sentence = messages["rate-limited"].replace("{time}", format.format(count));
    expect(screen.getByText(plain(sentence))).toBeVisible();
    // An abbreviation has a full stop of its own: no sentence ends with one.
    expect(sentence).not.toMatch(/\.\.$/);
    unmount();
  }
});

test("what a browser cannot write in a language is English, whatever the browser's own is", async () => {
  // As in a German Chrome, which knows no Sinhala.
  const known = (locales?: string | readonly string[]) =>
    [locales].flat().find((tag) => tag !== "si") ?? "de";
  for (const of of [Number.prototype, Date.prototype] as { toLocaleString: Write }[]) {
    const write = of.toLocaleString;
    vi.spyOn(of, "toLocaleString").mockImplementation(function (this: unknown, locales, options) {
      return write.call(this, known(locales), options);
    });
  }
  const groups = Array.from({ length: 5_000 }, (_, index) => ({ value: `Group ${index}` }));
  const me = buildMe({ groups, created: "2026-01-12T23:40:00Z" });
  const profile = <ProfileCard profile={me} fields={["groups", "created"]} />;
  const { unmount } = show(si, profile);
  expect(screen.getByRole("group")).toHaveTextContent("4,997");
  expect(screen.getByText("Jan 12, 2026")).toBeVisible();
  unmount();
  show(si, <ProfileCard />, () => failure(429, { "Retry-After": "30" }));
  expect(await screen.findByText(/30 seconds/)).toBeVisible();
});

test.each(catalogues)("a person is shown in $tag", ({ tag, messages }) => {
  const groups = Array.from({ length: 5_000 }, (_, index) => ({ value: `Group ${index}` }));
  const fields = ["emails", "phoneNumbers", "groups", "active", "created"];
  render(
    <ScimMeProvider messages={messages}>
      <ProfileCard profile={buildMe({ groups, created: "2026-01-12T23:40:00Z" })} fields={fields} />
    </ScimMeProvider>,
  );
  const card = screen.getByRole("group", { name: "Barbara Jensen" });
  const labels = within(card).getAllByRole("term");
  const { attributes, types, more, listSeparator } = messages;
  expect(labels.slice(0, 3).map((label) => label.textContent)).toEqual([
    attributes.emails,
    attributes.phoneNumbers,
    attributes.groups,
  ]);
  const date = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
  const rest = more[new Intl.PluralRules(tag).select(4_997)] ?? more.other;
  for (const text of [
    types.work,
    types.mobile,
    messages.yes,
    `Group 0${listSeparator}Group 1`,
    rest.replace("{count}", new Intl.NumberFormat(tag).format(4_997)),
    date.format(new Date("2026-01-12")),
  ]) {
    expect(card).toHaveTextContent(plain(text));
  }
});

test.each(catalogues)(
  "a card in $tag calls an attribute what the form calls it",
  ({ messages }) => {
    const attributes = { ...messages.attributes, ...messages.editing.attributes };
    const fields = ["name.givenName", "nickName", "title", "timezone", "active"] as const;
    const profile = buildMe({ nickName: "Babs", timezone: "Asia/Colombo" });
    show(messages, <ProfileCard profile={profile} fields={[...fields, "displayName"]} />);
    expect(screen.getAllByRole("term").map((label) => label.textContent)).toEqual([
      ...fields.map((path) => attributes[path]),
      // A card has a shorter word for the name that it shows.
      messages.attributes.displayName,
    ]);
  },
);

test.each(catalogues)("a guard in $tag refuses in words", async ({ messages }) => {
  show(messages, <ProtectedRoute allow={() => false}>the secret</ProtectedRoute>);
  expect(await screen.findByText(plain(messages["not-allowed"].title))).toBeVisible();
  expect(screen.getByText(plain(messages["not-allowed"].text))).toBeVisible();
});

test.each(catalogues)("a guard in $tag explains a loop", async ({ messages }) => {
  const now = Date.now();
  sessionStorage.setItem("react-scim-me:redirects", JSON.stringify([now, now, now]));
  const { title, text, action } = messages["redirect-loop"];
  show(messages, <ProtectedRoute onSignedOut={() => {}}>the secret</ProtectedRoute>, never, "");
  expect(await screen.findByText(plain(title))).toBeVisible();
  expect(screen.getByText(plain(text))).toBeVisible();
  expect(screen.getByRole("button", { name: action })).toBeVisible();
});

test.each(catalogues)("a profile that is loading is told in $tag", ({ messages }) => {
  show(messages, <ProfileCard />, never);
  expect(screen.getByRole("status")).toHaveTextContent(plain(messages.loading));
});

test.each(catalogues)("a sign-out is told in $tag, and so is its failure", async ({ messages }) => {
  let fail = () => {};
  const onSignOut = () => new Promise<void>((_, reject) => (fail = () => reject(new Error("no"))));
  show(messages, <SignOutButton onSignOut={onSignOut} />, () => person());
  const button = screen.getByRole("button", { name: messages.signOut });
  fireEvent.click(button);
  await waitFor(() => expect(button).toHaveAccessibleName(messages.signingOut));
  fail();
  expect(await screen.findByRole("alert")).toHaveTextContent(plain(messages.signOutFailed));
  expect(button).toHaveAccessibleName(messages.signOut);
});
