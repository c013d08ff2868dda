import { isObject, type Json } from "../scim/readValues.js";

/**
 * The claims of a JWT, unverified; undefined for any other token. They are a client's to look at for
 * a hint alone (RFC 9068 §6): what a server accepts, only that server knows. `aud` is no hint, as
 * providers differ in what they put there.
 */
export function readClaims(token: string): Json | undefined {
  const [, payload = "", signature] = token.split(".");
  if (!signature) return undefined;
  try {
    const claims: unknown = JSON.parse(atob(payload.replace(/-/g, "+").replace(/_/g, "/")));
    return isObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}
