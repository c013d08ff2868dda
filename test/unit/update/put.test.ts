import { expect, test } from "vitest";
import type { ScimMeChanges } from "../../../src/index.js";
import { changeMe } from "../../../src/scim/changeMe.js";
import { diffMe } from "../../../src/scim/diffMe.js";
import { parseScimMe } from "../../../src/scim/parseScimMe.js";
import { putBody } from "../../../src/scim/writeMe.js";
import { ENTERPRISE, TRAVEL, USER } from "../scim/bodies.js";
import { errorOf } from "../scim/outcome.js";

type Json = Record<string, unknown>;

function put(person: Json, changes: ScimMeChanges): Json {
  const me = parseScimMe(person);
  return putBody(me, diffMe(me, changes));
}

const id = "1";
const schemas = [USER];
const title = "Guide";

// biome-ignore format: a row is read in one line
const rows: [string, Json, ScimMeChanges, Json][] = [
  ["sets what changed", { id, schemas }, { title }, { id, schemas, title }],
  ["leaves out what is cleared", { id, schemas, title, locale: "pt" }, { title: null }, { id, schemas, locale: "pt" }],
  ["has no attribute in two places", { id, schemas, [`${USER}:title`]: "Chief", [USER]: { locale: "pt" } }, { title }, { id, schemas, title, locale: "pt" }],
  ["nor in two spellings", { id, schemas, Title: "Chief", TITLE: "Boss" }, { title }, { id, schemas, title }],
  ["writes objects for a list of text", { id, schemas, emails: ["a@example.com"] }, { title }, { id, schemas, title, emails: [{ value: "a@example.com" }] }],
  ["writes one object for a list of one", { id, schemas, name: [{ givenName: "Ana", phonetic: "A" }] }, { name: { familyName: "Silva" } }, { id, schemas, name: { givenName: "Ana", phonetic: "A", familyName: "Silva" } }],
  ["reads an extension from an object only, as the model does", { id, schemas, [ENTERPRISE]: [{ department: "Old" }], [`${ENTERPRISE}:department`]: "Tours" }, { title }, { id, schemas: [USER, ENTERPRISE], title, [ENTERPRISE]: { department: "Tours" } }],
  ["keeps an active that is no boolean", { id, schemas, Active: 1 }, { title }, { id, schemas, Active: 1, title }],
  ["which can be set", { id, schemas, active: "Y" }, { active: false }, { id, schemas, active: false }],
  ["and says nothing of one that is empty", { id, schemas, active: null }, { title }, { id, schemas, title }],
  ["completes schemas", { id, schemas: [""] }, { enterprise: { department: "Tours" } }, { id, schemas: [USER, ENTERPRISE], [ENTERPRISE]: { department: "Tours" } }],
  ["and leaves what they name", { id, schemas: [TRAVEL, USER] }, { title }, { id, schemas: [TRAVEL, USER], title }],
];

test.each(rows)("a PUT %s", (_, person, changes, body) => {
  expect(put(person, changes)).toEqual(body);
});

test("a PUT keeps every attribute that the model does not have, in its place", () => {
  const unknown = {
    ...{ badge: 7, tags: ["a"], nested: { deep: [{ x: 1 }] } },
    roles: [{ value: "r1", audienceType: "application" }],
    groups: [{ value: "g1", $ref: "../Groups/g1" }],
    meta: { version: "1", tenant: "acme" },
    [ENTERPRISE]: { floor: 3, manager: { value: "2", mail: "jo@example.com" } },
    [TRAVEL]: { seat: "aisle", shift: { gate: 4 } },
  };
  const body = put({ id, schemas, ...unknown, password: "secret" }, { title });
  expect(body).toEqual({ id, schemas: [USER, ENTERPRISE, TRAVEL], ...unknown, title });
});

test("what is known is not changed by writing it", () => {
  const me = parseScimMe({ id, name: { givenName: "Ana" }, [TRAVEL]: { shift: { gate: 4 } } });
  const before = structuredClone(me);
  putBody(
    me,
    diffMe(me, { name: { givenName: "Eva" }, extensions: { [TRAVEL]: { shift: { gate: 5 } } } }),
  );
  expect(me).toEqual(before);
});

test.each([{ attributes: ["title"] }, { excludedAttributes: ["groups"] }])(
  "a PUT is refused where only a part was read: %j",
  async (part) => {
    const fetch = () => expect.fail("It should send nothing.");
    const me = parseScimMe({ id });
    const options = {
      ...part,
      fetch,
      endpoint: "https://scim.example.com/Me",
      tokenProvider: () => "token",
    };
    const error = await errorOf(changeMe({ ...options, method: "PUT" }, me, diffMe(me, { title })));
    expect(error).toMatchObject({ reason: "configuration" });
  },
);
