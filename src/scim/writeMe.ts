import { CORE } from "./attributes.js";
import { type MeEdit, nameIn, pathOf } from "./MeEdit.js";
import { isObject, type Json } from "./readValues.js";
import type { ScimMe } from "./ScimMe.js";

const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const USER = "urn:ietf:params:scim:schemas:core:2.0:User";

/** How a PATCH names what it sets: in one value without a path, or each by its path. */
export type PatchStyle = "value" | "path";

/**
 * The body of a PATCH (RFC 7644 §3.5.2): one `replace` for what is set, a `remove` for each
 * attribute that is cleared, because that needs a path.
 */
export function patchBody(edits: readonly MeEdit[], style: PatchStyle = "value"): Json {
  const sets = edits.filter(({ value }) => value !== undefined);
  const value: Json = {};
  for (const { urn, names, value: wanted } of sets) {
    setAt(value, urn ? [urn, ...names] : names, wanted);
  }
  const replaces =
    style === "path"
      ? sets.map((edit) => ({ op: "replace", path: pathOf(edit), value: edit.value }))
      : sets.length
        ? [{ op: "replace", value }]
        : [];
  const removes = edits
    .filter((edit) => edit.value === undefined)
    .map((edit) => ({ op: "remove", path: pathOf(edit) }));
  return { schemas: [PATCH_OP], Operations: [...replaces, ...removes] };
}

/** The body as the server sent it, with the edits in it: what it would be if all were taken. */
export function editedBody(me: ScimMe, edits: readonly MeEdit[]): Json {
  const body = structuredClone(me.raw);
  for (const { urn, names, value } of edits) {
    const [first = "", ...rest] = names;
    // An attribute of an extension may stand under its full name (RFC 7644 §3.10).
    const full = nameIn(body, `${urn}:${first}`);
    const at = !urn ? [first] : Object.hasOwn(body, full) ? [full] : [nameIn(body, urn), first];
    const top = nameIn(body, at[0] as string);
    // Some servers wrap a complex attribute in a list; the model has it bare.
    if (rest.length && !urn && !isObject(body[top])) {
      body[top] = { ...(me as unknown as Record<string, object | undefined>)[first] };
    }
    setAt(body, [top, ...at.slice(1), ...rest], value);
  }
  return body;
}

/** The body of a PUT (RFC 7644 §3.5.1): everything that is known, with the edits in it. */
export function putBody(me: ScimMe, edits: readonly MeEdit[]): Json {
  const body = editedBody(me, edits);
  for (const name of Object.keys(body)) {
    const list = me[(CORE.get(name.toLowerCase())?.[0] ?? "") as keyof ScimMe];
    const isEdited = edits.some(({ names }) => names[0]?.toLowerCase() === name.toLowerCase());
    // Servers that send text in lists take objects only.
    if (Array.isArray(list) && !isEdited && ![body[name]].flat().every(isObject)) body[name] = list;
  }
  const urns = Object.keys(body).filter((name) => /^urn:/i.test(name) && isObject(body[name]));
  const known = me.schemas.filter(Boolean).map((urn) => urn.toLowerCase());
  const added = [USER, ...urns].filter((urn) => !known.includes(urn.toLowerCase()));
  body[nameIn(body, "schemas")] = [...me.schemas.filter(Boolean), ...added];
  return body;
}

/** Sets or deletes what stands under a path of names, and makes the objects on the way to it. */
function setAt(root: Json, path: readonly string[], value: unknown): void {
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
