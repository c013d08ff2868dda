import SCIMMY from "scimmy";
import type { PatchOperation } from "./patchOperations.ts";
import type { ScimPolicy } from "./scimPolicy.ts";

/** A change as it arrives. */
export interface WantedChange {
  /** Of `If-Match` (RFC 9110 §13.1.1). */
  ifMatch: string | undefined;
  operations: readonly PatchOperation[];
}

/** Throws the SCIM error with which a change is refused before anything of it is made. */
export function admitChange(
  { refuses, entityTags, demandsIfMatch }: ScimPolicy,
  tag: string | undefined,
  { ifMatch, operations }: WantedChange,
): void {
  if (refuses === "forbidden") refuse(403, "This person is kept by another provider.");
  if (refuses === "mutability") {
    const [{ path, value } = {} as PatchOperation] = operations;
    const name = path ?? Object.keys(Object(value))[0];
    refuse(400, `Attribute '${name}' is read-only.`, "mutability");
  }
  if (!entityTags) return;
  if (ifMatch === undefined && demandsIfMatch) refuse(428, "Say which version you change.");
  if (ifMatch !== undefined && ifMatch !== tag) refuse(412, "There is a newer version.");
}

function refuse(status: number, detail: string, scimType = ""): never {
  throw new SCIMMY.Types.Error(status, scimType, detail);
}
