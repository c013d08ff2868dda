import { CORE } from "./attributes.js";
import { cleanJson } from "./cleanJson.js";
import { completeList } from "./completeList.js";
import { isEmpty } from "./isEmpty.js";
import { isSame } from "./isSame.js";
import { type MeEdit, memberOf, nameIn, pathOf } from "./MeEdit.js";
import { isObject, type Json } from "./readValues.js";
import type { ScimMe } from "./ScimMe.js";
import type { ScimMeChanges } from "./ScimMeChanges.js";
import { ScimMeError } from "./ScimMeError.js";
import { ENTERPRISE_URN } from "./schemaUrns.js";
import { wholeMe } from "./wholeMe.js";

/** What RFC 7643 makes read-only for everybody (§3.1, §4.1.2, §4.3); a server may have more. */
const READ_ONLY =
  /^(?:urn:ietf:params:scim:schemas:core:2\.0:user:)?(?:(?:schemas|id|meta|groups)|urn:.*:enterprise:2\.0:user:manager\.displayname)(?:\.|$)/i;

/**
 * The attributes that differ between a person and a wanted change, each alone. Empty where all is
 * as wanted. Where only a part of the person was read, what `null` clears counts as different.
 *
 * @throws {ScimMeError} `invalid` with `scimType: "mutability"` for what is not the person's to change.
 */
export function diffMe(me: ScimMe, changes: ScimMeChanges, isPart = false): MeEdit[] {
  const { raw: _, enterprise, extensions, ...core } = checked(changes as Json);
  const whole = wholeMe(me);
  const found: Found = { edits: [], isPart };
  for (const [given, wanted] of Object.entries(core)) {
    const name = CORE.get(given.toLowerCase())?.[0] ?? nameIn(whole, given);
    const known = memberOf(whole, name);
    const isList = CORE.has(name) && Array.isArray(me[name as keyof ScimMe]);
    const value = isList && !isNothing(wanted) ? completeList(name, wanted, known) : wanted;
    compare(found, { names: [name] }, known, value);
  }
  const schemas = Object.entries((extensions ?? {}) as Json);
  if (enterprise !== undefined) schemas.push([ENTERPRISE_URN, enterprise]);
  for (const [given, wanted] of schemas) {
    const urn = nameIn(whole, given);
    const known = memberOf(whole, urn);
    // A URN is no path: clearing an extension is clearing each of its attributes.
    const cleared = wanted === null && isObject(known) ? allNull(known) : wanted;
    if (isObject(cleared)) compare(found, { urn, names: [] }, known, cleared);
  }
  const refused = found.edits.find((edit) => READ_ONLY.test(pathOf(edit)));
  if (refused) throw refusal(pathOf(refused));
  return found.edits;
}

interface Found {
  edits: MeEdit[];
  isPart: boolean;
}

/** Goes down to the members that differ: what is not named stays (RFC 7644 §3.5.2.3). */
function compare(found: Found, at: MeEdit, known: unknown, wanted: unknown): void {
  if (wanted === undefined) return;
  if (isObject(wanted)) {
    const object = isObject(known) ? known : undefined;
    const newAt = at.newAt ?? (object ? undefined : at.names.length || undefined);
    for (const [name, member] of Object.entries(wanted)) {
      const names = [...at.names, nameIn(object, name)];
      compare(found, { ...at, names, newAt }, memberOf(object, name), member);
    }
  } else if (isEmpty(wanted)) {
    if (!isEmpty(known) || (found.isPart && wanted === null)) found.edits.push(at);
  } else if (!isSame(known, wanted)) {
    found.edits.push({ ...at, value: wanted });
  }
}

function checked(changes: Json): Json {
  const { raw: _, extensions, ...core } = changes;
  const password = Object.keys(core).find((name) => name.toLowerCase() === "password");
  if (password) throw refusal(password);
  for (const part of [core, ...Object.values(extensions ?? {})]) {
    if (!isObject(part) || cleanJson(part) === part) continue;
    throw new ScimMeError(
      "invalid",
      "the change holds a password, a __proto__, a number that is none, or more than 32 levels, so nothing was sent.",
      { scimType: "invalidValue" },
    );
  }
  return changes;
}

/** An attribute that is not to be written. */
function refusal(attribute: string): ScimMeError {
  return new ScimMeError(
    "invalid",
    `"${attribute}" can't be changed through /Me, so nothing was sent. Leave it out.`,
    { scimType: "mutability", attribute },
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function allNull(object: Json): Json {
  return Object.fromEntries(Object.keys(object).map((key) => [key, null]));
}
