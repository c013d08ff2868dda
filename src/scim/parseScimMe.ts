import { COMMON, CORE, read } from "./attributes.js";
import { cleanJson } from "./cleanJson.js";
import { isEmpty } from "./isEmpty.js";
import { readExtensions, USER } from "./readExtensions.js";
import { isObject, type Json } from "./readValues.js";
import type { ScimMe } from "./ScimMe.js";
import { ScimMeError } from "./ScimMeError.js";

const NOT_A_USER = /^urn:(?:ietf:params:)?scim:(?:api:messages:|schemas:core:[\d.]+:group$)/i;
/** Claims of a token (RFC 7662, RFC 7519), which share `username` and `groups` with a User. */
const CLAIMS = ["sub", "client_id", "token_type", "scope", "iss", "aud", "exp", "iat"];

/**
 * Reads the body of a `/Me` answer, in any of the dialects that servers speak, into one model
 * (RFC 7643 §4.1). Names match without regard to case.
 *
 * @summary The body of a `/Me` answer, of any dialect, as one typed model.
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
  readExtensions(me, raw);
  if (me.schemas.some((urn) => NOT_A_USER.test(urn)) || !isUser(me)) throw notAUser();
  return me;
}

function notAUser(): ScimMeError {
  return new ScimMeError("malformed", "the answer is JSON, but not a SCIM User.");
}

function isUser({ id, schemas, userName, raw }: ScimMe): boolean {
  if (id || schemas.some((urn) => urn.toLowerCase() === USER)) return true;
  if (Object.keys(raw).some((key) => CLAIMS.includes(key.toLowerCase()))) return false;
  return (
    !!userName ||
    Object.keys(raw).some((key) => {
      const value = raw[key];
      if (typeof value !== "object" || isEmpty(value)) return false;
      return CORE.has(key.toLowerCase()) || key.toLowerCase() === USER;
    })
  );
}
