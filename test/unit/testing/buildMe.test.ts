import { expect, test } from "vitest";
import { scimMeScenarios } from "../../../src/mocks/index.js";
import { parseScimMe } from "../../../src/scim/parseScimMe.js";
import { ScimMeError } from "../../../src/scim/ScimMeError.js";
import { buildMe, createTestQueryClient } from "../../../src/testing/index.js";

test("without overrides it builds the example person", () => {
  const me = buildMe();
  expect(me.displayName).toBe("Barbara Jensen");
  expect(me.enterprise?.department).toBe("Theme Park");
  expect(me.groups).toHaveLength(5);
});

test("an override replaces a whole attribute, and null leaves it out", () => {
  const me = buildMe({ emails: [{ value: "ana@example.org" }], photos: null, title: undefined });
  expect(me.emails).toEqual([{ value: "ana@example.org" }]);
  expect(me.photos).toEqual([]);
  expect(me).not.toHaveProperty("title");
});

test("a model is built anew from itself, and not from the example person", () => {
  const ana = buildMe({ displayName: "Ana Okafor", title: null, badge: "7" });
  expect({ ...buildMe({ ...ana }), raw: ana.raw }).toEqual(ana);
  const renamed = buildMe({ ...ana, displayName: "Ana Obi" });
  expect(renamed).toMatchObject({ displayName: "Ana Obi", raw: { badge: "7" } });
  expect(renamed.raw).not.toHaveProperty("raw");
});

test("extensions are given as in the model or as in the body", () => {
  const urn = "urn:example:params:scim:schemas:extension:badge:2.0:User";
  expect(buildMe({ extensions: { [urn]: { badge: "7" } } }).extensions[urn]).toEqual({
    badge: "7",
  });
  expect(buildMe({ [urn]: { badge: "8" } }).extensions[urn]).toEqual({ badge: "8" });
  expect(buildMe({ enterprise: { division: "North" } }).enterprise).toEqual({ division: "North" });
  expect(buildMe({ enterprise: null })).not.toHaveProperty("enterprise");
});

test("of a model that is spread, extensions are replaced and left out in whatever case", () => {
  const full = parseScimMe(scimMeScenarios.full.body);
  expect(Object.keys(full.extensions)).toHaveLength(1);
  expect(buildMe({ ...full, extensions: null }).extensions).toEqual({});
  expect(buildMe({ ...full, extensions: {} }).extensions).toEqual({});
  const urn = "URN:ietf:params:scim:schemas:extension:enterprise:2.0:user";
  const loud = parseScimMe({ USERNAME: "ana", TITLE: "Guide", [urn]: { department: "A" } });
  const quiet = buildMe({ ...loud, title: null, enterprise: { department: "B" } });
  expect(quiet).toMatchObject({ userName: "ana", enterprise: { department: "B" } });
  expect(quiet).not.toHaveProperty("title");
});

test("overrides that leave no person throw what parseScimMe throws", () => {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:Error"];
  expect(() => buildMe({ schemas })).toThrow(ScimMeError);
});

test("each test client is new, does not retry, and keeps no timer", () => {
  const client = createTestQueryClient();
  expect(client).not.toBe(createTestQueryClient());
  expect(client.getDefaultOptions().queries).toEqual({ retry: false, gcTime: Infinity });
});
