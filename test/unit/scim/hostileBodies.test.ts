import { expect, test } from "vitest";
import { parseScimMe } from "../../../src/scim/parseScimMe.js";
import { ScimMeError } from "../../../src/scim/ScimMeError.js";
import { ENTERPRISE, TRAVEL, USER } from "./bodies.js";

test("a password is dropped at any case, at any depth and under its URN", () => {
  const body = JSON.stringify({
    userName: "kim",
    password: "s3cret",
    PassWord: "s3cret",
    [`${USER}:password`]: "s3cret",
    [`${ENTERPRISE}:PASSWORD`]: "s3cret",
    [USER]: { password: "s3cret", title: "Pilot" },
    [TRAVEL]: { logins: [{ Password: "s3cret", site: "a" }] },
  });
  const me = parseScimMe(JSON.parse(body));
  expect(JSON.stringify(me)).not.toMatch(/s3cret|password/i);
  expect(me.title).toBe("Pilot");
  expect(me.extensions[TRAVEL]).toEqual({ logins: [{ site: "a" }] });
});

test("a name that would set a prototype sets none", () => {
  const bad = '{"__proto__": {"isAdmin": true}, "a": 1}';
  const me = parseScimMe(
    JSON.parse(`{
      "userName": "kim", "__proto__": {"isAdmin": true}, "constructor": {"prototype": {"x": 1}},
      "name": ${bad}, "meta": ${bad}, "emails": [${bad}, {"value": "a", "__proto__": {"x": 1}}],
      "${ENTERPRISE}": ${bad}, "${ENTERPRISE}:__proto__": {"isAdmin": true},
      "${TRAVEL}": {"deep": ${bad}}, "${TRAVEL}:__proto__": "x", "urn:x:__proto__": {"isAdmin": true}
    }`),
  );
  const visit = (value: unknown): void => {
    if (!value || typeof value !== "object") return;
    expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
    expect(Object.hasOwn(value, "__proto__")).toBe(false);
    expect((value as { isAdmin?: unknown }).isAdmin).toBeUndefined();
    for (const member of Object.values(value)) visit(member);
  };
  visit(me);
  expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
});

test.each([
  "note",
  "name",
  "emails",
  "userName",
  "meta",
  "schemas",
  "addresses",
  TRAVEL,
  ENTERPRISE,
])("%s nested 100,000 deep does no harm", (key) => {
  for (const [open, close] of [
    ["[", "]"],
    ['{"value":', "}"],
    ['{"a":', "}"],
  ] as const) {
    const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
    const me = parseScimMe(JSON.parse(`{"id": "7f3a", "${key}": ${deep}}`));
    expect(me.id).toBe("7f3a");
    expect(() => structuredClone(me)).not.toThrow();
    expect(() => JSON.stringify(me)).not.toThrow();
  }
});

test("a body that is nothing but depth is malformed and nothing worse", () => {
  const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
  expect(() => parseScimMe(deep)).toThrow(ScimMeError);
});

test("five thousand groups are read", () => {
  const groups = Array.from({ length: 5000 }, (_, n) => ({
    value: `g${n}`,
    display: `Group ${n}`,
  }));
  const me = parseScimMe({ id: "1", groups });
  expect(me.groups).toEqual(groups);
});

// Copied anew for each of them, an extension would take minutes.
test("twenty thousand attributes under their full names are read", () => {
  const names = Array.from({ length: 20_000 }, (_, n) => `${TRAVEL}:a${n}`);
  const me = parseScimMe({ id: "1", ...Object.fromEntries(names.map((name) => [name, "x"])) });
  expect(Object.keys(me.extensions[TRAVEL] ?? {})).toHaveLength(20_000);
});
