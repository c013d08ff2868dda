import type { MeChange } from "./RequestMeOptions.js";

/** A change to send: the JSON text of its body, and the entity tag that the resource must still have. */
export function meChange(
  method: MeChange["method"],
  body: string,
  ifMatch: string | null | undefined,
): MeChange {
  const headers = {
    "Content-Type": "application/scim+json",
    ...(ifMatch && { "If-Match": ifMatch }),
  };
  return { method, body, headers };
}
