import { COMMON, CORE, ENTERPRISE, read } from "./attributes.js";
import { cleanJson } from "./cleanJson.js";
import { isEmpty } from "./isEmpty.js";
import { isObject, type Json } from "./readValues.js";
import type { ScimEnterprise, ScimMe } from "./ScimMe.js";
import { ScimMeError } from "./ScimMeError.js";

const USER = "urn:ietf:params:scim:schemas:core:2.0:user";
const ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user";
const NOT_A_USER = /^urn:(?:ietf:params:)?scim:(?:api:messages:|schemas:core:[\d.]+:group$)/i;
/** Claims of a token (RFC 7662, RFC 7519), which share `username` and `groups` with a User. */
const CLAIMS = ["sub", "client_id", "token_type", "scope", "iss", "aud", "exp", "iat"];

/**
 * Reads the body of a `/Me` answer, in any of the dialects that servers speak, into one model
 * (RFC 7643 §4.1). Names match without regard to case.
 *
 * @throws {ScimMeError} `malformed`, and nothing else, for what is not a User.
 */
export function parseScimMe(body: unknown): ScimMe {
  if (!isObject(body)) throw notAUser();
  const raw = cleanJson(body);
  const me: ScimMe = {
    schemas: [],
    emails: [],
    phoneNumbers: [],
    ims: [],
    photos: [],
    addresses: [],
    groups: [],
    entitlements: [],
    roles: [],
    x509Certificates: [],
    extensions: {},
    raw,
  };
  read(raw, COMMON, me as unknown as Json);
  read(raw, CORE, me as unknown as Json);
  for (const key of Object.keys(raw)) {
    if (/^urn:/i.test(key)) readExtension(me, key, raw[key]);
  }
  const enterprise = readEnterprise(me.enterprise ?? {});
  if (isEmpty(enterprise)) delete me.enterprise;
  else me.enterprise = enterprise;
  if (me.schemas.some((urn) => NOT_A_USER.test(urn)) || !isUser(me)) throw notAUser();
  return me;
}

function notAUser(): ScimMeError {
  return new ScimMeError("malformed", "the answer is JSON, but not a SCIM User.");
}

function isUser({ id, schemas, userName, raw }: ScimMe): boolean {
  if (id || schemas.some((urn) => urn.toLowerCase() === USER)) return true;
  if (CLAIMS.some((claim) => Object.hasOwn(raw, claim))) return false;
  return (
    !!userName ||
    Object.keys(raw).some((key) => {
      const value = raw[key];
      if (typeof value !== "object" || isEmpty(value)) return false;
      return CORE.has(key.toLowerCase()) || key.toLowerCase() === USER;
    })
  );
}

/** An extension as an object under its URN, or one attribute under its full name (RFC 7644 §3.10). */
function readExtension(me: ScimMe, key: string, value: unknown): void {
  const lower = key.toLowerCase();
  const attributeOf = (urn: string) =>
    lower === urn ? value : lower.startsWith(`${urn}:`) && { [key.slice(urn.length + 1)]: value };
  const core = attributeOf(USER);
  const enterprise = attributeOf(ENTERPRISE_USER);
  if (core) {
    if (isObject(core)) read(core, CORE, me as unknown as Json);
  } else if (enterprise) {
    if (isObject(enterprise)) me.enterprise = { ...me.enterprise, ...enterprise };
  } else if (!isEmpty(value)) {
    const extensions = me.extensions as Json;
    const end = isObject(value) ? key.length : key.lastIndexOf(":");
    const urn = key.slice(0, end);
    const attributes = isObject(value) ? value : { [key.slice(end + 1)]: value };
    const known = extensions[urn] as Json | undefined;
    extensions[urn] = known ? { ...known, ...attributes } : attributes;
  }
}

function readEnterprise(source: ScimEnterprise): ScimEnterprise {
  const result = read(source, ENTERPRISE);
  for (const key of Object.keys(source)) {
    if (!ENTERPRISE.has(key.toLowerCase()) && !isEmpty(source[key])) result[key] = source[key];
  }
  return result;
}
