import { createHash } from "node:crypto";
import type { ScimUser } from "./people.ts";
import type { ScimPolicy } from "./scimPolicy.ts";

/** The version of a stored person (RFC 7644 §3.14), where the server gives versions. */
export function entityTag(user: ScimUser, { entityTags }: ScimPolicy): string | undefined {
  if (!entityTags) return undefined;
  const hash = createHash("sha256").update(JSON.stringify(user)).digest("base64url").slice(0, 16);
  return entityTags === "weak" ? `W/"${hash}"` : `"${hash}"`;
}
