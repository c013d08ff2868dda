import fc from "fast-check";
import { expect, test } from "vitest";
import { editableFields } from "../../src/components/ProfileForm/editableFields.js";
import { parseScimMe } from "../../src/scim/parseScimMe.js";
import { readSchemas } from "../../src/scim/readSchemas.js";
import { anyBody, anyText, anyValue, userBody } from "./json.js";
import { runs, timeout } from "./runs.js";

const word = fc.oneof(
  fc.constantFrom(..."readOnly READ_WRITE immutable string COMPLEX boolean true false".split(" ")),
  anyText,
  anyValue,
);
const some = { requiredKeys: [] as [], noNullPrototype: true };
const { attribute } = fc.letrec((tie) => ({
  attribute: fc.oneof(
    { maxDepth: 6, depthSize: "small" },
    fc.record({ name: word, type: word, mutability: word, canonicalValues: anyValue }, some),
    fc.record({ name: word, type: word, subAttributes: fc.array(tie("attribute")) }, some),
    anyValue,
  ),
}));
const urn = fc.constantFrom(
  "urn:ietf:params:scim:schemas:core:2.0:User",
  "urn:ietf:params:scim:schemas:core:2.0:Group",
  "urn:scim:wso2:schema",
  "",
);
const schema = fc.record({ id: fc.oneof(urn, word), attributes: fc.array(attribute) }, some);
const schemas = fc.oneof(
  fc.array(fc.oneof(schema, anyValue)),
  fc.record({ Resources: fc.array(fc.oneof(schema, anyValue)) }),
  schema,
  anyBody.map((text) => JSON.parse(text) as unknown),
);

test("schemas of any JSON are read, each attribute whole", { timeout }, () => {
  const seen = { attributes: 0 };
  fc.assert(
    fc.property(schemas, (body) => {
      for (const one of readSchemas(body)) {
        seen.attributes++;
        expect(one.path).not.toBe("");
        expect([typeof one.type, typeof one.mutability]).toEqual(["string", "string"]);
        expect(one.canonicalValues.every((value) => typeof value === "string")).toBe(true);
        expect([typeof one.multiValued, typeof one.required]).toEqual(["boolean", "boolean"]);
      }
    }),
    runs(1_500),
  );
  expect(seen.attributes).toBeGreaterThan(200);
});

test("what may be edited is decided for any person and any schemas", { timeout }, () => {
  const paths = fc.option(
    fc.array(fc.oneof(anyText, fc.constantFrom("emails", "name", "active"))),
    {
      nil: undefined,
    },
  );
  fc.assert(
    fc.property(userBody, schemas, paths, (body, described, asked) => {
      let me: ReturnType<typeof parseScimMe>;
      try {
        me = parseScimMe(JSON.parse(body));
      } catch {
        return;
      }
      const fields = editableFields(me, { asked, schemas: readSchemas(described) });
      expect(fields.every(({ choices }) => Array.isArray(choices))).toBe(true);
      expect(fields.some(({ path }) => /^(?:id|meta|groups|password)$/i.test(path))).toBe(false);
    }),
    runs(700),
  );
});

test("schemas that are nested 100,000 deep do no harm", () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  const name = JSON.parse(deep) as unknown;
  const id = "urn:ietf:params:scim:schemas:core:2.0:User";
  expect(
    readSchemas([{ id, attributes: [{ name }, { name: "title", displayName: name }] }]),
  ).toEqual([expect.objectContaining({ path: "title", label: undefined })]);
  let subAttributes: unknown = [];
  for (let depth = 0; depth < 10_000; depth++) {
    subAttributes = [{ name: "a", type: "complex", subAttributes }];
  }
  expect(readSchemas([{ id, attributes: subAttributes }])).toEqual([]);
});
