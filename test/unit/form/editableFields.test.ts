import { expect, test } from "vitest";
import {
  type EditableOptions,
  editableFields,
} from "../../../src/components/ProfileForm/editableFields.js";
import { exampleSchemas } from "../../../src/mocks/exampleSchemas.js";
import { fullMe } from "../../../src/mocks/fullMe.js";
import { parseScimMe } from "../../../src/scim/parseScimMe.js";
import { readSchemas } from "../../../src/scim/readSchemas.js";
import { buildMe } from "../../../src/testing/index.js";
import { ENTERPRISE, TRAVEL } from "../scim/bodies.js";

const full = parseScimMe(fullMe);
const schemas = readSchemas(exampleSchemas);
const WSO2 = "urn:scim:wso2:schema";
const USER = "urn:ietf:params:scim:schemas:core:2.0:User";

function paths(options?: EditableOptions, me = full): string[] {
  return editableFields(me, options).map(({ path }) => path);
}

function kinds(options: EditableOptions, me = full): Record<string, string> {
  return Object.fromEntries(editableFields(me, options).map(({ path, kind }) => [path, kind]));
}

/** Schemas of one attribute, as WSO2 sends them: a bare array, enumerations in capitals. */
function wso2(attribute: object) {
  const usual = { type: "STRING", multiValued: false, mutability: "READ_WRITE", required: false };
  return readSchemas([{ id: WSO2, attributes: [{ ...usual, ...attribute }] }]);
}

test("without schemas RFC 7643 decides, and what assigns rights is not among them", () => {
  expect(paths()).toEqual([
    "name.givenName",
    "name.familyName",
    "displayName",
    "title",
    "photos",
    "emails",
    "phoneNumbers",
    `${ENTERPRISE}:department`,
  ]);
});

test("with schemas the server decides, and its own attributes come last by their names", () => {
  const fields = editableFields(full, { schemas });
  expect(fields.map(({ path }) => path)).toEqual([
    "name.givenName",
    "name.familyName",
    "displayName",
    "title",
    "photos",
    "emails",
    "phoneNumbers",
    `${TRAVEL}:badgeColor`,
    `${TRAVEL}:tourLanguages`,
  ]);
  expect(fields.at(-2)).toMatchObject({
    kind: "choice",
    label: "Badge color",
    choices: ["blue", "green", "red"],
  });
  expect(fields.filter(({ required }) => required).map(({ path }) => path)).toEqual([
    "name.givenName",
    "name.familyName",
  ]);
});

test.each([
  ["READ_WRITE", undefined, true],
  ["readWrite", "x", true],
  ["READ_ONLY", undefined, false],
  ["immutable", undefined, true],
  ["IMMUTABLE", "x", false],
  ["writeOnly", undefined, false],
  [undefined, "x", true],
])(
  "an attribute that is %s and has the value %s: offered is %s",
  (mutability, value, isOffered) => {
    const me = buildMe({ [WSO2]: { seat: value } });
    const asked = [`${WSO2}:seat`];
    expect(paths({ asked, schemas: wso2({ name: "seat", mutability }) }, me)).toEqual(
      isOffered ? asked : [],
    );
  },
);

test.each([
  [{}, undefined, "text"],
  [{ type: "BOOLEAN" }, undefined, "boolean"],
  [{ type: "INTEGER" }, undefined, "number"],
  [{ type: "decimal" }, 1.5, "number"],
  [{ type: "DATE_TIME" }, undefined, "text"],
  [{ type: "REFERENCE" }, undefined, "text"],
  [{ canonicalValues: ["a", "b"] }, undefined, "choice"],
  [{ multiValued: true }, undefined, "texts"],
  [{ multiValued: "true" }, ["a"], "texts"],
  [{ multiValued: true }, "a,b", "text"],
  [{ type: "COMPLEX", multiValued: true }, [{ a: 1 }], undefined],
  [{ type: "COMPLEX", multiValued: true }, undefined, undefined],
])("a schema's %j with the value %j makes a control of the kind %s", (detail, value, kind) => {
  const me = buildMe({ [WSO2]: { seat: value } });
  const found = kinds({ asked: [`${WSO2}:seat`], schemas: wso2({ name: "seat", ...detail }) }, me);
  expect(found[`${WSO2}:seat`]).toBe(kind);
});

test("lists and addresses are edited as such, with the types that the schema has", () => {
  const asked = ["emails", "phoneNumbers", "addresses", "photos", "ims"];
  expect(kinds({ asked })).toEqual({
    emails: "values",
    phoneNumbers: "values",
    addresses: "addresses",
    photos: "photo",
    ims: "values",
  });
  const [ims] = editableFields(full, { asked: ["ims"], schemas });
  expect(ims?.choices).toEqual(["xmpp", "other"]);
});

test("a complex attribute is edited part by part", () => {
  expect(paths({ asked: ["name"], schemas })).toEqual([
    "name.givenName",
    "name.familyName",
    "name.middleName",
    "name.honorificPrefix",
    "name.honorificSuffix",
  ]);
  expect(kinds({ asked: [`${TRAVEL}:shift`] })).toEqual({
    [`${TRAVEL}:shift.begins`]: "text",
    [`${TRAVEL}:shift.gate`]: "number",
  });
});

test("an attribute is found in any case and under its full name, and offered once", () => {
  const asked = ["TITLE", "title", `${USER}:title`, `${ENTERPRISE.toLowerCase()}:Department`];
  expect(paths({ asked: asked.slice(1, 3), schemas })).toEqual(["title"]);
  expect(paths({ asked: asked.slice(0, 1), schemas })).toEqual(["title"]);
  expect(paths({ asked: asked.slice(3), schemas })).toEqual([]);
  expect(paths({ asked: [`${USER}:userType`], schemas })).toEqual([]);
});

test.each(["id", "meta.created", "schemas", "groups", "password", "emails.value"])(
  "%s is never offered, whoever asks for it and whatever a schema says",
  (path) => {
    const open = [{ id: USER, attributes: [{ name: path, mutability: "readWrite" }] }];
    const options = { asked: [path], isNamed: true };
    expect(paths({ ...options, schemas: readSchemas(open) })).toEqual([]);
    expect(paths(options)).toEqual([]);
  },
);

test.each(["manager", "manager.value", "manager.displayName", "manager.$ref"])(
  "nobody names another resource by typing: %s",
  (name) => expect(paths({ asked: [`${ENTERPRISE}:${name}`], isNamed: true })).toEqual([]),
);

test.each(["userName", "userType", "active", "roles", "entitlements", "externalId"])(
  "%s is offered where the server says that it may be written, or the app names it to be edited",
  (name) => {
    const open = readSchemas([{ id: USER, attributes: [{ name, mutability: "readWrite" }] }]);
    expect(paths({ asked: [name] })).toEqual([]);
    expect(paths({ asked: [name], schemas: open })).toEqual([name]);
    expect(paths({ asked: [name], isNamed: true })).toEqual([name]);
  },
);

test.each([
  ..."accountLocked accountState accountDisabled failedLoginAttempts lastLogonTime unlockTime".split(
    " ",
  ),
  ..."preferredMFAOption totpEnabled emailOTPDisabled backupCodeEnabled askPassword".split(" "),
  ..."forcePasswordReset challengeQuestionUris verifyEmail emailVerified pendingEmails".split(" "),
  ..."userSourceId idpType isReadOnlyUser localCredentialExists managedOrg".split(" "),
])("%s is the server's own business unless it is asked for", (name) => {
  const described = wso2({ name, displayName: "Something" });
  expect(paths({ schemas: described })).not.toContain(`${WSO2}:${name}`);
  const asked = [`${WSO2}:${name}`];
  expect(paths({ asked, schemas: described })).toEqual(asked);
});

test("an attribute that its server does not mean for people, or has no name for, is not offered", () => {
  const hidden = wso2({ name: "seat", displayName: "Seat", supportedByDefault: "false" });
  expect(paths({ schemas: hidden })).not.toContain(`${WSO2}:seat`);
  expect(paths({ schemas: wso2({ name: "seat" }) })).not.toContain(`${WSO2}:seat`);
  const shown = wso2({ name: "seat", displayName: "Seat", supportedByDefault: true });
  expect(paths({ schemas: shown })).toContain(`${WSO2}:seat`);
});

test("what a server does not describe beside what it does is not there to be written", () => {
  expect(paths({ asked: ["nickName", "noSuchAttribute"], schemas })).toEqual(["nickName"]);
  expect(paths({ asked: [`${TRAVEL}:shoeSize`], schemas })).toEqual([]);
  const asked = ["title", `${TRAVEL}:badgeColor`];
  expect(paths({ asked, schemas })).toEqual(asked);
  const others = schemas.filter(({ path }) => !asked.includes(path));
  expect(paths({ asked, schemas: others })).toEqual([]);
});

test("without schemas an unknown attribute is offered where the person has it", () => {
  expect(paths({ asked: [`${TRAVEL}:badgeColor`, `${TRAVEL}:shoeSize`, "shoeSize"] })).toEqual([
    `${TRAVEL}:badgeColor`,
  ]);
});

test("names of Object's own members are attributes like others", () => {
  const asked = ["constructor", "__proto__", "toString", `${WSO2}:constructor`];
  expect(paths({ asked })).toEqual([]);
  const me = buildMe({ [WSO2]: { constructor: "x" } });
  expect(kinds({ asked, schemas: wso2({ name: "constructor" }) }, me)).toEqual({
    [`${WSO2}:constructor`]: "text",
  });
});

test("a person who is known by a whole name alone has that to edit", () => {
  const me = buildMe({ displayName: null, name: { formatted: "Ana Okafor" } });
  expect(paths({}, me)).toContain("name.formatted");
  expect(paths({}, me)).not.toContain("displayName");
});

test.each(["addresses.locality", "emails.type", `${USER}:emails.primary`, `${TRAVEL}:trips.city`])(
  "a list is edited whole: %s alone would be all that is left of it",
  (path) => {
    const lists = { emails: [{ value: "a" }], addresses: [{ locality: "A" }] };
    const me = buildMe({ ...lists, [TRAVEL]: { trips: [{ city: "A" }, { city: "B" }] } });
    for (const isNamed of [false, true]) {
      expect(paths({ asked: [path], isNamed }, me)).toEqual([]);
      expect(paths({ asked: [path], isNamed, schemas }, me)).toEqual([]);
    }
  },
);

test("a URN alone is all that stands under it", () => {
  const me = buildMe({
    [ENTERPRISE]: { department: "Tours", manager: { value: "1" } },
    [WSO2]: { country: "PT", shift: { gate: 4, times: { begins: "7" } }, trips: [{ city: "A" }] },
  });
  const members = [`${WSO2}:country`, `${WSO2}:shift.gate`, `${WSO2}:shift.times.begins`];
  expect(paths({ asked: [WSO2] }, me)).toEqual(members);
  expect(paths({ asked: [WSO2.toUpperCase()] }, me)).toHaveLength(3);
  expect(paths({ asked: [ENTERPRISE] }, me)).toContain(`${ENTERPRISE}:department`);
  const described = wso2({ name: "country" });
  expect(paths({ asked: [WSO2, ENTERPRISE], schemas: described }, buildMe())).toEqual([
    `${WSO2}:country`,
    ...paths({ asked: [ENTERPRISE] }),
  ]);
  expect(paths({ asked: [TRAVEL], schemas })).toEqual(
    paths({ schemas }).filter((path) => path.startsWith(TRAVEL)),
  );
});

test("of the Enterprise extension that is what RFC 7643 has, but the manager, known or not", () => {
  const own = "employeeNumber costCenter organization division department".split(" ");
  for (const me of [buildMe({ [ENTERPRISE]: null }), full]) {
    expect(paths({ asked: [ENTERPRISE] }, me)).toEqual(own.map((name) => `${ENTERPRISE}:${name}`));
  }
});

test("of the core schema it is what is usual", () => {
  expect(paths({ asked: [USER] })).toEqual(paths());
  expect(paths({ asked: [USER.toUpperCase()], isNamed: true, schemas })).toEqual(
    paths({ schemas }),
  );
});

test("of two attributes with one name the first is meant", () => {
  const twice = [
    ...wso2({ name: "seat", displayName: "Seat" }),
    ...wso2({ name: "SEAT", mutability: "readOnly" }),
  ];
  expect(paths({ asked: [`${WSO2}:seat`], schemas: twice })).toEqual([`${WSO2}:seat`]);
});

// Each looked for among all the others, they would take half an hour.
test("of fifty thousand attributes of a server's own the first hundred are offered, and any by its name", () => {
  const attributes = Array.from({ length: 50_000 }, (_, n) => ({
    ...{ name: `seat${n}`, displayName: `Seat ${n}`, type: "string" },
    // Those that nobody may write take no place.
    mutability: n % 2 ? "readOnly" : "readWrite",
  }));
  const many = readSchemas([{ id: WSO2, attributes }]);
  const own = paths({ schemas: many }).filter((path) => path.startsWith(WSO2));
  expect(own).toHaveLength(100);
  expect(own.at(-1)).toBe(`${WSO2}:seat198`);
  const last = [`${WSO2}:seat49998`];
  expect(paths({ asked: last, schemas: many })).toEqual(last);
  expect(paths({ asked: [WSO2], schemas: many })).toHaveLength(25_000);
});
