import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { MeAnswer } from "../scim/RequestMeOptions.js";

const tags = new WeakMap<object, string>();

/** Remembers the ETag of what a query holds, where the server lets it be read. */
export function keepEntityTag(client: QueryClient, queryKey: QueryKey, answer: MeAnswer): void {
  const query = client.getQueryCache().find({ queryKey, exact: true });
  const tag = answer.headers.get("ETag");
  if (query && tag) tags.set(query, tag);
  else if (query) tags.delete(query);
}

/** The entity tag of what a query holds, for `If-Match` (RFC 7644 §3.14). */
export function entityTag(query: object): string | undefined {
  return tags.get(query);
}
