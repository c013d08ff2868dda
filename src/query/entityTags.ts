/** The entity tag of what each query holds, where the server lets it be read, for `If-Match` (RFC 7644 §3.14). */
export const entityTags: WeakMap<object, string | undefined> = new WeakMap();
