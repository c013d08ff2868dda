/** One operation of a PATCH (RFC 7644 §3.5.2). */
export interface PatchOperation {
  op: string;
  path?: string;
  value?: unknown;
}

const isComplex = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Rewrites replacements so that SCIMMY does as RFC 7644 §3.5.2.3 says: without a path it adds to a
 * multi-valued attribute, which should be replaced whole, and with a path it drops the unnamed
 * sub-attributes of a complex one, which should stay.
 */
function split(operation: PatchOperation): PatchOperation[] {
  const { op, path, value } = operation;
  if (op !== "replace" || !isComplex(value)) return [operation];
  if (path !== undefined)
    return /[[\].:]/.test(path) ? [operation] : [{ op, value: { [path]: value } }];
  return Object.entries(value).map(([name, one]) =>
    Array.isArray(one) ? { op, path: name, value: one } : { op, value: { [name]: one } },
  );
}

/** The body of a PATCH in the form that SCIMMY applies rightly; anything else is left for it to refuse. */
export function patchOperations(body: { Operations?: PatchOperation[] }): object {
  if (!Array.isArray(body?.Operations)) return body;
  return {
    ...body,
    Operations: body.Operations.flatMap((one) => (isComplex(one) ? split(one) : [one])),
  };
}
