import { expect, test } from "vitest";
import { getDisplayName } from "../../../src/scim/getDisplayName.js";
import { getInitials } from "../../../src/scim/getInitials.js";
import { getPhotoUrl } from "../../../src/scim/getPhotoUrl.js";
import { getPrimary } from "../../../src/scim/getPrimary.js";
import { parseScimMe } from "../../../src/scim/parseScimMe.js";
import type { ScimValue } from "../../../src/scim/ScimMe.js";

test("a person is called by the best name there is", () => {
  const sources: [Record<string, unknown>, string][] = [
    [{ displayName: "Babs" }, "Babs"],
    [{ name: { formatted: "Ms. Barbara Jensen", givenName: "B" } }, "Ms. Barbara Jensen"],
    [{ name: { givenName: "Barbara", familyName: "Jensen", formatted: "" } }, "Barbara Jensen"],
    [{ nickName: "Barb" }, "Barb"],
    [{ userName: "PRIMARY/bjensen" }, "bjensen"],
    [
      { emails: [{ value: "b@example.org" }, { value: "a@example.org", primary: true }] },
      "a@example.org",
    ],
    [{}, ""],
  ];
  for (let first = 0; first < sources.length; first++) {
    const bodies = sources.slice(first).map(([body]) => body);
    // The better name stands over the others.
    bodies.reverse();
    const me = parseScimMe(Object.assign({ id: "1" }, ...bodies));
    expect(getDisplayName(me)).toBe(sources[first]?.[1]);
  }
});

test.each([
  ["DEFAULT/kim@example.com", "kim@example.com"],
  ["PRIMARY/kim", "kim"],
  ["AD-EU.EXAMPLE/kim", "kim"],
  ["kim", "kim"],
  ["PRIMARY/", "PRIMARY/"],
  ["kim/lee", "kim/lee"],
])("the userName %s is shown as %s", (userName, shown) => {
  const me = parseScimMe({ userName });
  expect(getDisplayName(me)).toBe(shown);
  expect(me.userName).toBe(userName);
});

test("one half of a name is a name, and blanks are none", () => {
  expect(getDisplayName(parseScimMe({ id: "1", name: { familyName: "Jensen" } }))).toBe("Jensen");
  const blank = { displayName: "  ", name: { formatted: " \t" }, userName: " kim " };
  expect(getDisplayName(parseScimMe(blank))).toBe("kim");
});

test.each([
  ["Barbara Jensen", "BJ"],
  ["ana", "A"],
  ["", ""],
  ["   ", ""],
  ["Barbara Jane Jensen", "BJ"],
  ["  barbara   jensen  ", "BJ"],
  ["kim@example.com", "K"],
  ["Žaneta Ösk", "ŽÖ"],
  ["Z\u030caneta", "Z\u030c"],
  ["佐藤 花子", "佐花"],
  ["שרה כהן", "שכ"],
  ["👩🏽‍🚀 Lee", "👩🏽‍🚀L"],
  ["(Kim) Lee", "KL"],
  ["— —", ""],
  ["\u200bkim", "K"],
])("the initials of %j are %j", (name, initials) => {
  expect(getInitials(name)).toBe(initials);
});

test("nobody's name has no initials", () => {
  expect(getInitials(undefined)).toBe("");
  expect(getInitials(null)).toBe("");
});

test("initials of a name that never ends are found at once", () => {
  expect(getInitials(`${"a".repeat(1_000_000)} ${"\u0301".repeat(1_000_000)}`)).toMatch(/^A/);
});

test("the primary is the marked one, else the first for work, else the first", () => {
  const home: ScimValue = { value: "h", type: "home" };
  const work: ScimValue = { value: "w", type: "Work" };
  const marked: ScimValue = { value: "p", type: "other", primary: true };
  expect(getPrimary([home, work, marked])).toBe(marked);
  expect(getPrimary([home, work, { ...work, value: "w2" }])).toBe(work);
  expect(getPrimary([home, { value: "x" }])).toBe(home);
  expect(getPrimary([{ ...home, primary: false }, work])).toBe(work);
  expect(getPrimary([])).toBeUndefined();
});

test.each([
  "https://example.com/kim.png?size=96",
  "data:image/png;base64,iVBORw0KGgo=",
  "data:image/jpeg;base64,/9j/4AAQ",
  "data:image/webp;base64,UklGRg==",
  "data:image/gif;base64,R0lGOD",
])("%s may be shown", (value) => {
  expect(getPhotoUrl(parseScimMe({ photos: [{ value }] }))).toBe(value);
});

test.each([
  "http://example.com/kim.png",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "https://:hidden@example.com/kim.png",
  "data:image/svg+xml;base64,PHN2Zz4=",
  "data:image/svg+xml,<svg onload=alert(1)>",
  "data:text/html;base64,PGI+",
  'data:image/png;base64,AA"onerror=alert(1)',
  "data:image/png,<script>",
  "data:image/png;base64,",
  "data:image/png;base64,AA\u00a0AA",
  "https://kim:secret@example.com/kim.png",
  "//example.com/kim.png",
  "/kim.png",
  "blob:https://example.com/1",
  "file:///kim.png",
  "kim",
])("%s is never shown", (value) => {
  expect(getPhotoUrl(parseScimMe({ id: "1", photos: [value] }))).toBeUndefined();
});

test("the primary photo is shown, and the next safe one where it is unsafe", () => {
  const photos = [
    { value: "https://example.com/first.png" },
    { value: "https://example.com/primary.png", primary: true },
  ];
  expect(getPhotoUrl(parseScimMe({ photos }))).toBe("https://example.com/primary.png");
  const unsafe = [...photos.slice(0, 1), { value: "http://example.com/x.png", primary: true }];
  expect(getPhotoUrl(parseScimMe({ photos: unsafe }))).toBe("https://example.com/first.png");
  expect(getPhotoUrl(parseScimMe({ id: "1" }))).toBeUndefined();
});
