import { ScimMeError } from "../scim/ScimMeError.js";

/**
 * Refuses what a caller sent, before anything is asked or forwarded.
 *
 * @throws {ScimMeError} always.
 */
export function refuse(status: number, detail: string, scimType?: string): never {
  const reason = status === 403 ? "forbidden" : "invalid";
  throw new ScimMeError(reason, detail, { status, scimType, detail });
}
