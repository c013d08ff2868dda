import { CORE } from "./attributes.js";
import { cleanJson } from "./cleanJson.js";
import { completeList } from "./completeList.js";
import { isEmpty } from "./isEmpty.js";
import { type MeEdit, nameIn, pathOf } from "./MeEdit.js";
import { ENTERPRISE_USER } from "./readExtensions.js";
import { isObject, type Json } from "./readValues.js";
import type { ScimMe } from "./ScimMe.js";
import type { ScimMeChanges } from "./ScimMeChanges.js";
import { ScimMeError } from "./ScimMeError.js";

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
/** What RFC 7643 makes read-only for everybody (§3.1, §4.1.2, §4.3); a server may have more. */
const READ_ONLY =
  /^(?:schemas|id|meta|groups|urn:.*:enterprise:2\.0:user:manager\.displayname)(?:\.|$)/i;

/**
 * The attributes that differ between a person and a wanted change, each alone. Empty where all is
 * as wanted.
 *
 * @throws {ScimMeError} `invalid` with `scimType: "mutability"` for what is not the person's to change.
 */
export function diffMe(me: ScimMe, changes: ScimMeChanges): MeEdit[] {
  if (Object.keys(changes).some((name) => name.toLowerCase() === "password")) {
    throw refusal("password");
  }
  const { raw: _, enterprise, extensions = {}, ...core } = cleanJson(changes) as Json;
  const edits: MeEdit[] = [];
  for (const [given, wanted] of Object.entries(core)) {
    const name = CORE.get(given.toLowerCase())?.[0] ?? given;
    const known = own(me as unknown as Json, name) ?? own(me.raw, name);
    if (CORE.has(name) && Array.isArray(known)) diffList(edits, me, name, wanted);
    else compare(edits, { names: [name] }, known, wanted);
  }
  const schemas: [urn: string, wanted: unknown][] = Object.entries(extensions as Json);
  if (enterprise !== undefined) schemas.push([ENTERPRISE, enterprise]);
  for (const [name, wanted] of schemas) {
    const isEnterprise = name.toLowerCase() === ENTERPRISE_USER;
    const urn = nameIn(isEnterprise ? me.raw : me.extensions, name);
    const known = isEnterprise ? me.enterprise : own(me.extensions as Json, urn);
    // A URN is no path: clearing an extension is clearing each of its attributes.
    const cleared = wanted === null && isObject(known) ? allNull(known) : wanted;
    if (isObject(cleared)) compare(edits, { urn, names: [] }, known, cleared);
  }
  const refused = edits.find((edit) => READ_ONLY.test(pathOf(edit)));
  if (refused) throw refusal(pathOf(refused));
  return edits;
}

/** An attribute that is not to be written. */
export function refusal(attribute: string): ScimMeError {
  return new ScimMeError(
    "invalid",
    `"${attribute}" can't be changed through /Me, so nothing was sent. Leave it out.`,
    { scimType: "mutability", attribute },
  );
}

function own(object: Json, name: string): unknown {
  const key = nameIn(object, name);
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function allNull(object: Json): Json {
  return Object.fromEntries(Object.keys(object).map((key) => [key, null]));
}

/** Goes down to the members that differ: what is not named stays (RFC 7644 §3.5.2.3). */
function compare(edits: MeEdit[], at: MeEdit, known: unknown, wanted: unknown): void {
  if (wanted === undefined) return;
  if (isObject(wanted)) {
    const object = isObject(known) ? known : undefined;
    for (const [name, member] of Object.entries(wanted)) {
      const spelled = nameIn(object, name);
      compare(
        edits,
        { ...at, names: [...at.names, spelled] },
        object && own(object, spelled),
        member,
      );
    }
  } else if (isEmpty(wanted)) {
    if (!isEmpty(known)) edits.push(at);
  } else if (JSON.stringify(known) !== JSON.stringify(wanted)) {
    edits.push({ ...at, value: wanted });
  }
}

function diffList(edits: MeEdit[], me: ScimMe, name: string, wanted: unknown): void {
  if (wanted === undefined) return;
  const read = CORE.get(name)?.[1] as (value: unknown) => Json[];
  const sent = own(me.raw, name);
  const known = completeList(read, me[name as keyof ScimMe], sent);
  const value = completeList(read, wanted ?? [], sent);
  if (JSON.stringify(known) === JSON.stringify(value)) return;
  edits.push(value.length ? { names: [name], value } : { names: [name] });
}
