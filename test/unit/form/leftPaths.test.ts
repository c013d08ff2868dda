import { expect, test } from "vitest";
import { leftPaths } from "../../../src/components/ProfileForm/leftPaths.js";
import { buildMe } from "../../../src/testing/index.js";

const WSO2 = "urn:scim:wso2:schema";
const a = { value: "a@example.com", type: "work" };
const b = { value: "b@example.com", type: "home" };
const c = { value: "c@example.com", type: "other" };
const place = { type: "work", streetAddress: "1 Example St", locality: "Exampleton" };
const other = { type: "home", streetAddress: "2 Example St" };

type Row = Record<string, unknown>;
type Left = "saved" | "kept" | "waiting";

function outcome(path: string, before: unknown, entered: unknown, answer: Row): Left {
  const known = buildMe({ [path]: before });
  const { kept, waiting } = leftPaths(known, buildMe(answer), new Map([[path, entered]]));
  return kept.length ? "kept" : waiting.length ? "waiting" : "saved";
}

// biome-ignore format: a row is read in one line
test.each<[what: string, path: string, before: unknown, entered: unknown, saved: unknown, Left]>([
  ["as it was entered", "title", "Guide", "Captain", "Captain", "saved"],
  ["trimmed", "title", "Guide", "Captain ", "Captain", "saved"],
  ["in the server's own writing", "title", "Guide", "captain", "CAPTAIN", "saved"],
  ["cleared", "title", "Guide", "", undefined, "saved"],
  ["left as it was", "title", "Guide", "Captain", "Guide", "kept"],
  ["left as it was when it was cleared", "title", "Guide", "", "Guide", "kept"],
  ["dropped", "title", undefined, "Captain", undefined, "kept"],
  ["a first value made the primary", "emails", [], [a], [{ ...a, primary: true }], "saved"],
  ["given a name", "emails", [], [a], [{ ...a, display: "A" }], "saved"],
  ["WSO2's primary without its type", "emails", [], [a], ["a@example.com"], "saved"],
  ["the same beside another", "emails", [a], [a, b], ["a@example.com", b], "saved"],
  ["a type that the server adds", "emails", [{ value: a.value }], [{ value: a.value }, b], [a, b], "saved"],
  ["a number in the server's own writing", "phoneNumbers", [], [{ value: "+1 (202) 555-0144" }], [{ value: "+12025550144" }], "saved"],
  ["the preferred one, left as it was", "emails", [{ ...a, primary: true }, b], [a, { ...b, primary: true }], [{ ...a, primary: true }, b], "kept"],
  ["one of two that were added, dropped", "emails", [], [a, b], [{ ...a, primary: true }], "kept"],
  ["one that was removed, still there", "emails", [a, b], [c], [c, b], "kept"],
  ["a changed one, left beside an added one", "emails", [a], [{ ...a, value: "x" }, b], [a, b], "kept"],
  ["a type, left while the server made it primary", "emails", [a], [{ ...a, type: "home" }], [{ ...a, primary: true }], "kept"],
  ["an address written out by the server", "addresses", [], [place], [{ ...place, formatted: "1 Example St, Exampleton" }], "saved"],
  ["an address in the server's own writing", "addresses", [], [place], [{ ...place, streetAddress: "1 EXAMPLE ST." }], "saved"],
  ["a whole address", "addresses", [], [{ formatted: "1 St" }], [{ formatted: "1 St", primary: true }], "saved"],
  ["an address, left while the server made it primary", "addresses", [place], [{ ...place, locality: "Other" }], [{ ...place, primary: true }], "kept"],
  ["one of two addresses, dropped", "addresses", [], [place, other], [{ ...place, primary: true }], "kept"],
])("%s", (_, path, before, entered, saved, left) => {
  expect(outcome(path, before, entered, { [path]: saved })).toBe(left);
});

// biome-ignore format: a row is read in one line
test.each<[what: string, before: unknown[], entered: unknown[], saved: unknown[], pending: unknown[], Left]>([
  ["in place of the old one", [a], [b], [a], [b.value], "waiting"],
  ["in another case", [a], [{ ...a, value: "New@example.com" }], [a], ["new@example.com"], "waiting"],
  ["beside one that was saved", [a], [a, b, c], [a, c], [b.value], "waiting"],
  ["but not the other", [a], [b, c], [a], [b.value], "kept"],
  ["but only its beginning", [a], [{ ...b, value: "new@example.com" }], [a], ["new@example"], "kept"],
])("a new address waits to be confirmed, %s", (_, before, entered, saved, values, left) => {
  const pendingEmails = values.map((value) => ({ value }));
  const answer = { emails: saved, [WSO2]: { pendingEmails } };
  expect(outcome("emails", before, entered, answer)).toBe(left);
});

test("20,000 addresses that wait to be confirmed are told from 20,000 that do in no time", () => {
  const many = Array.from({ length: 20_000 }, (_, at) => ({ value: `a${at}@example.com` }));
  const answer = { emails: [], [WSO2]: { pendingEmails: many } };
  const begun = performance.now();
  expect(outcome("emails", [], [...many].reverse(), answer)).toBe("waiting");
  expect(outcome("emails", [], [b, ...many], answer)).toBe("kept");
  expect(performance.now() - begun).toBeLessThan(4_000);
});
