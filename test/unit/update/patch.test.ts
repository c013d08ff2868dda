import { expect, test } from "vitest";
import type { ScimMeChanges } from "../../../src/index.js";
import { diffMe } from "../../../src/scim/diffMe.js";
import { parseScimMe } from "../../../src/scim/parseScimMe.js";
import { type PatchStyle, patchBody } from "../../../src/scim/writeMe.js";
import { ENTERPRISE, USER } from "../scim/bodies.js";
import * as tables from "./patchRows.js";
import { clear, home, name, type Row, role, WSO2 } from "./patchRows.js";

type Json = Record<string, unknown>;

function operations(person: Json, changes: object, style?: PatchStyle): unknown {
  const me = parseScimMe({ id: "1", ...person });
  const edits = diffMe(me, changes as ScimMeChanges);
  return edits.length ? patchBody(me, edits, style).Operations : [];
}

const { singles, complex, lists, extensions, hostile } = tables;

test.each([singles, complex, lists, extensions, hostile].flat())(
  "%s",
  (_, person, changes, ...expected) => {
    expect(operations(person, changes)).toEqual(expected);
  },
);

test.each<Row>([
  [
    "each attribute by its path",
    { name, nickName: "A" },
    { title: "Guide", name: { givenName: "Eva" }, nickName: null },
    { op: "replace", path: "title", value: "Guide" },
    { op: "replace", path: "name.givenName", value: "Eva" },
    clear("nickName"),
  ],
  [
    "a list whole",
    { emails: ["a@example.com"] },
    { emails: [home] },
    { op: "replace", path: "emails", value: [home] },
  ],
  [
    "an extension's by its full name",
    { [ENTERPRISE]: { manager: { value: "1" } } },
    { enterprise: { manager: { value: "2" } } },
    { op: "replace", path: `${ENTERPRISE}:manager.value`, value: "2" },
  ],
  [
    "what is not there yet as one object, because a path cannot lead into it",
    {},
    { name: { givenName: "Ana", familyName: "Silva" }, enterprise: { manager: { value: "2" } } },
    { op: "replace", path: "name", value: { givenName: "Ana", familyName: "Silva" } },
    { op: "replace", path: `${ENTERPRISE}:manager`, value: { value: "2" } },
  ],
])("patchStyle path names %s", (_, person, changes, ...expected) => {
  expect(operations(person, changes, "path")).toEqual(expected);
});

test("a person given back whole is no change, and one member of it is one", () => {
  const me = parseScimMe({
    ...{ schemas: [""], id: 5, username: "PRIMARY/ana", name: [name], badge: 7, groups: ["g1"] },
    ...{ emails: ["a@example.com", home], roles: [role], meta: { version: 0 }, active: "TRUE" },
    [ENTERPRISE]: { manager: [{ value: "2", displayName: "Jo" }], floor: 3 },
    [WSO2]: { verified: "true" },
  });
  expect(diffMe(me, me)).toEqual([]);
  expect(diffMe(me, { ...me, title: "Guide" })).toEqual([
    { path: "title", steps: ["title"], value: "Guide" },
  ]);
});

test.each([
  ["id", { id: "2" }],
  ["id", { id: null }],
  ["meta.version", { Meta: { version: "2" } }],
  ["groups", { groups: [] }],
  ["schemas", { schemas: [USER] }],
  ["password", { password: "secret" }],
  ["PassWord", { PassWord: null }],
  [`${ENTERPRISE}:manager.displayName`, { enterprise: { manager: { displayName: "Me" } } }],
  [`${USER}:groups`, { extensions: { [USER]: { groups: ["admins"] } } }],
])("%s is refused before anything is sent", (attribute, changes) => {
  const me = parseScimMe({
    id: "1",
    meta: { version: "1" },
    groups: ["g"],
  });
  const attempt = () => diffMe(me, changes as ScimMeChanges);
  expect(attempt).toThrowError(
    expect.objectContaining({ reason: "invalid", scimType: "mutability", attribute }),
  );
  expect(attempt).not.toThrowError(/secret/);
});

test.each([
  ["a password in an extension", { [WSO2]: { password: "secret" } }],
  ["a number that is none", { [WSO2]: { floor: Number.NaN } }],
  ["a __proto__", { [WSO2]: JSON.parse('{"__proto__":{"admin":true}}') }],
  ["what has no end", { [WSO2]: endless() }],
])("%s is refused, and neither dropped nor sent", (_, changes) => {
  const attempt = () => diffMe(parseScimMe({ id: "1" }), { extensions: changes } as ScimMeChanges);
  expect(attempt).toThrowError(expect.objectContaining({ reason: "invalid" }));
  expect(({} as Json).admin).toBeUndefined();
});

test.each(["a.b", "a:b", "a b", "a[1]", ""])(
  'clearing "%s", which is no path, is refused',
  (key) => {
    expect(() =>
      operations({ [WSO2]: { [key]: 1 } }, { extensions: { [WSO2]: { [key]: null } } }),
    ).toThrowError(expect.objectContaining({ reason: "invalid", scimType: "invalidPath" }));
  },
);

test("where only a part was read, clearing what is not known is sent", () => {
  const me = parseScimMe({ id: "1", displayName: "Ana" });
  const paths = diffMe(me, { title: null, emails: null, roles: [] }, true).map(({ path }) => path);
  expect(paths).toEqual(["title", "emails"]);
});

// Looked for among all that are equal, each would be copied with them: minutes.
test("fifty thousand equal values are each found", () => {
  const emails = Array.from({ length: 50_000 }, () => "a");
  const me = parseScimMe({ id: "1", emails });
  expect(diffMe(me, { emails: me.emails })).toEqual([]);
});

test("of equal values each keeps what was said of it, in their order", () => {
  const emails = [1, 2, 3].map((rank) => ({ value: "a", rank }));
  const me = parseScimMe({ id: "1", emails: [...emails, { value: "b", type: "work" }] });
  const [edit] = diffMe(me, { emails: me.emails.slice(0, 3) });
  expect(edit?.value).toEqual(emails);
});

function endless(): Json {
  const self: Json = {};
  self.self = self;
  return self;
}
