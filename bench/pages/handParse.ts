import type { ScimMe } from "../../src/index.js";

type Json = Record<string, unknown>;

/** A tolerant reader as one would write it for one app: lists of text or objects, nothing missing. */
export function handParse(body: unknown): ScimMe {
  if (!body || typeof body !== "object") throw new Error("The answer is not a person.");
  const raw = body as Json;
  return {
    ...raw,
    schemas: (raw.schemas as string[] | undefined) ?? [],
    emails: list(raw.emails),
    phoneNumbers: list(raw.phoneNumbers),
    ims: list(raw.ims),
    photos: list(raw.photos),
    addresses: [],
    groups: list(raw.groups),
    entitlements: list(raw.entitlements),
    roles: list(raw.roles),
    x509Certificates: list(raw.x509Certificates),
    extensions: {},
    enterprise: raw["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"] as Json,
    raw,
  };
}

function list(value: unknown): ScimMe["emails"] {
  const items = Array.isArray(value) ? value : value ? [value] : [];
  return items.map((item) => (typeof item === "string" ? { value: item } : item));
}
