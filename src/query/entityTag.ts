import type { MeAnswer } from "../scim/RequestMeOptions.js";

const tags = new WeakMap<object, string | undefined>();

/** Remembers the ETag of what a query holds, where the server lets it be read. */
export function keepEntityTag(query: object | undefined, { etag }: MeAnswer): void {
  if (query) tags.set(query, etag);
}

/** The entity tag of what a query holds, for `If-Match` (RFC 7644 §3.14). */
export function entityTag(query: object): string | undefined {
  return tags.get(query);
}
