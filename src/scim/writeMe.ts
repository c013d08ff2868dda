import { type MeEdit, memberOf, nameIn } from "./MeEdit.js";
import { isObject, type Json } from "./readValues.js";
import type { ScimMe } from "./ScimMe.js";
import { ScimMeError } from "./ScimMeError.js";
import { USER_URN } from "./schemaUrns.js";
import { wholeMe } from "./wholeMe.js";

const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
/** What a path can hold; RFC 7643 §2.1 allows letters, digits, `-`, `_` and the `$` of `$ref`. */
const ADDRESSABLE = /^urn:|^[^\s.:[\]"]+$/i;

/** @summary How a PATCH names what it sets: in one value without a path, or each by its path. */
export type PatchStyle = "value" | "path";

/**
 * The body of a PATCH (RFC 7644 §3.5.2): one `replace` for what is set, a `remove` for each
 * attribute that is cleared, because that needs a path.
 *
 * @throws {ScimMeError} `invalid` with `scimType: "invalidPath"` for a name that no path can hold.
 */
export function patchBody(me: ScimMe, edits: readonly MeEdit[], style?: PatchStyle): Json {
  const sets = edits.filter(({ value }) => value !== undefined);
  const value = edited({}, sets);
  const removes = edits.flatMap(({ path, steps, value }) =>
    value === undefined ? { op: "remove", path: address(path, steps) } : [],
  );
  const whole = sets.length ? [{ op: "replace", value }] : [];
  const replaces = style === "path" ? replacesIn(value, wholeMe(me), "") : whole;
  return { schemas: [PATCH_OP], Operations: [...replaces, ...removes] };
}

/** One `replace` for each value; what is not there yet is one, because no path can lead into it. */
function replacesIn(value: Json, known: unknown, start: string): Json[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const path = address(start + name, [name]);
    const before = memberOf(known, name);
    const isUrn = !start && /^urn:/i.test(name);
    return isObject(member) && (isUrn || isObject(before))
      ? replacesIn(member, before, path + (isUrn ? ":" : "."))
      : { op: "replace", path, value: member };
  });
}

/** What the person would be if all edits were taken. */
export function editedBody(me: ScimMe, edits: readonly MeEdit[]): Json {
  return JSON.parse(JSON.stringify(edited(wholeMe(me), edits)));
}

/** A body with edits in it; what they clear is undefined there, which JSON leaves out. */
function edited(body: Json, edits: readonly MeEdit[]): Json {
  return edits.reduce((before, { steps, value }) => withAt(before, steps, value) as Json, body);
}

/** The body of a PUT (RFC 7644 §3.5.1): everything that is known, with the edits in it. */
export function putBody(me: ScimMe, edits: readonly MeEdit[]): Json {
  const body = editedBody(me, edits);
  const urns = Object.keys(body).filter((name) => /^urn:/i.test(name));
  const schemas = [...me.schemas, USER_URN, ...urns];
  const lower = schemas.map((urn) => urn.toLowerCase());
  return { ...body, schemas: schemas.filter((urn, at) => lower.indexOf(urn.toLowerCase()) === at) };
}

function address(path: string, names: readonly string[]): string {
  if (names.every((name) => ADDRESSABLE.test(name))) return path;
  throw new ScimMeError("invalid", `"${path}" is no path, so nothing was sent.`, {
    scimType: "invalidPath",
    attribute: path,
  });
}

/** A copy with a value under a path of names, and the objects that lead to it. */
export function withAt(object: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const body = isObject(object) ? object : {};
  return { ...body, [nameIn(body, name)]: withAt(memberOf(body, name), rest, value) };
}
