import fc from "fast-check";
import { expect, test } from "vitest";
import {
  getAttribute,
  getDisplayName,
  getInitials,
  getPhotoUrl,
  getPrimary,
  parseScimMe,
  type ScimMe,
  ScimMeError,
  safeReturnTo,
} from "../../src/index.js";
import { ENTERPRISE, lists, TRAVEL, USER } from "../unit/scim/bodies.js";
import { anyBody, anyText, attributes, userBody } from "./json.js";
import { runs, timeout } from "./runs.js";

/** The model of a body, or undefined where it is malformed; anything else is thrown on. */
function read(body: string): ScimMe | undefined {
  try {
    return parseScimMe(JSON.parse(body));
  } catch (error) {
    if (error instanceof ScimMeError && error.reason === "malformed") return undefined;
    throw error;
  }
}

/** Every object in a value, itself included. */
function* objectsIn(value: unknown): Generator<object> {
  if (!value || typeof value !== "object") return;
  yield value;
  for (const member of Object.values(value)) yield* objectsIn(member);
}

test(
  "any JSON is a model with its lists, or malformed",
  () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const me = read(body);
        if (!me) return;
        for (const name of lists) expect(Array.isArray(me[name]), name).toBe(true);
        for (const name of ["id", "userName", "displayName", "title", "locale"] as const) {
          expect(["string", "undefined"]).toContain(typeof me[name]);
        }
        expect([true, false, undefined]).toContain(me.active);
        for (const { value, primary } of lists
          .filter((name) => name !== "addresses")
          .flatMap((name) => me[name])) {
          expect(value).toBeTypeOf("string");
          expect(value).not.toBe("");
          expect([true, false, undefined]).toContain(primary);
        }
      }),
      runs(500),
    );
  },
  timeout,
);

test(
  "the model is plain JSON of ordinary prototypes, and Object's own is left alone",
  () => {
    const names = (object: object) => Reflect.ownKeys(object);
    const before = [names(Object.prototype), names(Array.prototype), names(Function.prototype)];
    fc.assert(
      fc.property(userBody, (body) => {
        const me = read(body);
        for (const object of objectsIn(me)) {
          const prototype = Array.isArray(object) ? Array.prototype : Object.prototype;
          expect(Object.getPrototypeOf(object)).toBe(prototype);
          expect(Object.hasOwn(object, "__proto__")).toBe(false);
        }
        if (me) expect(JSON.parse(JSON.stringify(me))).toEqual(me);
      }),
      runs(300),
    );
    const after = [names(Object.prototype), names(Array.prototype), names(Function.prototype)];
    expect(after).toEqual(before);
  },
  timeout,
);

test(
  "reading raw again gives the same model, also after a trip through JSON",
  () => {
    fc.assert(
      fc.property(userBody, (body) => {
        const me = read(body);
        if (!me) return;
        expect(parseScimMe(me.raw)).toEqual(me);
        expect(parseScimMe(JSON.parse(JSON.stringify(me.raw)))).toEqual(me);
      }),
      runs(300),
    );
  },
  timeout,
);

test(
  "no depth, at no place, does harm",
  () => {
    const wrap = fc.constantFrom(
      ["[", "]"],
      ['{"value":', "}"],
      ['{"name":', "}"],
      ['[{"a":', "}]"],
    );
    const key = fc.constantFrom(
      ...attributes,
      USER,
      ENTERPRISE,
      TRAVEL,
      "x",
      `${ENTERPRISE}:manager`,
    );
    fc.assert(
      fc.property(wrap, key, fc.integer({ min: 0, max: 20_000 }), ([open, close], name, depth) => {
        const deep = `${open?.repeat(depth)}1${close?.repeat(depth)}`;
        const me = read(`{"userName": "kim", ${JSON.stringify(name)}: ${deep}}`);
        expect(() => structuredClone(me)).not.toThrow();
        expect(me && parseScimMe(me.raw)).toEqual(me);
      }),
      runs(40),
    );
  },
  timeout,
);

const path = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...attributes, "value", "display", "length"), anyText))
    .map((names) => names.join(".")),
  fc
    .tuple(fc.constantFrom(USER, ENTERPRISE, TRAVEL, "urn:x"), anyText)
    .map((names) => names.join(":")),
  anyText,
);

test(
  "no helper throws on any model, whatever the path",
  () => {
    fc.assert(
      fc.property(userBody, fc.array(path, { maxLength: 6 }), anyText, (body, paths, text) => {
        const me = read(body);
        if (!me) return;
        const name = getDisplayName(me);
        expect(name).toBe(name.trim());
        expect(getInitials(name)).toBeTypeOf("string");
        expect(getInitials(text)).toBeTypeOf("string");
        for (const list of lists) expect([...me[list], undefined]).toContain(getPrimary(me[list]));
        const photo = getPhotoUrl(me);
        if (photo !== undefined) expect(photo).toMatch(/^(?:https:\/\/|data:image\/(?!svg))/i);
        for (const at of [...paths, ...Object.keys(me.raw)]) {
          expect(getAttribute(me, at)).not.toBeTypeOf("function");
        }
      }),
      runs(300),
    );
  },
  timeout,
);

test(
  "a return path stays here, whatever it was",
  () => {
    const host = fc.constantFrom(
      "//",
      "/\\",
      "https://",
      "/./",
      "/.//",
      "/%09/",
      "/\t/",
      "http:/",
      "/",
    );
    const anyPath = fc.oneof(
      anyText,
      fc.tuple(host, anyText).map((texts) => texts.join("")),
    );
    fc.assert(
      fc.property(fc.oneof(anyPath, fc.anything()), (value) => {
        const safe = safeReturnTo(value);
        expect(safe).toMatch(/^\/(?![/\\])/);
        expect(new URL(safe, "https://here.example").origin).toBe("https://here.example");
        expect(safeReturnTo(safe)).toBe(safe);
      }),
      runs(1_000),
    );
  },
  timeout,
);
