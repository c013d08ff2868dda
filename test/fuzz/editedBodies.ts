import { isDeepStrictEqual } from "node:util";
import { ENTERPRISE } from "../unit/scim/bodies.js";

export const DEPARTMENT: string = `${ENTERPRISE}:department`;
export const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
export const WSO2 = "urn:scim:wso2:schema";

export type Json = Record<string, unknown>;

/** The attributes that a PATCH names. */
export function pathsOf(operations: Json[]): string[] {
  return operations.flatMap(({ path, value }) => {
    if (path !== undefined) return [String(path)];
    return Object.entries(value as Json).flatMap(([name, one]) =>
      name === ENTERPRISE ? Object.keys(one as Json).map((part) => `${name}:${part}`) : name,
    );
  });
}

/** Whether an address waits to be confirmed. */
export function isPending(body: Json): boolean {
  return WSO2 in body;
}

/** A body less what is at a path. */
export function without(body: Json, path: string): Json {
  const { [path]: _, ...rest } = body;
  if (path !== DEPARTMENT) return rest;
  const { department: __, ...enterprise } = (rest[ENTERPRISE] ?? {}) as Json;
  return { ...rest, [ENTERPRISE]: enterprise };
}

/** What is at a path of a body. */
export function valueAt(body: Json, path: string): unknown {
  if (path !== DEPARTMENT) return body[path];
  return (body[ENTERPRISE] as Json | undefined)?.department;
}

/** What an input says, as the server would have it: what is blank is nothing. */
export function wantedOf(path: string, reads: string[]): unknown {
  const said = reads.filter((text) => text.trim());
  return path === "emails" ? said : said[0];
}

/** The same of a body. */
export function plain(path: string, body: Json): unknown {
  const value = valueAt(body, path);
  if (path === "emails") return ((value ?? []) as Json[]).map((one) => one.value);
  return value || undefined;
}

export function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b);
}
