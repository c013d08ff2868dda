import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import {
  ProfileCard,
  type ProfileCardProps,
  parseScimMe,
  ScimMeProvider,
  type ScimMeProviderProps,
} from "../../../src/index.js";
import { de } from "../../../src/locales/de.js";
import { type BuildMeOverrides, buildMe } from "../../../src/testing/index.js";

/** A card for a person with these attributes. */
function show(overrides: BuildMeOverrides, props: ProfileCardProps = {}): HTMLElement {
  const { container } = render(<ProfileCard profile={buildMe(overrides)} {...props} />);
  return container;
}

function hrefs(): (string | null)[] {
  return screen.queryAllByRole("link").map((link) => link.getAttribute("href"));
}

test("as many values as fit are all shown, without a count", () => {
  const emails = ["a", "b", "c"].map((name) => ({ value: `${name}@example.com` }));
  const page = show({ emails, groups: null });
  expect(hrefs().filter((href) => href?.startsWith("mailto:"))).toHaveLength(3);
  expect(page.querySelector("[data-part=field] [data-part=more]")).toBeNull();
});

test("the primary value comes first", () => {
  const emails = [{ value: "second@example.com" }, { value: "first@example.com", primary: true }];
  show({ emails });
  expect(hrefs().slice(0, 2)).toEqual(["mailto:first@example.com", "mailto:second@example.com"]);
});

test("links are mailto, tel and https, and nothing else", () => {
  const values = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "http://example.com/",
    "https://user:pass@example.com/",
    "//example.com/",
    "file:///etc/passwd",
    "blob:https://example.com/1",
    "ftp://example.com/",
    "https://example.com/me",
  ];
  for (const value of values) {
    const page = show(
      { profileUrl: value, emails: [{ value }], phoneNumbers: [{ value }] },
      {
        fields: ["profileUrl", "emails", "phoneNumbers"],
      },
    );
    for (const link of page.querySelectorAll("a")) {
      expect(link.getAttribute("href")).toMatch(/^(?:mailto:|tel:|https:\/\/example\.com\/)/);
    }
    const isSafe = value === "https://example.com/me";
    expect(page.querySelectorAll("a").length > 0).toBe(isSafe);
  }
});

test("an address cannot smuggle headers or other recipients into a mail", () => {
  for (const value of [
    "a@example.com?bcc=all@example.com",
    "a@example.com&body=x",
    "a@example.com%0Abcc:b@example.com",
    "a@example.com,b@example.com",
    "a@example.com\nbcc: b@example.com",
    "<a@example.com>",
  ]) {
    const page = show({ emails: [{ value }] }, { fields: ["emails"] });
    for (const link of page.querySelectorAll("a")) {
      const href = link.getAttribute("href") ?? "";
      expect(href).not.toMatch(/[?&,\n]|%0a(?!\w*%)|bcc=/i);
    }
  }
});

test("phone numbers become tel links without their spaces, other numbers do not", () => {
  show(
    { phoneNumbers: [{ value: "tel:+1-202-555-0144;ext=42" }], employeeNumber: "40417" },
    {
      fields: [
        "phoneNumbers",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber",
      ],
    },
  );
  expect(hrefs()).toEqual(["tel:+12025550144;ext=42"]);
});

test("what has no digit is nothing to dial", () => {
  for (const value of ["---", "( )", "..."]) {
    const page = show({ phoneNumbers: [{ value }] }, { fields: ["phoneNumbers"] });
    expect(page).toHaveTextContent(value);
    expect(page.querySelector("a")).toBeNull();
  }
});

test("a zero in brackets behind a country's code is for calls from within, except in Italy", () => {
  const fields = ["phoneNumbers"];
  for (const [value, href] of [
    ["+49 (0)89 1234-56", "tel:+4989123456"],
    ["tel:+44-(0)-20.7946.0958;ext=7", "tel:+442079460958;ext=7"],
    ["+39 (0)6 6982", "tel:+39066982"],
    ["(0)89 123456", "tel:089123456"],
    ["+1 (201) 555-0100", "tel:+12015550100"],
  ] as const) {
    const page = show({ phoneNumbers: [{ value }] }, { fields });
    expect(page.querySelector("a")?.getAttribute("href")).toBe(href);
  }
});

test("attributes with the names of Object's own are not Object's own", () => {
  const fields = [
    "constructor",
    "__proto__",
    "toString",
    "emails.constructor",
    "hasOwnProperty.name",
  ];
  const page = show({}, { fields });
  expect(page.querySelector("[data-part=field]")).toBeNull();
});

test("vendor values of any shape are shown or left out, and never throw", () => {
  let deep: unknown = "end";
  for (let depth = 0; depth < 5_000; depth++) deep = { value: deep };
  const vendor = {
    wrongType: [
      { value: "a@example.com", type: 5 },
      { value: "https://example.com", type: { a: 1 } },
    ],
    mixed: [null, 1, true, "x", ["y"], { value: null }, {}],
    number: 12,
    yes: true,
    date: "2026-13-45T99:99:99Z",
    object: { a: 1, b: { c: 2 } },
    deep,
  };
  const profile = parseScimMe({
    id: "1",
    userName: "a",
    vendor,
    ...vendor,
    "urn:example:vendor": vendor,
  });
  const names = Object.keys(vendor);
  const fields = [...names, ...names.map((name) => `urn:example:vendor:${name}`), "vendor"];
  const { container } = render(<ProfileCard profile={profile} fields={fields} />);
  expect(container).toHaveTextContent("Yes");
  expect(container).not.toHaveTextContent("[object Object]");
});

test("a title that is also the organization's name is no trouble", () => {
  const page = show({ title: "Acme", enterprise: { organization: "Acme" } });
  expect(page).toHaveTextContent("Acme");
});

test("dates do not depend on the runtime's zone or language", () => {
  const page = show({ created: "2026-01-12T23:40:00Z" }, { fields: ["created"] });
  expect(page).toHaveTextContent("Jan 12, 2026");
});

test("the avatar is a photo that tells its server nothing, over initials", () => {
  const page = show({ photos: [{ value: "https://example.com/b.png" }] });
  const photo = page.querySelector("img");
  expect(photo).toHaveAttribute("referrerpolicy", "no-referrer");
  expect(photo).toHaveAttribute("alt", "");
  expect(page.querySelector("[data-part=initials]")).toHaveTextContent("BJ");
});

test("a photo that fails leaves the initials", () => {
  const page = show({ photos: [{ value: "https://example.com/gone.png" }] });
  const photo = page.querySelector("img");
  if (photo) fireEvent.error(photo);
  expect(page.querySelector("img")).toBeNull();
  expect(page.querySelector("[data-part=initials]")).toHaveTextContent("BJ");
});

test("a photo that has failed makes room for another one, and for none", () => {
  const card = (...values: string[]) => (
    <ProfileCard profile={buildMe({ photos: values.map((value) => ({ value })) })} />
  );
  const { container, rerender } = render(card("https://example.com/gone.png"));
  const photo = () => container.querySelector("img") as HTMLImageElement;
  fireEvent.error(photo());
  rerender(card("https://example.com/b.png"));
  fireEvent.load(photo());
  expect(photo()).toHaveAttribute("data-loaded", "true");
  rerender(card("https://example.com/c.png"));
  expect(photo()).not.toHaveAttribute("data-loaded");
  fireEvent.error(photo());
  rerender(card());
  expect(photo()).toBeNull();
  expect(container.querySelector("[data-part=initials]")).toHaveTextContent("BJ");
});

test("no photo is taken from an unsafe place", () => {
  for (const value of [
    "http://example.com/a.png",
    "javascript:alert(1)",
    "data:image/svg+xml,<svg/>",
  ]) {
    expect(show({ photos: [{ value }] }).querySelector("img")).toBeNull();
  }
});

test("the colour of the initials is the same for the same person and differs among people", () => {
  const hue = (id: string) =>
    show({ id, photos: null }).querySelector("[data-part=avatar]")?.getAttribute("data-hue");
  expect(hue("7")).toBe(hue("7"));
  expect(new Set(Array.from({ length: 40 }, (_, index) => hue(`${index}`))).size).toBeGreaterThan(
    3,
  );
});

test("a person without any name still has a card", () => {
  const { container } = render(<ProfileCard profile={parseScimMe({ id: "1" })} />);
  expect(container.querySelector("[data-state=ready]")).not.toBeNull();
});

test("two cards of one person differ by their size, their fields and their language", () => {
  const me = buildMe({});
  const { container } = render(
    <>
      <ProfileCard profile={me} fields={["title"]} />
      <ProfileCard profile={me} size="compact" />
      <ScimMeProvider messages={de}>
        <ProfileCard profile={me} fields={["emails", "groups"]} />
      </ScimMeProvider>
      <ProfileCard profile={me} fields={["emails"]} />
    </>,
  );
  const cards = [...container.querySelectorAll("[data-scim=ProfileCard]")];
  const labels = cards.map((card) => [...card.querySelectorAll("dt")].map((dt) => dt.textContent));
  expect(labels).toEqual([["Job title"], [], ["E-Mail", "Gruppen"], ["Email"]]);
  const lines = cards.map((card) => card.querySelector("[data-part=subtitle]")?.textContent);
  const whole = `${me.title} · ${me.enterprise?.organization}`;
  expect(lines).toEqual([whole, me.emails[0]?.value, whole, whole]);
});

test("a card changes its words when its language changes, and back", () => {
  const me = buildMe({});
  const app = (messages: ScimMeProviderProps["messages"]) => (
    <ScimMeProvider messages={messages}>
      <ProfileCard profile={me} fields={["emails"]} />
    </ScimMeProvider>
  );
  const { container, rerender } = render(app(undefined));
  const label = () => container.querySelector("dt")?.textContent;
  const seen = [de, undefined, { attributes: { emails: "Write to" } }, de].map((messages) => {
    rerender(app(messages));
    return label();
  });
  expect(seen).toEqual(["E-Mail", "Email", "Write to", "E-Mail"]);
});

test.each([
  ["en", "and 2 more"],
  ["de-CH", "and 2 more"],
  ["hi", "and 2 more"],
  ["fa", "and ۲ more"],
  ["hi-u-nu-deva", "and २ more"],
])("%s writes a number in its own digits: %s", (tag, words) => {
  const groups = ["a", "b", "c", "d", "e"].map((value) => ({ value }));
  const { container } = render(
    <ScimMeProvider messages={{ tag }}>
      <ProfileCard profile={buildMe({ groups })} fields={["groups"]} />
    </ScimMeProvider>,
  );
  expect(container.querySelector("[data-part=more]")?.textContent?.trim()).toBe(words);
});

const OWN = "urn:example:own:1.0:User";

/** What a card shows for fields of a server's own. */
function shownOf(own: object, ...fields: string[]): (string | null)[] {
  const container = show({ extensions: { [OWN]: own } }, { fields });
  return [...container.querySelectorAll("dd")].map(({ textContent }) => textContent);
}

test.each<[unknown, string]>([
  [[{ display: "", value: "Team A" }], "Team A"],
  [{ displayName: "\u200b", value: "Ann" }, "Ann"],
  [{ number: "", color: "red", on: true, since: "2026-03-01T00:00:00Z" }, "red, Yes, Mar 1, 2026"],
  [["a", "b", "c", null, "", "", null], "a, b, c"],
  [["a", "b", "c", "d", null], "a, b, c and 1 more"],
])("what is empty in %j takes no place", (value, expected) => {
  expect(shownOf({ some: value }, `${OWN}:some`)).toEqual([expected]);
});

test("a URN alone is no attribute: what a server keeps under it is not poured out", () => {
  expect(shownOf({ accountLocked: true, secretKey: "hidden" }, OWN)).toEqual([]);
  const fields = [OWN, "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"];
  expect(show({}, { fields }).querySelector("dl")).toBeNull();
});

test("names are labelled in any case", () => {
  const container = show({}, { fields: ["EMAILS", "username", "urn:x:User:Department"] });
  const labels = [...container.querySelectorAll("dt")].map(({ textContent }) => textContent);
  expect(labels).toEqual(["Email", "User name"]);
});

test("only what waits to be confirmed is said to wait, and not thousands of them", () => {
  const many = Array.from({ length: 1_000 }, (_, index) => `new-${index}@example.com`);
  const notices = (own: object) =>
    show({ extensions: { [OWN]: own } }).querySelectorAll("[data-part=notice]");
  expect(notices({ pendingApproval: false, pendingTasks: 5 })).toHaveLength(0);
  expect(notices({ pendingMobileNumber: "+1 202 555 0100" })).toHaveLength(1);
  expect(notices({ pendingEmails: many })).toHaveLength(3);
});
