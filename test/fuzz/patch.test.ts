import fc from "fast-check";
import { expect, test } from "vitest";
import { parseScimMe, type ScimMe, ScimMeError } from "../../src/index.js";
import { diffMe } from "../../src/scim/diffMe.js";
import { patchBody, putBody } from "../../src/scim/writeMe.js";
import { ENTERPRISE } from "../unit/scim/bodies.js";
import { changesTo, isName, writable } from "./changesTo.js";
import { anyDialect } from "./dialect.js";
import { userBody } from "./json.js";
import { applyByOracle } from "./patchOracle.js";
import { anyPerson, fixed } from "./people.js";
import { runs, timeout } from "./runs.js";

type Json = Record<string, unknown>;
const styles = fc.constantFrom("value" as const, "path" as const);

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Less what says nothing: null, absent, `""`, `{}` and `[]` are one (RFC 7643 §2.5). */
function pruned(value: unknown): unknown {
  if (!isObject(value)) return value;
  const kept = Object.entries(value)
    .map(([key, member]) => [key, pruned(member)] as const)
    .filter(([, member]) => member !== null && member !== undefined && member !== "")
    .filter(([, member]) => typeof member !== "object" || Object.keys(member as object).length > 0);
  return Object.fromEntries(kept);
}

/** What a person is of what the properties change, as far as a PATCH can name it. */
function about(body: Json): unknown {
  const me = parseScimMe(body) as unknown as Json & ScimMe;
  const { vendorText, vendorList } = body;
  const nameable = (object: object = {}) =>
    Object.fromEntries(Object.entries(object).filter(([key]) => isName(key)));
  const extensions = Object.entries(me.extensions).map(([urn, one]) => [urn, nameable(one)]);
  return pruned({
    ...Object.fromEntries(writable.map((name) => [name, me[name]])),
    ...{ name: me.name, vendorText, vendorList, enterprise: nameable(me.enterprise) },
    extensions: Object.fromEntries(extensions),
  });
}

/** What vendors said of the values in lists, where the wanted person says it too. */
function expectVendorsWords(result: Json, wanted: Json): void {
  for (const name of writable.filter((one) => Array.isArray(wanted[one]))) {
    const list = wanted[name] as unknown[];
    if (list.length) expect(result[name]).toMatchObject(list);
  }
}

/** The first person as stored, however the server writes them, made into the second. */
function check(stored: Json, sent: Json, wanted: Json, style: "value" | "path"): void {
  const me = parseScimMe(sent);
  const changes = changesTo(me, wanted);
  const edits = diffMe(me, changes);
  const results = [putBody(me, edits)];
  if (edits.length) results.push(applyByOracle(stored, patchBody(me, edits, style)));
  else expect(about(sent)).toEqual(about({ ...fixed, ...wanted }));
  for (const result of results) {
    expect(about(result)).toEqual(about({ ...fixed, ...wanted }));
    expectVendorsWords(result, wanted);
    expect(diffMe(parseScimMe(result), changes)).toEqual([]);
  }
}

/** Some attributes stay as they are. */
const change = fc
  .tuple(anyPerson, anyPerson, fc.array(fc.boolean(), { minLength: 5 }))
  .map(([first, second, stays]) => {
    const kept = Object.entries(first).filter((_, at) => stays[at % stays.length]);
    return [first, { ...second, ...Object.fromEntries(kept) }] as const;
  });

test(
  "a PATCH, and a PUT, make any person of any dialect into any other",
  () => {
    fc.assert(
      fc.property(change, anyDialect, styles, ([first, wanted], dialect, style) => {
        const stored = { ...fixed, ...first };
        check(stored, dialect(stored), wanted, style);
      }),
      runs(150),
    );
  },
  timeout,
);

/** A server's own record of somebody who was read from any JSON. */
function storedOf(me: ScimMe): Json {
  const { schemas, id, userName, name, enterprise, extensions } = me;
  const urn = Object.keys(me.raw).find((key) => key.toLowerCase() === ENTERPRISE.toLowerCase());
  const { vendorText: _, vendorList: __, ...core } = me as unknown as Json;
  const attributes = writable.filter((attribute) => attribute in core);
  return structuredClone({
    ...{ schemas, id, userName, name },
    ...Object.fromEntries(attributes.map((attribute) => [attribute, core[attribute]])),
    ...{ [urn ?? ENTERPRISE]: enterprise ?? {}, ...extensions },
  });
}

test(
  "whatever a server sends, a PATCH of it makes the wanted person",
  () => {
    fc.assert(
      fc.property(userBody, anyPerson, styles, (text, wanted, style) => {
        const me = readable(text);
        fc.pre(me !== undefined);
        check(storedOf(me), me.raw, wanted, style);
      }),
      runs(150),
    );
  },
  timeout,
);

/** The model of a body whose extensions have a name that a PATCH can hold (RFC 7643 §3.1). */
function readable(text: string): ScimMe | undefined {
  const me = outcome(() => parseScimMe({ ...JSON.parse(text), ...fixed }));
  const urns = me instanceof Error ? ["none"] : Object.keys(me.extensions);
  return urns.every((urn) => /^urn:[^:]+:.*[^:]$/.test(urn)) ? (me as ScimMe) : undefined;
}

function outcome<T>(work: () => T): T | ScimMeError {
  try {
    return work();
  } catch (error) {
    if (error instanceof ScimMeError) return error;
    throw error;
  }
}

test(
  "any change is edits, or is refused with a reason",
  () => {
    fc.assert(
      fc.property(userBody, userBody, styles, (text, changes, style) => {
        const result = outcome(() => {
          const me = parseScimMe(JSON.parse(text));
          const edits = diffMe(me, JSON.parse(changes));
          return [patchBody(me, edits, style), putBody(me, edits)];
        });
        if (result instanceof ScimMeError) expect(result.reason).toMatch(/^(?:invalid|malformed)$/);
        else expect(JSON.stringify(result)).not.toMatch(/"(?:password|__proto__)":/i);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      runs(300),
    );
  },
  timeout,
);
