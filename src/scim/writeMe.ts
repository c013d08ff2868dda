import { type MeEdit, nameIn, pathOf } from "./MeEdit.js";
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
export function patchBody(edits: readonly MeEdit[], style: PatchStyle = "value"): Json {
  const sets = edits.filter(({ value }) => value !== undefined);
  const value: Json = {};
  for (const edit of sets) setAt(value, stepsOf(edit), edit.value);
  const whole = sets.length ? [{ op: "replace", value }] : [];
  const replaces = style === "path" ? replacesByPath(sets) : whole;
  const removes = edits
    .filter((edit) => edit.value === undefined)
    .map((edit) => ({ op: "remove", path: address(edit) }));
  return { schemas: [PATCH_OP], Operations: [...replaces, ...removes] };
}

function replacesByPath(sets: readonly MeEdit[]): Json[] {
  const values: Json = {};
  for (const edit of sets) {
    const { names, newAt = names.length } = edit;
    const path = address({ ...edit, names: names.slice(0, newAt) });
    if (newAt === names.length) values[path] = edit.value;
    else setAt(values, [path, ...names.slice(newAt)], edit.value);
  }
  return Object.entries(values).map(([path, value]) => ({ op: "replace", path, value }));
}

/** What the person would be if all edits were taken. */
export function editedBody(me: ScimMe, edits: readonly MeEdit[]): Json {
  const body = structuredClone(wholeMe(me));
  for (const edit of edits) setAt(body, stepsOf(edit), edit.value);
  return body;
}

/** The body of a PUT (RFC 7644 §3.5.1): everything that is known, with the edits in it. */
export function putBody(me: ScimMe, edits: readonly MeEdit[]): Json {
  const body = editedBody(me, edits);
  const known = me.schemas.filter(Boolean);
  const urns = Object.keys(body).filter((name) => /^urn:/i.test(name));
  const has = (urn: string) => known.some((one) => one.toLowerCase() === urn.toLowerCase());
  return { ...body, schemas: [...known, ...[USER_URN, ...urns].filter((urn) => !has(urn))] };
}

function stepsOf({ urn, names }: MeEdit): readonly string[] {
  return urn ? [urn, ...names] : names;
}

function address(edit: MeEdit): string {
  if (edit.names.every((name) => ADDRESSABLE.test(name))) return pathOf(edit);
  throw new ScimMeError(
    "invalid",
    `"${pathOf(edit)}" is no path (RFC 7644 §3.10), so nothing was sent.`,
    { scimType: "invalidPath", attribute: pathOf(edit) },
  );
}

/** Sets or deletes what stands under a path of names, and makes the objects on the way to it. */
export function setAt(root: Json, path: readonly string[], value: unknown): void {
  let at = root;
  for (const step of path.slice(0, -1)) {
    const name = nameIn(at, step);
    const next = Object.hasOwn(at, name) ? at[name] : undefined;
    if (!isObject(next) && value === undefined) return;
    const member = isObject(next) ? next : {};
    at[name] = member;
    at = member;
  }
  const last = nameIn(at, path.at(-1) ?? "");
  if (value === undefined) delete at[last];
  else at[last] = value;
}
