import { expect, test } from "vitest";
import { exampleSchemas } from "../../../src/mocks/exampleSchemas.js";
import { readSchemas } from "../../../src/scim/readSchemas.js";

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const own = (attributes: unknown, id: unknown = "urn:scim:wso2:schema") => [{ id, attributes }];

test("a list response is read, its complex attributes part by part", () => {
  const attributes = readSchemas(exampleSchemas);
  expect(attributes.find(({ path }) => path === "name.familyName")).toEqual({
    path: "name.familyName",
    label: undefined,
    type: "string",
    multiValued: false,
    required: true,
    mutability: "readwrite",
    canonicalValues: [],
    isShown: undefined,
  });
  expect(attributes.find(({ path }) => path === "emails")).toMatchObject({
    type: "complex",
    multiValued: true,
    canonicalValues: ["work", "home", "other"],
  });
  expect(attributes.map(({ path }) => path)).not.toContain("name");
});

test("a bare array with enumerations in capitals is the same", () => {
  const capitals = JSON.parse(
    JSON.stringify(exampleSchemas.Resources)
      .replaceAll('"readOnly"', '"READ_ONLY"')
      .replaceAll('"readWrite"', '"READ_WRITE"')
      .replaceAll('"immutable"', '"IMMUTABLE"')
      .replaceAll('"string"', '"STRING"')
      .replaceAll('"boolean"', '"BOOLEAN"')
      .replaceAll('"complex"', '"COMPLEX"'),
  ) as unknown;
  expect(readSchemas(capitals)).toEqual(readSchemas(exampleSchemas));
});

test("one schema alone is read, as at its own URL", () => {
  const [schema] = exampleSchemas.Resources as object[];
  expect(readSchemas(schema)).toEqual(readSchemas([schema]));
});

test("booleans may be words, and a label may be empty", () => {
  const [one] = readSchemas(
    own([{ name: "seat", required: "true", multiValued: "False", displayName: "" }]),
  );
  expect(one).toMatchObject({ required: true, multiValued: false, label: undefined });
});

test("the parts of what is read-only are read-only", () => {
  const subAttributes = [{ name: "value", mutability: "readWrite" }];
  const seat = { name: "seat", type: "complex", mutability: "readOnly", subAttributes };
  expect(readSchemas(own([seat]))).toMatchObject([
    { path: "urn:scim:wso2:schema:seat.value", mutability: "readonly" },
  ]);
});

test("groups and the service's own resources are nobody's profile", () => {
  const attributes = [{ name: "members" }];
  for (const name of ["core:2.0:Group", "core:2.0:ServiceProviderConfig", "core:2.0"]) {
    expect(readSchemas(own(attributes, `urn:ietf:params:scim:schemas:${name}`))).toEqual([]);
  }
  expect(readSchemas(own(attributes, USER.toUpperCase()))).toHaveLength(1);
});

test.each([
  null,
  undefined,
  0,
  "",
  "<html>",
  [],
  {},
  [null],
  { Resources: 5 },
  own(5),
  own([null]),
])("%j says nothing", (body) => expect(readSchemas(body)).toEqual([]));

test("a path that is longer than any real one is none: thousands may share one long name", () => {
  const long = "x".repeat(1_000_000);
  expect(readSchemas(own([{ name: "seat" }], `urn:${long}:User`))).toEqual([]);
  expect(readSchemas(own([{ name: long }, { name: "seat" }]))).toHaveLength(1);
});
