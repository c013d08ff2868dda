import { CORE } from "./attributes.js";
import { cleanJson } from "./cleanJson.js";
import { completeList } from "./completeList.js";
import { isEmpty } from "./isEmpty.js";
import { isSame } from "./isSame.js";
import { type MeEdit, memberOf, nameIn } from "./MeEdit.js";
import { isObject, type Json } from "./readValues.js";
import type { ScimMe } from "./ScimMe.js";
import type { ScimMeChanges } from "./ScimMeChanges.js";
import { ScimMeError } from "./ScimMeError.js";
import { ENTERPRISE_URN } from "./schemaUrns.js";
import { wholeMe } from "./wholeMe.js";

/** What RFC 7643 makes read-only for everybody (§3.1, §4.1.2, §4.3); a server may have more. */
const READ_ONLY =
  /^(?:urn:ietf:params:scim:schemas:core:2.0:User:)?(?:schemas|id|meta|groups|urn:.*:enterprise:2.0:User:manager\.displayName)(?:\.|$)/i;

/**
 * The attributes that differ between a person and a wanted change, each alone. Empty where all is
 * as wanted. Where only a part of the person was read, what `null` clears counts as different.
 *
 * @throws {ScimMeError} `invalid` with `scimType: "mutability"` for what is not the person's to change.
 */
export function diffMe(me: ScimMe, changes: ScimMeChanges, isPart = false): MeEdit[] {
  const { raw: _, enterprise, extensions, ...core } = changes as Json;
  const schemas: [given: string, value: unknown][] = Object.entries(extensions ?? {});
  schemas.push([ENTERPRISE_URN, enterprise]);
  check(core, schemas);
  const whole = wholeMe(me);
  const wanted: Json = {};
  for (const [given, value] of Object.entries(core)) {
    const name = CORE.get(given.toLowerCase())?.[0] ?? given;
    const isList = CORE.has(name) && Array.isArray(me[name as keyof ScimMe]) && !isEmpty(value);
    wanted[name] = isList ? completeList(name, value, whole[name]) : value;
  }
  const edits = compare({ path: "", steps: [] }, whole, wanted, isPart);
  for (const [given, value] of schemas) {
    const urn = nameIn(whole, given);
    const known = whole[urn];
    // A URN is no path: clearing an extension is clearing each of its attributes.
    const whose = value === null && isObject(known) ? allNull(known) : value;
    if (isObject(whose))
      edits.push(...compare({ path: `${urn}:`, steps: [urn] }, known, whose, isPart));
  }
  const refused = edits.find(({ path }) => READ_ONLY.test(path));
  if (refused) throw refusal(refused.path);
  return edits;
}

/** Goes down to the members that differ: what is not named stays (RFC 7644 §3.5.2.3). */
function compare({ path, steps }: MeEdit, known: unknown, wanted: Json, isPart: boolean): MeEdit[] {
  const object = isObject(known) ? known : {};
  return Object.entries(wanted).flatMap(([given, value]) => {
    const name = nameIn(object, given);
    const before = memberOf(object, name);
    const edit = { path: path + name, steps: [...steps, name] };
    if (value === undefined) return [];
    if (isObject(value)) return compare({ ...edit, path: `${edit.path}.` }, before, value, isPart);
    if (isEmpty(value)) return !isEmpty(before) || (isPart && value === null) ? edit : [];
    return isSame(before, value) ? [] : { ...edit, value };
  });
}

function check(core: Json, schemas: [given: string, value: unknown][]): void {
  const password = Object.keys(core).find((name) => /^password$/i.test(name));
  if (password) throw refusal(password);
  const parts = [core, ...schemas.map(([, value]) => value)];
  if (parts.every((part) => cleanJson(part as Json) === part)) return;
  throw new ScimMeError(
    "invalid",
    "the change holds a password, __proto__, NaN, Infinity or over 32 levels, so nothing was sent.",
    { scimType: "invalidValue" },
  );
}

/** An attribute that is not to be written. */
function refusal(attribute: string): ScimMeError {
  return new ScimMeError(
    "invalid",
    `"${attribute}" can't be changed through /Me, so nothing was sent. Leave it out.`,
    { scimType: "mutability", attribute },
  );
}

function allNull(object: Json): Json {
  return Object.fromEntries(Object.keys(object).map((key) => [key, null]));
}
