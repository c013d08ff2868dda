import { COMMON, CORE } from "./attributes.js";
import { cleanJson } from "./cleanJson.js";
import { isEmpty } from "./isEmpty.js";
import { readExtensions, USER } from "./readExtensions.js";
import { isObject, type Json, read, take } from "./readValues.js";
import type { ScimMe } from "./ScimMe.js";
import { ScimMeError } from "./ScimMeError.js";

const NOT_A_USER = /^urn:(?:ietf:params:)?scim:(?:api:messages:|schemas:core:[\d.]+:group$)/i;
const ALL = new Map([...COMMON, ...CORE]);
/** Claims of a token (RFC 7662, RFC 7519), which share `username` and `groups` with a User. */
const CLAIM = /^(?:sub|client_id|token_type|scope|iss|aud|exp|iat)$/i;

/**
 * Reads the body of a `/Me` answer, in any of the dialects that servers speak, into one model
 * (RFC 7643 §4.1). Names match without regard to case.
 *
 * @summary The body of a `/Me` answer, of any dialect, as one typed model.
 * @throws {ScimMeError} `malformed`, and nothing else, for what is not a User.
 */
export function parseScimMe(body: unknown): ScimMe {
  if (isObject(body)) {
    const me = { extensions: {}, raw: cleanJson(body) } as ScimMe & Json;
    // Of nothing a list is empty, and what is none is left out.
    for (const [name, readAttribute] of ALL.values()) take(me, name, readAttribute([]));
    read(me.raw, ALL, me);
    readExtensions(me);
    if (isUser(me)) return me;
  }
  throw new ScimMeError("malformed", "the answer is not a SCIM User.");
}

function isUser({ id, schemas, userName, raw }: ScimMe): boolean {
  if (schemas.some((urn) => NOT_A_USER.test(urn))) return false;
  if (id || schemas.some((urn) => urn.toLowerCase() === USER)) return true;
  const names = Object.keys(raw);
  if (names.some((name) => CLAIM.test(name))) return false;
  const isCore = (name: string) => CORE.has(name) || name === USER;
  const isPlural = (value: unknown) => typeof value === "object" && !isEmpty(value);
  return !!userName || names.some((name) => isCore(name.toLowerCase()) && isPlural(raw[name]));
}
