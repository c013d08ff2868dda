import { patchBodyValidation, type ScimPatch, type ScimResource, scimPatch } from "scim-patch";

type Json = Record<string, unknown>;
type Operation = { op: string; path?: string; value?: unknown };

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function leaves(value: unknown, path: string): [path: string, value: unknown][] {
  if (!isObject(value)) return [[path, value]];
  const join = path.startsWith("urn:") && !path.includes(":User:") ? ":" : ".";
  return Object.entries(value).flatMap(([name, one]) =>
    leaves(one, path ? `${path}${join}${name}` : name),
  );
}

// scim-patch lets an object in a pathless value take the place of the whole attribute or extension,
// where RFC 7644 §3.5.2.3 leaves sub-attributes that are not named unchanged. Given each leaf by its
// path, it does as the RFC says; lists and single values it takes as they are.
function asPaths({ op, path, value }: Operation): Operation[] {
  if (path !== undefined) return [{ op, path, value }];
  return leaves(value, "").map(([leaf, one]) => ({ op, path: leaf, value: one }));
}

/** What an implementation that is not ours makes of a stored person and a PATCH. */
export function applyByOracle(stored: Json, body: Json): Json {
  patchBodyValidation(body as unknown as ScimPatch);
  const operations = (body.Operations as Operation[]).flatMap(asPaths);
  const person = structuredClone(stored) as unknown as ScimResource;
  return scimPatch(person, operations as ScimPatch["Operations"]) as unknown as Json;
}
